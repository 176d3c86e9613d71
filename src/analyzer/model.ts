import { ACTIONABILITIES, type Actionability, type Span } from './analysis.js';
import { strongestRange } from './evidence.js';
import { FeatureSums, FeatureTable } from './feature-table.js';
import { visitFeatures } from './features.js';
import { EMOTION_LABELS, SENTIMENT_LABELS, type SentimentLabel } from './labels.js';
import { LinearHead, softmax } from './linear-head.js';
import { HEAD_NAMES, type HeadName, type ModelHeader, modelParts, UnreadableModel } from './model-file.js';
import { questionKindOf } from './question.js';
import { Spellings } from './spellings.js';
import { type Token, tokensOf } from './tokens.js';

/** What the model makes of a text or a part of it; each property is worked out when it is read. */
export interface Judgement {
  /** Of length 1 (or 0, of a text that has no known feature); texts that are judged alike have vectors that are alike. */
  readonly vector: Float32Array;
  /** The probability of each of `EMOTION_LABELS`; several may be likely. */
  readonly emotions: Float32Array;
  /** Sums to 1. */
  readonly sentiment: Record<SentimentLabel, number>;
  /** Sums to 1. */
  readonly actionability: Record<Actionability, number>;
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

type Heads = Record<HeadName, LinearHead>;

/** The model that is part of Heed: a table of vectors for features of text, and linear heads on their sum. */
export class EmbeddedModel {
  readonly version: string;
  /** Of the vector of a judgement. */
  readonly dimensions: number;
  private readonly spellings: Spellings;

  private constructor(
    private readonly header: ModelHeader,
    private readonly table: FeatureTable,
    private readonly heads: Heads,
  ) {
    this.spellings = new Spellings(table);
    this.version = header.version;
    this.dimensions = header.dimensions;
  }

  /** Throws `UnreadableModel` for anything but the bytes of a model with these heads. */
  static parse(bytes: Uint8Array): EmbeddedModel {
    const { header, hashes, table, heads } = modelParts(bytes);
    for (const name of HEAD_NAMES)
      if (header.heads[name].join() !== LABELS[name].join())
        throw new UnreadableModel(`its labels of ${name} are not those of this version`);
    const vectors = new FeatureTable(hashes, table, header.dimensions);
    return new EmbeddedModel(header, vectors, headsOf(heads, header.dimensions));
  }

  /** Reads up to `MAX_TOKENS` tokens of a text, in the light of the question it answers. */
  read(text: string, question: string | null): Reading {
    const tokens = tokensOf(text);
    const sums = new FeatureSums(tokens.length, this.dimensions);
    visitFeatures(
      text,
      tokens,
      questionKindOf(question),
      (hash, position) => this.table.add(hash, sums, position),
      (word, length, hash, position) => this.spellings.addTo(sums, position, word, length, hash),
    );
    return new SummedReading(tokens, sums, this.header, this.heads);
  }
}

class SummedReading implements Reading {
  readonly thresholds: number[];
  private whole: Judgement | null = null;

  constructor(
    readonly tokens: Token[],
    private readonly sums: FeatureSums,
    private readonly header: ModelHeader,
    private readonly heads: Heads,
  ) {
    this.thresholds = header.thresholds;
  }

  judge(from = 0, to = this.tokens.length): Judgement {
    const isWhole = from === 0 && to === this.tokens.length;
    if (!isWhole) return new SumJudgement(this.vectorOf(from, to), this.header, this.heads);
    return (this.whole ??= new SumJudgement(this.vectorOf(from, to), this.header, this.heads));
  }

  evidence(head: HeadName, label: number, from = 0, to = this.tokens.length): Span | null {
    const range = strongestRange(this.heads[head].contributions(label, this.sums, from, to));
    if (range === null) return null;
    return { start: this.tokens[from + range.from]!.start, end: this.tokens[from + range.to - 1]!.end };
  }

  private vectorOf(from: number, to: number): Float32Array {
    const { vector, count } = this.sums.total(from, to);
    const factor = this.header.scale / Math.max(1, count) ** this.header.lengthExponent;
    for (let i = 0; i < vector.length; i++) vector[i]! *= factor;
    return vector;
  }
}

/** Judges by each head only when asked: of a clause, nobody asks what it takes longest to say. */
class SumJudgement implements Judgement {
  constructor(
    private readonly sum: Float32Array,
    private readonly header: ModelHeader,
    private readonly heads: Heads,
  ) {}

  get vector(): Float32Array {
    return toUnitLength(this.sum.slice());
  }

  get emotions(): Float32Array {
    const outputs = this.heads.emotion.outputs(this.sum);
    for (let label = 0; label < outputs.length; label++) {
      const { slope, offset } = this.header.calibration[label]!;
      outputs[label] = 1 / (1 + Math.exp(-(slope * outputs[label]! + offset)));
    }
    return outputs;
  }

  get sentiment(): Judgement['sentiment'] {
    const [negative, neutral, positive] = softmax(this.heads.sentiment.outputs(this.sum));
    return { negative: negative!, neutral: neutral!, positive: positive! };
  }

  get actionability(): Judgement['actionability'] {
    const [needsAnswer, suggestion, none] = softmax(this.heads.actionability.outputs(this.sum));
    return { needs_answer: needsAnswer!, suggestion: suggestion!, none: none! };
  }
}

function headsOf(numbers: Float32Array, dimensions: number): Heads {
  let start = 0;
  const head = (name: HeadName, isExclusive: boolean) => {
    const from = start;
    start += LABELS[name].length * (dimensions + 1);
    return new LinearHead(numbers.subarray(from, start), dimensions, isExclusive);
  };
  return {
    emotion: head('emotion', false),
    sentiment: head('sentiment', true),
    actionability: head('actionability', true),
  };
}

/** In place. */
function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += vector[i]! * vector[i]!;
  const factor = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  for (let i = 0; i < vector.length; i++) vector[i]! *= factor;
  return vector;
}
