import { tokensOf } from './tokens.js';
import { type Words, wordsOf } from './words.js';

/** How many words a `*` in a pattern may stand for. */
export const MAX_GAP_WORDS = 3;

/** Longer patterns are cut: nobody says the same twenty words twice. */
const MAX_PATTERN_WORDS = 20;

/** A pattern found in the words from one up to another. */
export interface Match<T> {
  value: T;
  from: number;
  to: number;
}

interface Node<T> {
  byStem: Map<string, Node<T>>;
  byForm: Map<string, Node<T>>;
  afterGap: Node<T> | null;
  values: T[];
}

/**
 * Many patterns looked for at once, in time that hardly depends on their number (a trie over stems).
 *
 * Of a pattern, each word is found in its inflected forms; `=word` only as it is written, `a|b` stands for either and
 * `*` for up to `MAX_GAP_WORDS` words between two others.
 */
export class Phrases<T> {
  private readonly root: Node<T> = node();

  /** Adds words to be found in a row, whatever signs they hold. */
  addLiteral(text: string, value: T): void {
    const tokens = tokensOf(text).slice(0, MAX_PATTERN_WORDS);
    const end = wordsOf(text, tokens).stems.reduce((at, stem) => step(at.byStem, stem), this.root);
    if (tokens.length > 0) put(end, value);
  }

  addPattern(pattern: string, value: T): void {
    let ends = [this.root];
    for (const element of pattern.split(' '))
      ends = element === '*' ? ends.map(gapAfter) : ends.flatMap((end) => either(end, element));
    for (const end of ends) put(end, value);
  }

  /** What is found in the words from one up to another, in the order of its beginning. */
  matches({ stems, forms }: Words, from: number, to: number): Match<T>[] {
    const found: Match<T>[] = [];
    const walk = (at: Node<T>, start: number, position: number) => {
      for (const value of at.values) found.push({ value, from: start, to: position });
      if (position < to) follow(at, start, position);
      if (!at.afterGap) return;
      const last = Math.min(position + MAX_GAP_WORDS, to - 1);
      for (let after = position; after <= last; after++) follow(at.afterGap, start, after);
    };
    const follow = (at: Node<T>, start: number, position: number) => {
      const byStem = at.byStem.get(stems[position]!);
      if (byStem) walk(byStem, start, position + 1);
      const byForm = at.byForm.size > 0 ? at.byForm.get(forms[position]!) : undefined;
      if (byForm) walk(byForm, start, position + 1);
    };
    for (let start = from; start < to; start++) follow(this.root, start, start);
    return found;
  }
}

function node<T>(): Node<T> {
  return { byStem: new Map(), byForm: new Map(), afterGap: null, values: [] };
}

function either<T>(from: Node<T>, element: string): Node<T>[] {
  return element.split('|').map((word) => {
    if (word.startsWith('=')) return step(from.byForm, word.slice(1));
    return step(from.byStem, wordsOf(word, [{ start: 0, end: word.length }]).stems[0]!);
  });
}

function step<T>(from: Map<string, Node<T>>, word: string): Node<T> {
  const next = from.get(word) ?? node<T>();
  from.set(word, next);
  return next;
}

function gapAfter<T>(from: Node<T>): Node<T> {
  return (from.afterGap ??= node<T>());
}

function put<T>(end: Node<T>, value: T): void {
  if (!end.values.includes(value)) end.values.push(value);
}
