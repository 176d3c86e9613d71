import type { Span } from './analysis.js';
import type { TokenRange } from './evidence.js';
import type { Token } from './tokens.js';

/** Longer stretches without a sign are cut: nobody says one thing in more words. */
export const MAX_CLAUSE_TOKENS = 40;

/** A part of a sentence that says one thing: a range of tokens, and of the text. */
export interface Clause extends TokenRange, Span {
  /** Which sentence of the text it belongs to, from 0. */
  sentence: number;
  /** Whether it begins with a word that turns against what was said before (“but”). */
  isTurn: boolean;
}

const TURNS = new Set(
  'but although though however while whilst whereas except yet albeit unfortunately sadly nevertheless nonetheless otherwise despite unless'.split(
    ' ',
  ),
);
/** Two words that turn together. */
const TURNS_OF_TWO = new Set([
  ...['apart from', 'aside from', 'other than', 'that said', 'only gripe'],
  ...[
    'only complaint',
    'only downside',
    'only problem',
    'only issue',
    'only thing',
    'shame about',
    'pity about',
  ],
]);
const JOINERS = new Set(['and', 'also', 'plus', 'because', 'then', 'so', 'or', 'when', 'as']);
const SUBJECTS = new Set(
  "the a an i i'm i've it it's its they they're their we we've you your my our this that these there he she his her no not never very when one some everything nobody staff".split(
    ' ',
  ),
);
/** Words that link a clause to the one before and say nothing themselves; its range in the text begins after them. */
const LINKS = new Set('but although though however while whereas yet and also plus so'.split(' '));
const SENTENCE_END = /[.!?…。！？\n\r\u2028\u2029]/;
const CLAUSE_END = /[,;:()[\]{}|•·–—、，；：]|\s-+\s|^-|\s[+/]\s/;

/**
 * Splits a text where one thing ends and another begins: at the ends of sentences, at commas and the like, before words
 * that turn (“but”, “although”, “except”) and before an “and” that begins a new statement. Covers every token, in order.
 * Linear in the length of the text.
 */
export function clausesOf(text: string, tokens: readonly Token[], forms: readonly string[]): Clause[] {
  const clauses: Clause[] = [];
  let [from, sentence, turned] = [0, 0, false];
  for (let at = 0; at < tokens.length; at++) {
    const gap = text.slice(tokens[at]!.end, tokens[at + 1]?.start ?? text.length);
    const turns = isTurn(forms, at + 1) && goesOn(text, tokens, at + 1);
    const endsSentence = SENTENCE_END.test(gap) && !isInside(gap, forms, at);
    const ends = endsSentence || turns || CLAUSE_END.test(gap) || joins(forms, at + 1);
    if (!ends && at + 1 < tokens.length && at + 1 - from < MAX_CLAUSE_TOKENS) continue;
    const first = from < at && LINKS.has(forms[from]!) ? from + 1 : from;
    clauses.push({
      from,
      to: at + 1,
      start: tokens[first]!.start,
      end: tokens[at]!.end,
      sentence,
      isTurn: turned,
    });
    [from, turned] = [at + 1, turns];
    if (endsSentence) sentence++;
  }
  return clauses;
}

function isTurn(forms: readonly string[], at: number): boolean {
  return TURNS.has(forms[at] ?? '') || TURNS_OF_TWO.has(`${forms[at]} ${forms[at + 1]}`);
}

/** Whether the sentence does; a “though” at its end turns nothing. */
function goesOn(text: string, tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next !== undefined && !SENTENCE_END.test(text.slice(tokens[at]!.end, next.start));
}

const NAME_PART = /^(\d.*|.|com|co|uk|org|net|js|ts|io|ai|app|eu|pdf|csv|xlsx?|docx?)$/;

/** A point inside a number, a name or an abbreviation (“3.5”, “node.js”, “e.g”), not a forgotten space. */
function isInside(gap: string, forms: readonly string[], at: number): boolean {
  return gap === '.' && NAME_PART.test(forms[at + 1] ?? '');
}

function joins(forms: readonly string[], at: number): boolean {
  return JOINERS.has(forms[at] ?? '') && SUBJECTS.has(forms[at + 1] ?? '');
}
