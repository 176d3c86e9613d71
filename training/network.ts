import type { Example, FeatureRows } from './dataset.js';
import { randomOf, shuffle } from '../src/analyzer/seeded.js';

export interface HeadShape {
  labels: number;
  /** Several labels may hold at once (sigmoid), or exactly one does (softmax). */
  isExclusive: boolean;
  /** How much its mistakes count. */
  weight: number;
}

export interface TrainingOptions {
  dimensions: number;
  epochs: number;
  learningRate: number;
  /** The share of an example's features that is left out each time it is seen. */
  dropout: number;
  lengthExponent: number;
  seed: number;
}

/** The sum of vectors of features, and linear heads on it; all heads shape the same vectors. */
export class Network {
  readonly table: Float32Array;
  readonly heads: Float32Array[];
  private readonly tableSteps: Float32Array;
  private readonly headSteps: Float32Array[];
  private readonly vector: Float32Array;
  private readonly gradient: Float32Array;
  private readonly kept: Int32Array;
  private readonly random: () => number;

  constructor(
    rows: number,
    private readonly shapes: HeadShape[],
    private readonly options: TrainingOptions,
  ) {
    const { dimensions, seed } = options;
    this.random = randomOf(seed);
    this.table = Float32Array.from({ length: rows * dimensions }, () => (this.random() * 2 - 1) / dimensions);
    this.heads = shapes.map(({ labels }) => new Float32Array(labels * (dimensions + 1)));
    this.tableSteps = new Float32Array(rows);
    this.headSteps = this.heads.map((head) => new Float32Array(head.length));
    this.vector = new Float32Array(dimensions);
    this.gradient = new Float32Array(dimensions);
    this.kept = new Int32Array(1 << 20);
  }

  /**
   * Sees every example of `seen` once per epoch in a new order, in steps that grow shorter (Adagrad, and linearly to
   * none).
   */
  train(
    examples: Example[],
    seen: Int32Array,
    features: FeatureRows,
    onEpoch: (epoch: number, loss: number) => void = () => undefined,
  ): void {
    const { epochs, learningRate } = this.options;
    const order = seen.slice();
    for (let epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, this.random);
      let loss = 0;
      for (let at = 0; at < order.length; at++) {
        const rate = learningRate * (1 - (epoch + at / order.length) / epochs);
        loss += this.learn(order[at]!, examples[order[at]!]!, features, rate);
      }
      onEpoch(epoch, loss / order.length);
    }
  }

  /** The outputs of a head for an example, before sigmoid or softmax. */
  outputs(example: number, features: FeatureRows, head: number): Float32Array {
    const { rows, starts } = features;
    const end = starts[example + 1]!;
    let count = 0;
    for (let at = starts[example]!; at < end; at++) this.kept[count++] = rows[at]!;
    this.sum(count);
    return this.logits(head);
  }

  private learn(at: number, example: Example, features: FeatureRows, rate: number): number {
    const count = this.keepSome(at, features);
    if (count === 0) return 0;
    const divisor = this.sum(count);
    this.gradient.fill(0);
    let loss = 0;
    example.targets.forEach((target, head) => {
      if (target !== null) loss += this.learnHead(head, target, rate);
    });
    this.learnRows(count, divisor, rate);
    return loss;
  }

  private keepSome(example: number, { rows, starts }: FeatureRows): number {
    const end = starts[example + 1]!;
    let count = 0;
    for (let at = starts[example]!; at < end; at++)
      if (this.random() >= this.options.dropout) this.kept[count++] = rows[at]!;
    return count;
  }

  /** Leaves the text's vector in `vector`; returns what the sum was divided by. */
  private sum(count: number): number {
    const { dimensions, lengthExponent } = this.options;
    const { vector, table, kept } = this;
    vector.fill(0);
    for (let k = 0; k < count; k++) {
      const from = kept[k]! * dimensions;
      for (let i = 0; i < dimensions; i++) vector[i]! += table[from + i]!;
    }
    const divisor = Math.max(1, count) ** lengthExponent;
    for (let i = 0; i < dimensions; i++) vector[i]! /= divisor;
    return divisor;
  }

  private logits(head: number): Float32Array {
    const { dimensions } = this.options;
    const weights = this.heads[head]!;
    const outputs = new Float32Array(this.shapes[head]!.labels);
    for (let label = 0; label < outputs.length; label++) {
      const at = label * (dimensions + 1);
      let sum = weights[at + dimensions]!;
      for (let i = 0; i < dimensions; i++) sum += weights[at + i]! * this.vector[i]!;
      outputs[label] = sum;
    }
    return outputs;
  }

  private learnHead(head: number, target: Float32Array, rate: number): number {
    const { dimensions } = this.options;
    const { isExclusive, weight } = this.shapes[head]!;
    const weights = this.heads[head]!;
    const steps = this.headSteps[head]!;
    const outputs = probabilities(this.logits(head), isExclusive);
    let loss = 0;
    for (let label = 0; label < outputs.length; label++) {
      const error = (outputs[label]! - target[label]!) * weight;
      loss += Math.abs(error);
      const at = label * (dimensions + 1);
      for (let i = 0; i < dimensions; i++) this.gradient[i]! += error * weights[at + i]!;
      for (let i = 0; i <= dimensions; i++) {
        const slope = error * (i < dimensions ? this.vector[i]! : 1);
        steps[at + i]! += slope * slope;
        weights[at + i]! -= (rate * slope) / Math.sqrt(steps[at + i]! + 1e-6);
      }
    }
    return loss;
  }

  private learnRows(count: number, divisor: number, rate: number): void {
    const { dimensions } = this.options;
    const { gradient, table, tableSteps, kept } = this;
    let square = 0;
    for (let i = 0; i < dimensions; i++) {
      gradient[i]! /= divisor;
      square += gradient[i]! * gradient[i]!;
    }
    square /= dimensions;
    for (let k = 0; k < count; k++) {
      const row = kept[k]!;
      tableSteps[row]! += square;
      const step = rate / Math.sqrt(tableSteps[row]! + 1e-10);
      const from = row * dimensions;
      for (let i = 0; i < dimensions; i++) table[from + i]! -= step * gradient[i]!;
    }
  }
}

/** In place. */
export function probabilities(outputs: Float32Array, isExclusive: boolean): Float32Array {
  if (!isExclusive) {
    for (let i = 0; i < outputs.length; i++) outputs[i] = 1 / (1 + Math.exp(-outputs[i]!));
    return outputs;
  }
  let highest = -Infinity;
  for (const output of outputs) highest = Math.max(highest, output);
  let sum = 0;
  for (let i = 0; i < outputs.length; i++) sum += outputs[i] = Math.exp(outputs[i]! - highest);
  for (let i = 0; i < outputs.length; i++) outputs[i]! /= sum;
  return outputs;
}
