import { stemOf } from './stems.js';
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

type Edges<T> = Map<string, Node<T>[]>;

/** Most nodes are the end of a pattern, from which nothing goes on. */
interface Node<T> {
  byStem: Edges<T> | null;
  byForm: Edges<T> | null;
  afterGap: Node<T> | null;
  isShared: boolean;
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
    const end = wordsOf(text, tokens).stems.reduce(
      (at, stem) => shared((at.byStem ??= edges<T>()), stem),
      this.root,
    );
    if (tokens.length > 0) put(end, value);
  }

  addPattern(pattern: string, value: T): void {
    const isOne = (element: string) => /^[^=|*]+$/.test(element);
    let end = this.root;
    for (const element of pattern.split(' '))
      if (element === '*') end = end.afterGap ??= node();
      else if (isOne(element)) end = shared((end.byStem ??= edges<T>()), stemOf(element));
      else end = either(end, element.split('|'));
    put(end, value);
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
      for (const next of at.byStem?.get(stems[position]!) ?? NONE) walk(next, start, position + 1);
      for (const next of at.byForm?.get(forms[position]!) ?? NONE) walk(next, start, position + 1);
    };
    for (let start = from; start < to; start++) follow(this.root, start, start);
    return found;
  }
}

const NONE: readonly never[] = [];

function node<T>(isShared = false): Node<T> {
  return { isShared, byStem: null, byForm: null, afterGap: null, values: [] };
}

function edges<T>(): Edges<T> {
  return new Map();
}

/** One node that several words lead to; of this pattern only, so that no other one goes on from it. */
function either<T>(from: Node<T>, words: string[]): Node<T> {
  const target = node<T>();
  for (const word of words) {
    const [next, key] = word.startsWith('=')
      ? [(from.byForm ??= edges<T>()), word.slice(1)]
      : [(from.byStem ??= edges<T>()), stemOf(word)];
    const known = next.get(key);
    if (known) known.push(target);
    else next.set(key, [target]);
  }
  return target;
}

/** The node a single word leads to, for all patterns that go on with it. */
function shared<T>(from: Edges<T>, word: string): Node<T> {
  const known = from.get(word);
  const next = known?.find(({ isShared }) => isShared) ?? node<T>(true);
  if (!known) from.set(word, [next]);
  else if (!known.includes(next)) known.push(next);
  return next;
}

function put<T>(end: Node<T>, value: T): void {
  if (!end.values.includes(value)) end.values.push(value);
}
