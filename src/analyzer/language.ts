import type { LanguageFound } from './analysis.js';
import { isSpelled } from './words.js';
import { isClearlyEnglish, isRatherEnglish, shareOfEnglish } from './english.js';

/** What the model can judge. */
const SUPPORTED = new Set(['en']);
/** Texts of fewer letters say little about their language; what was known before weighs more. */
const FEW_LETTERS = 25;
/** A text of another language shares hardly more words with English. */
const LITTLE_ENGLISH = 0.25;
/** A guess is made from the beginning of a text. */
const MAX_WORDS = 80;
/** Words of one language under two names. */
const OTHER_NAMES = new Map([
  ['nb', 'no'],
  ['nn', 'no'],
  ['iw', 'he'],
  ['fil', 'tl'],
  ['in', 'id'],
]);

/** What a general detector makes of some words; `code` is empty when it cannot tell. */
export type GuessLanguage = (text: string) => { code: string; isReliable: boolean };

/**
 * The language of a text, from its words in lower case. Frequent English words decide first, then a guess that is
 * reliable or made from more than a few letters; else what was known around the text (a BCP 47 tag) is believed, and nothing is made up. So are texts without
 * words: signs, figures, links.
 */
export function languageOf(
  forms: readonly string[],
  known: string | null,
  guess: GuessLanguage,
): LanguageFound {
  const prior = primary(known);
  const words = forms.slice(0, MAX_WORDS).filter(isSpelled);
  if (words.length === 0) return found(prior, false);
  const share = shareOfEnglish(words);
  if (isClearlyEnglish(share, words.length)) return found('en', true);

  const sample = words.join(' ');
  const { code, isReliable } = guess(sample);
  if (code === 'en') return isReliable || prior === null ? found('en', isReliable) : found(prior, false);
  const isShort = sample.length < FEW_LETTERS;
  if (code !== '' && (isReliable || !isShort) && (share < LITTLE_ENGLISH || isOfAnotherScript(sample)))
    return found(code, isReliable);
  if (isShort && prior !== null) return found(prior, false);
  return found(isRatherEnglish(share) ? 'en' : prior, false);
}

function found(code: string | null, isReliable: boolean): LanguageFound {
  return { code, isReliable, isSupported: code !== null && SUPPORTED.has(code) };
}

/** The language of a tag such as `en-GB`; null for none, and for “undetermined”. */
function primary(tag: string | null): string | null {
  const code = /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag ?? '')?.[1]?.toLowerCase();
  if (code === undefined || code === 'und' || code === 'mul') return null;
  return OTHER_NAMES.get(code) ?? code;
}

/** Whether most letters are not Latin ones. */
function isOfAnotherScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 < letters;
}
