import { type Comparison, MAX_VALUE_CHARS, type Scalar } from '../platform/conditions/condition.js';
import { isSameText, mentions, phraseOf, wordsOf, type Words } from '../platform/conditions/words.js';
import { valuesOf, type Facts } from './facts.js';

/** How one comparison came out, and the sentence that says so whichever way it did. */
export interface Verdict {
  matched: boolean;
  reason: string;
}

/** Of a value quoted in a reason. */
const MAX_QUOTED_CHARS = 60;
/** Of a list of values or keywords in a reason. */
const MAX_QUOTED_VALUES = 5;
/** A longer text equals no value a rule can name, however its characters are encoded. */
const MAX_COMPARED_CHARS = 8 * MAX_VALUE_CHARS;

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/**
 * Holds one fact against a value.
 *
 * - A missing fact satisfies nothing that asks for a value, hence `ne` and `not_in`, which are exactly "not eq" and
 *   "not in".
 * - A list (several choices) satisfies a comparison when one of its items does; several keywords may be found in
 *   different items.
 * - Texts are equal whatever their letter case. A text that spells a number or a truth value equals it and compares
 *   like it, because the properties of an imported file are all text.
 */
export function compare(comparison: Comparison, facts: Facts): Verdict {
  const { field } = comparison;
  const values = valuesOf(facts, field);
  const { matched, reason } =
    values.length > 0 ? compareKnown(comparison, values, facts) : compareMissing(comparison);
  return { matched, reason: `${field} ${reason}` };
}

function compareMissing({ op, value }: Comparison): Verdict {
  const matched = op === 'ne' || op === 'not_in' || (op === 'exists' && value === false);
  return { matched, reason: 'is unknown' };
}

function compareKnown(comparison: Comparison, values: Scalar[], facts: Facts): Verdict {
  switch (comparison.op) {
    case 'exists':
      return { matched: comparison.value, reason: 'is known' };
    case 'eq':
      return isEqual(values, comparison.value);
    case 'ne':
      return opposite(isEqual(values, comparison.value));
    case 'in':
      return isAmong(values, comparison.value);
    case 'not_in':
      return opposite(isAmong(values, comparison.value));
    case 'contains_any':
    case 'contains_all':
      return search(comparison.op, comparison.value, wordsAt(facts, comparison.field, values));
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return isInOrder(comparison.op, values, comparison.value);
  }
}

function opposite({ matched, reason }: Verdict): Verdict {
  return { matched: !matched, reason };
}

function isEqual(values: Scalar[], wanted: Scalar): Verdict {
  const matched = values.some((value) => equals(value, wanted));
  const verb = values.length > 1 ? 'includes' : 'is';
  return {
    matched,
    reason: matched ? `${verb} ${brief(wanted)}` : `is ${listed(values)}, not ${brief(wanted)}`,
  };
}

function isAmong(values: Scalar[], wanted: Scalar[]): Verdict {
  const matched = values.some((value) => wanted.some((one) => equals(value, one)));
  return { matched, reason: `${listed(values)} is ${matched ? 'one' : 'none'} of ${listed(wanted)}` };
}

function equals(value: Scalar, wanted: Scalar): boolean {
  if (typeof wanted === 'number') return numberIn(value) === wanted;
  const text = String(value);
  return text.length <= MAX_COMPARED_CHARS && isSameText(text, String(wanted));
}

const ORDERS = {
  lt: { holds: (a: number, b: number) => a < b, words: 'below' },
  lte: { holds: (a: number, b: number) => a <= b, words: 'at most' },
  gt: { holds: (a: number, b: number) => a > b, words: 'above' },
  gte: { holds: (a: number, b: number) => a >= b, words: 'at least' },
};

function isInOrder(op: keyof typeof ORDERS, values: Scalar[], bound: number): Verdict {
  const { holds, words } = ORDERS[op];
  const matched = values.map(numberIn).some((number) => number !== null && holds(number, bound));
  return { matched, reason: `${listed(values)} is ${matched ? '' : 'not '}${words} ${bound}` };
}

function numberIn(value: Scalar): number | null {
  if (typeof value === 'number') return value;
  const text = String(value).trim();
  return NUMBER.test(text) ? Number(text) : null;
}

function search(op: 'contains_any' | 'contains_all', keywords: string[], words: Words): Verdict {
  const phrases = phrasesOf(keywords);
  const found = keywords.filter((_keyword, index) => mentions(words, phrases[index]!));
  const missed = keywords.filter((keyword) => !found.includes(keyword));
  if (op === 'contains_all') {
    const matched = missed.length === 0;
    return { matched, reason: matched ? `mentions ${cited(found)}` : `does not mention ${cited(missed)}` };
  }
  const matched = found.length > 0;
  return { matched, reason: matched ? `mentions ${cited(found)}` : `mentions none of ${cited(missed)}` };
}

/** A rule searches many texts, so its keywords are read once for as long as the rule lives. */
const phrasesByKeywords = new WeakMap<string[], (string | null)[]>();

function phrasesOf(keywords: string[]): (string | null)[] {
  const phrases = phrasesByKeywords.get(keywords) ?? keywords.map(phraseOf);
  phrasesByKeywords.set(keywords, phrases);
  return phrases;
}

/** Many rules search the same long text, so its words are found once for as long as the facts live. */
const wordsByFacts = new WeakMap<Facts, Map<string, Words>>();

function wordsAt(facts: Facts, field: string, values: Scalar[]): Words {
  const known = wordsByFacts.get(facts) ?? new Map<string, Words>();
  wordsByFacts.set(facts, known);
  // Items end and begin with a space each, and no phrase holds two, so none is found across two items.
  const words = known.get(field) ?? values.map((value) => wordsOf(String(value))).join('');
  known.set(field, words);
  return words;
}

const cited = (keywords: string[]): string => listed(keywords.map((keyword) => `“${keyword}”`));

function listed(values: Scalar[]): string {
  const shown = values.slice(0, MAX_QUOTED_VALUES).map(brief).join(', ');
  const rest = values.length - MAX_QUOTED_VALUES;
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

/** Cut between characters, never inside a surrogate pair, since reasons are stored. */
function brief(value: Scalar): string {
  const text = String(value);
  return (text.length > MAX_QUOTED_CHARS ? cut(text) : text).replace(/\s+/g, ' ');
}

function cut(text: string): string {
  const start = [...text.slice(0, 2 * MAX_QUOTED_CHARS + 2)];
  return start.length > MAX_QUOTED_CHARS ? `${start.slice(0, MAX_QUOTED_CHARS).join('')}…` : start.join('');
}
