/**
 * Text as a rule sees it: whole words, whatever their letter case and accents, in any script. Folding follows Unicode
 * compatibility decomposition (UAX #15) and full upper-casing, so that `Straße`, `STRASSE` and `strasse` are one word,
 * and `café` is `cafe`; vowel signs of scripts that need them are kept, for they are no accents.
 *
 * Everything here takes time linear in the text; no pattern is ever built from what someone typed.
 */

/** Folded words, each with a space before and after; empty when there are none. */
export type Words = string;

/** More marks than this on one letter are noise, and normalising a long run of them takes quadratic time. */
const MARK_RUN = /(\p{M}{8})\p{M}+/gu;

/** Combining accents, the variation selectors of emoji, and the soft hyphen. */
const IGNORED = /[\u0300-\u036f\ufe00-\ufe0f\u00ad]/g;

/** Scripts written without spaces, and emoji: each character is a word, so that a phrase is found anywhere. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{Extended_Pictographic}]\p{M}*/gu;

const WORD = /[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+/gu;

export function wordsOf(text: string): Words {
  const folded = text.replace(MARK_RUN, '$1').normalize('NFKD').replace(IGNORED, '').toUpperCase();
  const words = folded.replace(UNSPACED, ' $& ').match(WORD);
  return words ? ` ${words.join(' ')} ` : '';
}

/**
 * What words must hold for a keyword to be found in them: a word, or a phrase of words that stand together. A trailing
 * `*` lets the last word go on: `refund*` finds `refunded`, `refund` does not. Null for a keyword without any word.
 */
export function phraseOf(keyword: string): string | null {
  const words = wordsOf(keyword);
  if (words === '') return null;
  return keyword.trimEnd().endsWith('*') ? words.slice(0, -1) : words;
}

/** Whether the words hold a phrase; null is found nowhere. */
export function mentions(words: Words, phrase: string | null): boolean {
  return phrase !== null && words.includes(phrase);
}

/** Whether two texts are the same but for letter case and the way their accents are encoded. */
export function isSameText(one: string, other: string): boolean {
  return one === other || upperCase(one) === upperCase(other);
}

function upperCase(text: string): string {
  return text.trim().replace(MARK_RUN, '$1').normalize('NFC').toUpperCase();
}
