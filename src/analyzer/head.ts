import { randomOf, shuffle } from './seeded.js';

/** One thing to learn from: a vector and, for each label, whether it holds (1), does not (0), or nobody said (`NaN`). */
export interface HeadExample {
  vector: Float32Array;
  labels: ArrayLike<number>;
}

export interface HeadOptions {
  /** How often every example is seen. */
  epochs?: number;
  learningRate?: number;
  /** Pulls weights towards 0 against learning by heart; of each example, so that few examples are trusted less. */
  decay?: number;
  /** The same examples, options and seed give the same head. */
  seed?: number;
}

/** Beyond these a request for a head is a mistake. */
export const MAX_HEAD_LABELS = 10_000;
export const MAX_HEAD_DIMENSIONS = 4_096;

const MAGIC = 0x44454548; // “HEED”
const PREAMBLE_BYTES = 12;
const DEFAULTS: Required<HeadOptions> = { epochs: 30, learningRate: 0.5, decay: 1e-4, seed: 1 };

/** The bytes are not those of a head. */
export class UnreadableHead extends Error {
  constructor() {
    super('The head cannot be read: its bytes are not those of a head.');
  }
}

/** Several labels judged by one vector, each by logistic regression of its own. */
export class Head {
  /** For each label in turn `dimensions` weights and a bias. */
  constructor(
    readonly labelCount: number,
    readonly dimensions: number,
    private readonly weights: Float32Array,
  ) {}

  /** The probability of each label. Throws `RangeError` for a vector of another length. */
  score(vector: Float32Array): Float32Array {
    if (vector.length !== this.dimensions)
      throw new RangeError(`A vector of ${vector.length} numbers, not of ${this.dimensions}`);
    const probabilities = new Float32Array(this.labelCount);
    for (let label = 0; label < this.labelCount; label++)
      probabilities[label] = sigmoid(outputOf(this.weights, label, vector));
    return probabilities;
  }

  toBytes(): Uint8Array {
    const bytes = new Uint8Array(PREAMBLE_BYTES + this.weights.length * 4);
    const view = new DataView(bytes.buffer);
    [MAGIC, this.labelCount, this.dimensions].forEach((number, at) => view.setUint32(at * 4, number, true));
    this.weights.forEach((weight, at) => view.setFloat32(PREAMBLE_BYTES + at * 4, weight, true));
    return bytes;
  }

  /** Throws `UnreadableHead` for anything but the bytes of a head. */
  static fromBytes(bytes: Uint8Array): Head {
    if (bytes.length < PREAMBLE_BYTES) throw new UnreadableHead();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const [labels, dimensions] = [view.getUint32(4, true), view.getUint32(8, true)];
    const count = labels * (dimensions + 1);
    const isWhole = bytes.length === PREAMBLE_BYTES + count * 4 && isWithinLimits(labels, dimensions);
    if (view.getUint32(0, true) !== MAGIC || !isWhole) throw new UnreadableHead();
    const weights = Float32Array.from({ length: count }, (_weight, at) =>
      view.getFloat32(PREAMBLE_BYTES + at * 4, true),
    );
    return new Head(labels, dimensions, weights);
  }
}

/** After so many weights have been moved others may have their turn: some milliseconds. */
const WEIGHTS_PER_TURN = 1_000_000;

/**
 * Logistic regression for every label by Adagrad, steps growing shorter to none. Takes time in proportion to examples ×
 * labels × epochs, a second for 1,600 examples of 16 labels, and yields every few milliseconds. Throws `RangeError`
 * without examples, or when an example has another number of dimensions or labels than the rest.
 */
export function* trainHead(
  examples: HeadExample[],
  labelCount: number,
  options: HeadOptions = {},
): Generator<void, Head> {
  const { epochs, learningRate, decay, seed } = { ...DEFAULTS, ...options };
  const dimensions = checkedDimensions(examples, labelCount);
  const weights = new Float32Array(labelCount * (dimensions + 1));
  const squares = new Float32Array(weights.length).fill(1e-2);
  const order = examples.map((_example, at) => at);
  const random = randomOf(seed);
  let moved = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const rate = learningRate * (1 - epoch / epochs);
    for (const at of order) {
      learn(weights, squares, examples[at]!, rate, decay);
      moved += weights.length;
      if (moved < WEIGHTS_PER_TURN) continue;
      yield;
      moved = 0;
    }
  }
  return new Head(labelCount, dimensions, weights);
}

function learn(
  weights: Float32Array,
  squares: Float32Array,
  { vector, labels }: HeadExample,
  rate: number,
  decay: number,
): void {
  const width = vector.length + 1;
  for (let label = 0; label < labels.length; label++) {
    const truth = labels[label]!;
    if (Number.isNaN(truth)) continue;
    const error = sigmoid(outputOf(weights, label, vector)) - truth;
    const start = label * width;
    for (let i = 0; i < width; i++) {
      const slope = i < vector.length ? error * vector[i]! + decay * weights[start + i]! : error;
      squares[start + i]! += slope * slope;
      weights[start + i]! -= (rate * slope) / Math.sqrt(squares[start + i]!);
    }
  }
}

function outputOf(weights: Float32Array, label: number, vector: Float32Array): number {
  const start = label * (vector.length + 1);
  let sum = weights[start + vector.length]!;
  for (let i = 0; i < vector.length; i++) sum += weights[start + i]! * vector[i]!;
  return sum;
}

function checkedDimensions(examples: HeadExample[], labelCount: number): number {
  const dimensions = examples[0]?.vector.length ?? 0;
  if (!isWithinLimits(labelCount, dimensions)) throw new RangeError('Nothing to learn, or too much at once');
  for (const { vector, labels } of examples)
    if (vector.length !== dimensions || labels.length !== labelCount)
      throw new RangeError(`An example that is not of ${dimensions} dimensions and ${labelCount} labels`);
  return dimensions;
}

function isWithinLimits(labels: number, dimensions: number): boolean {
  return labels > 0 && labels <= MAX_HEAD_LABELS && dimensions > 0 && dimensions <= MAX_HEAD_DIMENSIONS;
}

function sigmoid(output: number): number {
  return 1 / (1 + Math.exp(-output));
}
