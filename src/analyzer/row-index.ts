/** Finds the row of a feature by its hash: open addressing, at most half full. */
export class RowIndex {
  private readonly slots: Int32Array;
  private readonly mask: number;

  /** The row of a hash is its place among these. */
  constructor(private readonly hashes: Uint32Array) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length * 2)));
    this.mask = size - 1;
    this.slots = new Int32Array(size).fill(-1);
    for (let row = 0; row < hashes.length; row++) {
      let slot = hashes[row]! & this.mask;
      while (this.slots[slot] !== -1) slot = (slot + 1) & this.mask;
      this.slots[slot] = row;
    }
  }

  /** -1 for a feature without a row. */
  find(hash: number): number {
    for (let slot = hash & this.mask; ; slot = (slot + 1) & this.mask) {
      const row = this.slots[slot]!;
      if (row === -1 || this.hashes[row] === hash) return row;
    }
  }
}
