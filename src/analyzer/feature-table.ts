import { RowIndex } from './row-index.js';

/** The vectors of the features. */
export class FeatureTable {
  /** So many rows can be added to one sum: 128 times this many still fits 16 bits. */
  static readonly MAX_TERMS = 255;

  private readonly index: RowIndex;

  /** The row of a hash is at its place among the others. */
  constructor(
    hashes: Uint32Array,
    private readonly rows: Int8Array,
    readonly dimensions: number,
  ) {
    this.index = new RowIndex(hashes);
  }

  /** Adds the row of a feature to one of the sums; does nothing for a feature without a row. */
  add(hash: number, sums: FeatureSums, sum: number): void {
    const row = this.index.find(hash);
    if (row === -1 || sums.counts[sum]! >= FeatureTable.MAX_TERMS) return;
    sums.counts[sum]!++;
    const { rows, dimensions } = this;
    const { numbers } = sums;
    const from = row * dimensions;
    const to = sum * dimensions;
    for (let i = 0; i < dimensions; i++) numbers[to + i]! += rows[from + i]!;
  }
}

/** Sums of rows, empty at first. */
export class FeatureSums {
  readonly numbers: Int16Array;
  /** How many rows each is the sum of. */
  readonly counts: Uint16Array;

  constructor(
    count: number,
    readonly dimensions: number,
  ) {
    this.numbers = new Int16Array(count * dimensions);
    this.counts = new Uint16Array(count);
  }

  clear(sum: number): void {
    this.numbers.fill(0, sum * this.dimensions, (sum + 1) * this.dimensions);
    this.counts[sum] = 0;
  }

  /** Adds one of some other sums to one of these; together they must not have more than `MAX_TERMS` rows. */
  add(sum: number, others: FeatureSums, other: number): void {
    const { numbers, dimensions } = this;
    const terms = others.numbers;
    const from = other * dimensions;
    const to = sum * dimensions;
    for (let i = 0; i < dimensions; i++) numbers[to + i]! += terms[from + i]!;
    this.counts[sum]! += others.counts[other]!;
  }

  /** The scalar product of one of the sums and some weights. */
  weigh(sum: number, weights: Float32Array): number {
    const from = sum * this.dimensions;
    let product = 0;
    for (let i = 0; i < this.dimensions; i++) product += this.numbers[from + i]! * weights[i]!;
    return product;
  }

  /** The total of the sums in a range; how many rows that are comes with it. */
  total(from: number, to: number): { vector: Float32Array; count: number } {
    const { numbers, dimensions } = this;
    const totals = new Int32Array(dimensions);
    let count = 0;
    for (let sum = from; sum < to; sum++) {
      const at = sum * dimensions;
      for (let i = 0; i < dimensions; i++) totals[i]! += numbers[at + i]!;
      count += this.counts[sum]!;
    }
    return { vector: new Float32Array(totals), count };
  }
}
