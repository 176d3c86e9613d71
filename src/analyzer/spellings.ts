import { FeatureSums, type FeatureTable } from './feature-table.js';
import { MAX_WORD_CODES, visitSpelling } from './features.js';

/** Of the words of comments these make up nearly all; a power of two. */
const REMEMBERED_WORDS = 8_192;

/** What the features of the spelling of a word add up to; remembers it of words read lately, for most come again soon. */
export class Spellings {
  private readonly sums: FeatureSums;
  private readonly codes = new Uint16Array(REMEMBERED_WORDS * MAX_WORD_CODES);
  private readonly lengths = new Uint8Array(REMEMBERED_WORDS);

  constructor(private readonly table: FeatureTable) {
    this.sums = new FeatureSums(REMEMBERED_WORDS, table.dimensions);
  }

  /** Adds that of a word, given by its normal form and a hash of it, to one of some sums. */
  addTo(sums: FeatureSums, sum: number, word: Uint16Array, length: number, hash: number): void {
    const place = hash & (REMEMBERED_WORDS - 1);
    if (!this.isAt(place, word, length)) this.put(place, word, length);
    sums.add(sum, this.sums, place);
  }

  private isAt(place: number, word: Uint16Array, length: number): boolean {
    if (this.lengths[place] !== length) return false;
    const start = place * MAX_WORD_CODES;
    for (let at = 0; at < length; at++) if (this.codes[start + at] !== word[at]) return false;
    return true;
  }

  private put(place: number, word: Uint16Array, length: number): void {
    const start = place * MAX_WORD_CODES;
    for (let at = 0; at < length; at++) this.codes[start + at] = word[at]!;
    this.lengths[place] = length;
    this.sums.clear(place);
    visitSpelling(word, length, place, this.add);
  }

  private readonly add = (hash: number, place: number): void => this.table.add(hash, this.sums, place);
}
