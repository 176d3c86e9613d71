import { QUESTION_KINDS, type QuestionKind } from './question.js';
import type { Token } from './tokens.js';

/** Longer words are read up to here; they are identifiers and pasted bytes. */
const MAX_WORD_CHARS = 40;
/** With the boundaries of the word. */
export const MAX_WORD_CODES = MAX_WORD_CHARS + 2;
const MAX_GRAM_CHARS = 5;
const MAX_MARKS = 4;
const SHORT_ANSWER_TOKENS = 3;
/** About as much as the characters of the word. */
const SHORT_ANSWER_WEIGHT = 10;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const WORD_START = 0x3c; // “<” and “>” cannot occur in a word
const WORD_END = 0x3e;

/** Different seeds keep features of different kinds apart that are spelled alike. */
const WORD = 1;
const PAIR = 2;
const TRIPLE = 3;
const GRAM = 4;
const MARKS = 5;
const ASKED = 6;

/** Takes one feature: an unsigned 32-bit hash, and the index of the token it belongs to. */
export type FeatureVisitor = (hash: number, position: number) => void;

/**
 * Takes the spelling of a token instead of its features one by one: the first `length` codes are its normal form, which
 * is to be read at once. For the same form the hash and the features are the same.
 */
export type SpellingVisitor = (word: Uint16Array, length: number, hash: number, position: number) => void;

/**
 * Visits the features of a text in one pass, in a fixed order: for each token the n-grams of 1 to 3 words that end with
 * it, its spelling, the marks that follow it (`!`, `:)`), and the word together with what was asked for. Hashing is
 * FNV-1a.
 */
export function visitFeatures(
  text: string,
  tokens: Token[],
  question: QuestionKind,
  visit: FeatureVisitor,
  visitWord: SpellingVisitor = (word, length, _hash, position) =>
    visitSpelling(word, length, position, visit),
): void {
  const asked = question === 'other' ? 0 : finish(ASKED, QUESTION_KINDS.indexOf(question) + 1);
  let before = 0;
  let twoBefore = 0;
  for (let position = 0; position < tokens.length; position++) {
    const { start, end } = tokens[position]!;
    const length = normalise(text, start, end);
    const word = hashOf(WORD_BUFFER, 0, length);
    visit(finish(WORD, word), position);
    visit(finish(PAIR, Math.imul(before, 31) + word), position);
    visit(finish(TRIPLE, Math.imul(Math.imul(twoBefore, 31) + before, 31) + word), position);
    visitWord(WORD_BUFFER, length, word, position);
    const marks = marksAfter(text, end, tokens[position + 1]?.start ?? text.length);
    if (marks !== 0) visit(finish(MARKS, marks), position);
    if (marks !== 0) visit(finish(MARKS, Math.imul(marks, 31) + word), position);
    if (asked !== 0) visitAnswer(finish(asked, word), tokens.length, position, visit);
    twoBefore = before;
    before = word;
  }
}

/** A word together with what was asked for; several times in an answer so short that it says nothing by itself. */
function visitAnswer(hash: number, tokens: number, position: number, visit: FeatureVisitor): void {
  const times = tokens <= SHORT_ANSWER_TOKENS ? SHORT_ANSWER_WEIGHT : 1;
  for (let time = 0; time < times; time++) visit(hash, position);
}

// The word being read and its boundaries. One buffer for all, since reading is synchronous.
const WORD_BUFFER = new Uint16Array(MAX_WORD_CODES);

/** Writes a token to the buffer, lower-cased, without case, apostrophe shapes, figures and drawn-out letters mattering. */
function normalise(text: string, start: number, end: number): number {
  let length = 0;
  WORD_BUFFER[length++] = WORD_START;
  const limit = Math.min(end, start + MAX_WORD_CHARS);
  for (let at = start; at < limit; at++) {
    const code = plain(text.charCodeAt(at));
    const isDrawnOut = code === WORD_BUFFER[length - 1] && code === WORD_BUFFER[length - 2];
    if (!isDrawnOut) WORD_BUFFER[length++] = code;
  }
  WORD_BUFFER[length++] = WORD_END;
  return length;
}

function plain(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code + 0x20;
  if (code < 0x80) return code >= 0x30 && code <= 0x39 ? 0x30 : code;
  if (code === 0x2019) return 0x27;
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

/** Visits the n-grams of 2 to 5 characters of a word in its normal form, boundaries included. */
export function visitSpelling(
  word: Uint16Array,
  length: number,
  position: number,
  visit: FeatureVisitor,
): void {
  for (let from = 0; from < length - 1; from++) {
    const to = Math.min(length, from + MAX_GRAM_CHARS);
    let hash = step(FNV_BASIS, word[from]!);
    for (let at = from + 1; at < to; at++) {
      hash = step(hash, word[at]!);
      visit(finish(GRAM, hash), position);
    }
  }
}

/** A hash of the first marks between two tokens, spaces aside; 0 without any. */
function marksAfter(text: string, from: number, to: number): number {
  let hash = FNV_BASIS;
  const limit = Math.min(to, from + 2 * MAX_MARKS);
  let marks = 0;
  for (let at = from; at < limit && marks < MAX_MARKS; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0xa0) continue;
    hash = step(hash, code);
    marks++;
  }
  return marks === 0 ? 0 : hash;
}

function hashOf(codes: Uint16Array, from: number, to: number): number {
  let hash = FNV_BASIS;
  for (let at = from; at < to; at++) hash = step(hash, codes[at]!);
  return hash;
}

function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, FNV_PRIME);
}

/** Mixes well, so that the low bits of the hash may serve as a table index (the finaliser of MurmurHash3). */
function finish(kind: number, hash: number): number {
  let mixed = hash ^ Math.imul(kind, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
