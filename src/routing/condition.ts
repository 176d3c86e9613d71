import type { Problem } from '../platform/errors.js';
import {
  firstProblems,
  isRecord,
  labelFault,
  pointerTo,
  unknownFields,
  type Reading,
} from '../platform/reading.js';
import { choicesOf, FIELD_NAMES, kindOf, type FieldKind, type Scalar } from './facts.js';
import { wordsOf } from './words.js';

/** What a response must be like for a rule to match it; a tree of comparisons. */
export type Condition =
  { always: true } | { all: Condition[] } | { any: Condition[] } | { not: Condition } | Comparison;

/** One field held against a value. What each operator means is told where it is evaluated. */
export type Comparison = { field: string } & (
  | { op: 'eq' | 'ne'; value: Scalar }
  | { op: 'lt' | 'lte' | 'gt' | 'gte'; value: number }
  | { op: 'in' | 'not_in'; value: Scalar[] }
  | { op: 'contains_any' | 'contains_all'; value: string[] }
  | { op: 'exists'; value: boolean }
);
export type Operator = Comparison['op'];

/** Deeper trees than this nobody reads any more. */
export const MAX_DEPTH = 8;
/** Comparisons and the groups that hold them, all together. */
export const MAX_NODES = 200;
/** Of one list: keywords of `contains_…`, values of `in` and `not_in`. */
export const MAX_LIST_VALUES = 100;
export const MAX_KEYWORD_CHARS = 100;
/** As long as the longest label a choice can have. */
export const MAX_VALUE_CHARS = 500;
/** A prefix and the name of one property. */
export const MAX_FIELD_CHARS = 150;

const MATCHES: Operator[] = ['eq', 'ne', 'in', 'not_in'];
const ORDERS: Operator[] = ['lt', 'lte', 'gt', 'gte'];
const SEARCHES: Operator[] = ['contains_any', 'contains_all'];

/** The operators each kind of field can be asked with. */
export const OPERATORS: Readonly<Record<FieldKind, readonly Operator[]>> = {
  number: [...MATCHES, ...ORDERS, 'exists'],
  choice: [...MATCHES, 'exists'],
  name: [...MATCHES, 'exists'],
  text: [...SEARCHES, 'exists'],
  title: [...MATCHES, ...SEARCHES, 'exists'],
  open: [...MATCHES, ...ORDERS, ...SEARCHES, 'exists'],
};

/**
 * A condition read from outside. Unknown fields are refused, so the value given *is* the condition and is handed back
 * as it came. Never throws. `at` is the JSON pointer of the value inside the body it came in.
 */
export function readCondition(value: unknown, at = ''): Reading<{ condition: Condition }> {
  const problems = firstProblems(conditionProblems(value, at, 1, { nodesLeft: MAX_NODES }));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, condition: value as Condition };
}

function* conditionProblems(
  value: unknown,
  at: string,
  depth: number,
  budget: { nodesLeft: number },
): Iterable<Problem> {
  if (--budget.nodesLeft < 0) {
    if (budget.nodesLeft === -1) yield { pointer: at, detail: `is one more than ${MAX_NODES} nodes` };
  } else if (depth > MAX_DEPTH) {
    yield { pointer: at, detail: `is nested deeper than ${MAX_DEPTH} levels` };
  } else if (!isRecord(value)) {
    yield { pointer: at, detail: 'must be an object' };
  } else if (Object.hasOwn(value, 'field')) {
    yield* comparisonProblems(value, at);
  } else {
    yield* groupProblems(value, at, (part, pointer) => conditionProblems(part, pointer, depth + 1, budget));
  }
}

function* groupProblems(
  value: Record<string, unknown>,
  at: string,
  partProblems: (part: unknown, at: string) => Iterable<Problem>,
): Iterable<Problem> {
  const kind = (['all', 'any', 'not', 'always'] as const).find((name) => Object.hasOwn(value, name));
  if (!kind) {
    yield { pointer: at, detail: 'must hold all, any, not, always, or field with op and value' };
    return;
  }
  yield* unknownFields(value, [kind], at);
  const inside = value[kind];
  const pointer = `${at}/${kind}`;
  if (kind === 'not') yield* partProblems(inside, pointer);
  else if (kind !== 'always') yield* listProblems(inside, pointer, MAX_NODES, partProblems);
  else if (inside !== true) yield { pointer, detail: 'must be true' };
}

function* comparisonProblems(value: Record<string, unknown>, at: string): Iterable<Problem> {
  yield* unknownFields(value, ['field', 'op', 'value'], at);
  const kind = fieldKind(value.field);
  if (!kind) {
    yield { pointer: `${at}/field`, detail: `must be one of ${FIELD_NAMES.join(', ')}` };
    return;
  }
  const op = OPERATORS[kind].find((operator) => operator === value.op);
  if (!op) yield { pointer: `${at}/op`, detail: `must be one of ${OPERATORS[kind].join(', ')}` };
  else
    yield* operandProblems(
      { kind, choices: choicesOf(value.field as string) },
      op,
      value.value,
      `${at}/value`,
    );
}

function fieldKind(field: unknown): FieldKind | null {
  if (labelFault(field, MAX_FIELD_CHARS)) return null;
  return kindOf(field as string);
}

/** What a field takes. */
interface Asked {
  kind: FieldKind;
  choices: readonly string[];
}

function* operandProblems(asked: Asked, op: Operator, value: unknown, at: string): Iterable<Problem> {
  const faultOf = (item: unknown) => operandFault(asked, op, item);
  if (op === 'in' || op === 'not_in' || SEARCHES.includes(op)) {
    yield* listProblems(value, at, MAX_LIST_VALUES, function* (item, pointer) {
      const detail = faultOf(item);
      if (detail) yield { pointer, detail };
    });
    return;
  }
  const detail = faultOf(value);
  if (detail) yield { pointer: at, detail };
}

function* listProblems(
  value: unknown,
  at: string,
  max: number,
  itemProblems: (item: unknown, at: string) => Iterable<Problem>,
): Iterable<Problem> {
  if (!Array.isArray(value) || value.length < 1 || value.length > max) {
    yield { pointer: at, detail: `must be a list of 1 to ${max}` };
    return;
  }
  for (const [index, item] of value.entries()) yield* itemProblems(item, pointerTo(at, index));
}

function operandFault({ kind, choices }: Asked, op: Operator, value: unknown): string | null {
  if (op === 'exists') return typeof value === 'boolean' ? null : 'must be true or false';
  if (SEARCHES.includes(op)) return keywordFault(value);
  if (kind === 'number' || ORDERS.includes(op)) return Number.isFinite(value) ? null : 'must be a number';
  if (kind === 'choice') {
    return choices.includes(value as string) ? null : `must be one of ${choices.join(', ')}`;
  }
  if (kind === 'open' && (typeof value === 'boolean' || Number.isFinite(value))) return null;
  return labelFault(value, MAX_VALUE_CHARS);
}

function keywordFault(value: unknown): string | null {
  const fault = labelFault(value, MAX_KEYWORD_CHARS);
  if (fault) return fault;
  return wordsOf(value as string) === '' ? 'must hold a letter, a digit or an emoji' : null;
}
