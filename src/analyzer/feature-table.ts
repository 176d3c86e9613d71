import { RowIndex } from './row-index.js';

/** What is added to each number of the table, so that none is below 0 and none carries into the next when summed. */
const BIAS = 128;

/**
 * The vectors of the features. They are summed two numbers at a time, as halves of one 32-bit word, which is why a sum
 * may take up `MAX_TERMS` rows and is read through `at`.
 */
export class FeatureTable {
  /** 255 times this many still fits 16 bits. */
  static readonly MAX_TERMS = 257;

  private readonly index: RowIndex;
  private readonly words: Int32Array;

  constructor(
    hashes: Uint32Array,
    table: Int8Array,
    readonly dimensions: number,
  ) {
    this.index = new RowIndex(hashes);
    const halves = new Uint16Array(table.length);
    for (let at = 0; at < table.length; at++) halves[at] = table[at]! + BIAS;
    this.words = new Int32Array(halves.buffer);
  }

  /** Sums for a number of texts, empty at first. */
  sums(count: number): FeatureSums {
    return new FeatureSums(count, this.dimensions);
  }

  /** Adds the row of a feature to one of the sums; does nothing for a feature without a row. */
  add(hash: number, sums: FeatureSums, sum: number): void {
    const row = this.index.find(hash);
    if (row === -1 || sums.counts[sum]! >= FeatureTable.MAX_TERMS) return;
    sums.counts[sum]!++;
    const { words } = this;
    const target = sums.words;
    const half = this.dimensions >> 1;
    const from = row * half;
    const to = sum * half;
    for (let i = 0; i < half; i++) target[to + i]! += words[from + i]!;
  }
}

export class FeatureSums {
  readonly words: Int32Array;
  /** How many rows each is the sum of. */
  readonly counts: Uint16Array;
  private readonly halves: Uint16Array;

  constructor(
    count: number,
    readonly dimensions: number,
  ) {
    this.halves = new Uint16Array(count * dimensions);
    this.words = new Int32Array(this.halves.buffer);
    this.counts = new Uint16Array(count);
  }

  /** The scalar product of one of the sums and some weights. */
  weigh(sum: number, weights: Float32Array): number {
    const from = sum * this.dimensions;
    const bias = this.counts[sum]! * BIAS;
    let product = 0;
    for (let i = 0; i < this.dimensions; i++) product += (this.halves[from + i]! - bias) * weights[i]!;
    return product;
  }

  /** The total of the sums in a range; how many rows that are comes with it. */
  total(from: number, to: number): { vector: Float32Array; count: number } {
    const vector = new Float32Array(this.dimensions);
    let count = 0;
    for (let sum = from; sum < to; sum++) {
      const at = sum * this.dimensions;
      const bias = this.counts[sum]! * BIAS;
      for (let i = 0; i < this.dimensions; i++) vector[i]! += this.halves[at + i]! - bias;
      count += this.counts[sum]!;
    }
    return { vector, count };
  }
}
