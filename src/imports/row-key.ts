import { createHash } from 'node:crypto';

/** Keys are the first 128 bits of a SHA-256: among a billion rows two share one with a chance of 10⁻²¹. */
const KEY_BYTES = 16;
/** Slots of the table of keys at first; it doubles when half of them are taken. */
const INITIAL_SLOTS = 1_024;

/**
 * Gives every row of one import a key that is the same whenever the same file is imported under the same import key, so
 * that a repeated import adds nothing. For rows without an id of their own. A row that stands in the file several times
 * has the keys `x`, `x.2`, `x.3`: they are answers of several people who said the same, unless the file repeats itself.
 */
export class RowKeys {
  /** The first 52 bits of each row seen, open-addressed: 16 bytes a row at most, where a `Set` takes about 60. */
  private seen = new Float64Array(INITIAL_SLOTS);
  private count = 0;
  private readonly repeated = new Map<string, number>();

  constructor(private readonly importKey: string) {}

  /** The key of the next row. Values are taken without the spaces around them. */
  keyOf(values: readonly string[]): string {
    const digest = createHash('sha256')
      .update(contentOf(this.importKey, values))
      .digest()
      .subarray(0, KEY_BYTES);
    const key = digest.toString('base64url');
    if (this.isNew(digest)) return key;
    const occurrence = (this.repeated.get(key) ?? 1) + 1;
    this.repeated.set(key, occurrence);
    return `${key}.${occurrence}`;
  }

  private isNew(digest: Buffer): boolean {
    if (this.count * 2 >= this.seen.length) this.grow();
    const slot = slotOf(prefixOf(digest), this.seen);
    if (this.seen[slot] !== 0) return false;
    this.seen[slot] = prefixOf(digest);
    this.count++;
    return true;
  }

  private grow(): void {
    const larger = new Float64Array(this.seen.length * 2);
    for (const prefix of this.seen) if (prefix !== 0) larger[slotOf(prefix, larger)] = prefix;
    this.seen = larger;
  }
}

function contentOf(importKey: string, values: readonly string[]): string {
  return JSON.stringify([importKey, ...values.map((value) => value.trim())]);
}

/** The first 52 bits as a number above 0, which marks an empty slot. */
function prefixOf(digest: Buffer): number {
  return digest.readUIntBE(0, 6) * 16 + (digest[6]! & 15) + 1;
}

/** Where a prefix stands in the table, or the empty slot where it belongs. */
function slotOf(prefix: number, table: Float64Array): number {
  let slot = prefix % table.length;
  while (table[slot] !== 0 && table[slot] !== prefix) slot = (slot + 1) % table.length;
  return slot;
}
