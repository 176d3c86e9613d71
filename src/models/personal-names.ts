import type { Span } from '../analyzer/analysis.js';

/** Names of one contact that are looked for, and how much of each. */
export const MAX_NAMES = 20;
const MAX_NAME_CHARS = 200;

/** Shorter ones, such as “Bo”, are also ordinary words: they count only as they are spelt in the name. */
const MIN_FOLDED_CHARS = 3;

/** Mailboxes of an office, which are words of the trade in a comment and nobody's name. */
const OFFICES = new Set(
  [
    'accounting',
    'accounts',
    'admin',
    'billing',
    'careers',
    'contact',
    'customer',
    'feedback',
    'finance',
    'hello',
  ]
    .concat([
      'help',
      'helpdesk',
      'info',
      'invoice',
      'invoices',
      'legal',
      'mail',
      'marketing',
      'noreply',
      'office',
    ])
    .concat([
      'orders',
      'press',
      'reply',
      'sales',
      'security',
      'service',
      'shop',
      'support',
      'team',
      'webmaster',
    ]),
);

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LETTERS = /[\p{L}\p{M}]+/gu;
/** Scripts that put no space between words: a name is looked for inside of them. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/**
 * Where a text has a word of these names (or of the part of an e-mail address before the @), whatever its case and
 * accents. Linear in the length of the text.
 */
export function namesIn(text: string, names: readonly string[]): Span[] {
  const given = names.slice(0, MAX_NAMES).map((name) => name.slice(0, MAX_NAME_CHARS));
  const words = given.flatMap((name) => [...(name.match(WORD) ?? []), ...(name.match(LETTERS) ?? [])]);
  const [exact, folded] = [new Set<string>(), new Set<string>()];
  for (const word of words.filter(isName)) {
    if (word.length >= MIN_FOLDED_CHARS) folded.add(fold(word));
    else if (word !== word.toLowerCase()) exact.add(word);
  }
  const unspaced = [...new Set(words.filter((word) => UNSPACED.test(word)))];
  return [...spelt(text, exact, folded), ...unspaced.flatMap((word) => occurrences(text, word))];
}

function isName(word: string): boolean {
  return word.length > 1 && /\p{L}/u.test(word) && !OFFICES.has(fold(word));
}

function spelt(text: string, exact: Set<string>, folded: Set<string>): Span[] {
  if (exact.size + folded.size === 0) return [];
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    exact.has(word) || folded.has(fold(word)) ? [{ start: index, end: index + word.length }] : [],
  );
}

function occurrences(text: string, word: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    found.push({ start: at, end: at + word.length });
  }
  return found;
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
