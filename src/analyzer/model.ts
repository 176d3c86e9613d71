import { ACTIONABILITIES, type Actionability, type Span } from './analysis.js';
import { strongestRange } from './evidence.js';
import { visitFeatures } from './features.js';
import { EMOTION_LABELS, SENTIMENT_LABELS, type SentimentLabel } from './labels.js';
import { HEAD_NAMES, type HeadName, type ModelParts, modelParts, UnreadableModel } from './model-file.js';
import { questionKindOf } from './question.js';
import { RowIndex } from './row-index.js';
import { type Token, tokensOf } from './tokens.js';

/** What the model makes of a text or a part of it. */
export interface Judgement {
  /** Of length 1 (or 0, of a text that has no known feature); texts that are judged alike have vectors that are alike. */
  vector: Float32Array;
  /** The probability of each of `EMOTION_LABELS`; several may be likely. */
  emotions: Float32Array;
  /** Sums to 1. */
  sentiment: Record<SentimentLabel, number>;
  /** Sums to 1. */
  actionability: Record<Actionability, number>;
}

/** One text as the model has read it; parts of it are judged without reading it again. */
export interface Reading {
  tokens: Token[];
  /** For each of `EMOTION_LABELS` the probability from which it is taken to be there. */
  thresholds: number[];
  /** Judges the tokens from one up to another, all of them by default. */
  judge(from?: number, to?: number): Judgement;
  /** The words among these tokens that speak most for a label, as a range of the text; null without tokens. */
  evidence(head: HeadName, label: number, from?: number, to?: number): Span | null;
}

const LABELS: Record<HeadName, readonly string[]> = {
  emotion: EMOTION_LABELS,
  sentiment: SENTIMENT_LABELS,
  actionability: ACTIONABILITIES,
};

/** The model that is part of Heed: a table of vectors for features of text, and linear heads on their sum. */
export class EmbeddedModel {
  readonly version: string;
  readonly dimensions: number;
  readonly heads: Record<HeadName, LinearHead>;
  private readonly index: RowIndex;

  private constructor(readonly parts: ModelParts) {
    this.version = parts.header.version;
    this.dimensions = parts.header.dimensions;
    this.index = new RowIndex(parts.hashes);
    this.heads = headsOf(parts);
  }

  /** Throws `UnreadableModel` for anything but the bytes of a model with these heads. */
  static parse(bytes: Uint8Array): EmbeddedModel {
    const parts = modelParts(bytes);
    for (const name of HEAD_NAMES)
      if (parts.header.heads[name].join() !== LABELS[name].join())
        throw new UnreadableModel(`its labels of ${name} are not those of this version`);
    return new EmbeddedModel(parts);
  }

  /** Reads up to `MAX_TOKENS` tokens of a text, in the light of the question it answers. */
  read(text: string, question: string | null): Reading {
    const tokens = tokensOf(text);
    const sums = new Float32Array(tokens.length * this.dimensions);
    const counts = new Int32Array(tokens.length);
    visitFeatures(text, tokens, questionKindOf(question), (hash, position) => {
      const row = this.index.find(hash);
      if (row === -1) return;
      this.add(row, sums, position * this.dimensions);
      counts[position]!++;
    });
    return new SummedReading(tokens, sums, counts, this);
  }

  private add(row: number, sums: Float32Array, at: number): void {
    const { table, scales } = this.parts;
    const scale = scales[row]!;
    const from = row * this.dimensions;
    for (let i = 0; i < this.dimensions; i++) sums[at + i]! += table[from + i]! * scale;
  }
}

/** Weights of one head; `output` is before any softmax or sigmoid. */
class LinearHead {
  constructor(
    private readonly weights: Float32Array,
    private readonly dimensions: number,
    readonly labels: readonly string[],
  ) {}

  outputs(vector: Float32Array): Float32Array {
    return Float32Array.from(this.labels, (_name, label) => {
      const at = label * (this.dimensions + 1);
      return this.weights[at + this.dimensions]! + this.weigh(vector, 0, label);
    });
  }

  /** What a vector that starts at a place adds to an output. */
  weigh(vectors: Float32Array, start: number, label: number): number {
    const at = label * (this.dimensions + 1);
    let sum = 0;
    for (let i = 0; i < this.dimensions; i++) sum += vectors[start + i]! * this.weights[at + i]!;
    return sum;
  }
}

class SummedReading implements Reading {
  readonly thresholds: number[];

  constructor(
    readonly tokens: Token[],
    private readonly sums: Float32Array,
    private readonly counts: Int32Array,
    private readonly model: EmbeddedModel,
  ) {
    this.thresholds = model.parts.header.thresholds;
  }

  judge(from = 0, to = this.tokens.length): Judgement {
    const { heads, parts } = this.model;
    const vector = this.vectorOf(from, to);
    const emotions = heads.emotion.outputs(vector);
    const sentiment = softmax(heads.sentiment.outputs(vector));
    const actionability = softmax(heads.actionability.outputs(vector));
    parts.header.calibration.forEach(({ slope, offset }, label) => {
      emotions[label] = 1 / (1 + Math.exp(-(slope * emotions[label]! + offset)));
    });
    return {
      vector: toUnitLength(vector),
      emotions,
      sentiment: { negative: sentiment[0]!, neutral: sentiment[1]!, positive: sentiment[2]! },
      actionability: {
        needs_answer: actionability[0]!,
        suggestion: actionability[1]!,
        none: actionability[2]!,
      },
    };
  }

  evidence(head: HeadName, label: number, from = 0, to = this.tokens.length): Span | null {
    const contributions = this.contributions(head, label, from, to);
    const range = strongestRange(contributions, from, to);
    return range && { start: this.tokens[range.from]!.start, end: this.tokens[range.to - 1]!.end };
  }

  private contributions(name: HeadName, label: number, from: number, to: number): Float32Array {
    const head = this.model.heads[name];
    const rivals = name === 'emotion' ? [] : head.labels.flatMap((_label, at) => (at === label ? [] : [at]));
    const contributions = new Float32Array(this.tokens.length);
    for (let at = from; at < to; at++) {
      const start = at * this.model.dimensions;
      contributions[at] = head.weigh(this.sums, start, label);
      for (const rival of rivals) contributions[at]! -= head.weigh(this.sums, start, rival) / rivals.length;
    }
    return contributions;
  }

  private vectorOf(from: number, to: number): Float32Array {
    const { dimensions, parts } = this.model;
    const vector = new Float32Array(dimensions);
    let count = 0;
    for (let at = from; at < to; at++) {
      count += this.counts[at]!;
      for (let i = 0; i < dimensions; i++) vector[i]! += this.sums[at * dimensions + i]!;
    }
    const divisor = Math.max(1, count) ** parts.header.lengthExponent;
    for (let i = 0; i < dimensions; i++) vector[i]! /= divisor;
    return vector;
  }
}

function headsOf({ heads, header }: ModelParts): Record<HeadName, LinearHead> {
  let start = 0;
  const head = (name: HeadName) => {
    const labels = LABELS[name];
    const end = start + labels.length * (header.dimensions + 1);
    const weights = heads.subarray(start, end);
    start = end;
    return new LinearHead(weights, header.dimensions, labels);
  };
  return { emotion: head('emotion'), sentiment: head('sentiment'), actionability: head('actionability') };
}

function softmax(outputs: Float32Array): Float32Array {
  const highest = outputs.reduce((a, b) => Math.max(a, b));
  const powers = outputs.map((output) => Math.exp(output - highest));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}

function toUnitLength(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
