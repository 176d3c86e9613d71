import type { Span } from '../analyzer/analysis.js';
import { readableOf } from '../analyzer/readable.js';
import { tokensOf } from '../analyzer/tokens.js';
import { wordsOf } from '../analyzer/words.js';
import { STOP_WORDS } from './stop-words.js';

/** Words of the longest phrases looked for. */
const MAX_WORDS = 3;
/** Of one text; whoever writes more than a page says it again by then. */
const MAX_READ_WORDS = 400;
const MIN_CHARS = 3;
/** Letters to begin with: no number, link or emoji is a topic. */
const WORD = /^(?!https?:|www\.)\p{L}/u;
/** Between two words that belong together stands nothing but space or a hyphen. */
const TOGETHER = /^[\s\u00ad-]*$/u;

/**
 * The phrases of one to three words in an English text, each with where it first stands, by the stems of its words.
 * None begins or ends with a stop word, and none goes over a comma or the end of a sentence.
 */
export function phrasesIn(text: string): Map<string, Span> {
  const readable = readableOf(text);
  const tokens = tokensOf(readable).slice(0, MAX_READ_WORDS);
  const { forms, stems } = wordsOf(readable, tokens);
  const carries = forms.map((form) => WORD.test(form) && form.length >= MIN_CHARS && !STOP_WORDS.has(form));
  const found = new Map<string, Span>();
  for (let from = 0; from < tokens.length; from++) {
    for (let to = from; carries[from] && to < Math.min(from + MAX_WORDS, tokens.length); to++) {
      if (to > from && !TOGETHER.test(readable.slice(tokens[to - 1]!.end, tokens[to]!.start))) break;
      if (!carries[to]) continue;
      const key = stems.slice(from, to + 1).join(' ');
      if (!found.has(key)) found.set(key, { start: tokens[from]!.start, end: tokens[to]!.end });
    }
  }
  return found;
}

/** All phrases of one to three words in what a theme is found by, whatever words they are. */
export function phrasesOf(words: string): string[] {
  const { stems } = wordsOf(words, tokensOf(words));
  return stems.flatMap((_stem, from) =>
    Array.from({ length: Math.min(MAX_WORDS, stems.length - from) }, (_, more) =>
      stems.slice(from, from + more + 1).join(' '),
    ),
  );
}

/** Whether the words of the one stand in a row in the other. */
export function isPartOf(phrase: string, other: string): boolean {
  return ` ${other} `.includes(` ${phrase} `);
}
