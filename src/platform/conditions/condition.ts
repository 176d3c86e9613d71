import type { Problem } from '../errors.js';
import { firstProblems, isRecord, labelFault, pointerTo, type Reading, unknownFields } from '../reading.js';
import { wordsOf } from './words.js';

/** What something must be like; a tree of comparisons. */
export type Condition<C = Comparison> =
  { always: true } | { all: Condition<C>[] } | { any: Condition<C>[] } | { not: Condition<C> } | C;

/** One field held against a value. */
export type Comparison = { field: string } & (
  | { op: 'eq' | 'ne'; value: Scalar }
  | { op: 'lt' | 'lte' | 'gt' | 'gte'; value: number }
  | { op: 'in' | 'not_in'; value: Scalar[] }
  | { op: 'contains_any' | 'contains_all'; value: string[] }
  | { op: 'exists'; value: boolean }
);

/** A moment held against another one, which belongs to what comes `since` it. */
export interface Dating {
  field: string;
  op: 'before' | 'since';
  /** A date, which begins at midnight UTC, or a date and time with its offset (RFC 3339). */
  value: string;
}

/** Whatever a field can be asked, dates among it. */
export type AnyComparison = Comparison | Dating;
export type Operator = AnyComparison['op'];

/** What can be compared; anything else is unknown to conditions. */
export type Scalar = string | number | boolean;

/**
 * What a field can be asked: a `number` compares as one; a `choice` is one of a closed list; a `name` is a short text
 * that is or is not; a `text` is searched for keywords; a `title` is both; an `open` field holds whatever came; a
 * `value` as well, but is not searched; a `truth` is or is not; a `moment` comes before or since another.
 */
export type FieldKind =
  'number' | 'choice' | 'name' | 'text' | 'title' | 'open' | 'value' | 'truth' | 'moment';

export interface Field {
  kind: FieldKind;
  /** Of a `choice`: what it can be. */
  choices?: readonly string[];
}

/** What conditions of one sort can ask about. */
export interface Fields {
  /** For messages. */
  names: readonly string[];
  /** Null when there is no such field. */
  find(name: string): Field | null;
}

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
  value: [...MATCHES, ...ORDERS, 'exists'],
  truth: ['eq', 'ne', 'exists'],
  moment: ['before', 'since', 'exists'],
};

const DATE = /^[12]\d{3}-\d{2}-\d{2}$/;
const DATE_AND_TIME = /^[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * A condition read from outside. Unknown fields are refused, so the value given *is* the condition and is handed back
 * as it came. Never throws. `at` is the JSON pointer of the value inside the body it came in.
 */
export function readCondition(
  fields: Fields,
  value: unknown,
  at = '',
): Reading<{ condition: Condition<AnyComparison> }> {
  const problems = firstProblems(
    conditionProblems(value, at, { fields, depth: 1, budget: { nodesLeft: MAX_NODES } }),
  );
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, condition: value as Condition<AnyComparison> };
}

/** Where in a tree the reading is, and what it may still meet. */
interface Place {
  fields: Fields;
  depth: number;
  budget: { nodesLeft: number };
}

function* conditionProblems(value: unknown, at: string, place: Place): Iterable<Problem> {
  const { fields, depth, budget } = place;
  if (--budget.nodesLeft < 0) {
    if (budget.nodesLeft === -1) yield { pointer: at, detail: `is one more than ${MAX_NODES} nodes` };
  } else if (depth > MAX_DEPTH) {
    yield { pointer: at, detail: `is nested deeper than ${MAX_DEPTH} levels` };
  } else if (!isRecord(value)) {
    yield { pointer: at, detail: 'must be an object' };
  } else if (Object.hasOwn(value, 'field')) {
    yield* comparisonProblems(fields, value, at);
  } else {
    yield* groupProblems(value, at, (part, pointer) =>
      conditionProblems(part, pointer, { ...place, depth: depth + 1 }),
    );
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

function* comparisonProblems(fields: Fields, value: Record<string, unknown>, at: string): Iterable<Problem> {
  yield* unknownFields(value, ['field', 'op', 'value'], at);
  const field = labelFault(value.field, MAX_FIELD_CHARS) ? null : fields.find(value.field as string);
  if (!field) {
    yield { pointer: `${at}/field`, detail: `must be one of ${fields.names.join(', ')}` };
    return;
  }
  const operators = OPERATORS[field.kind];
  const op = operators.find((operator) => operator === value.op);
  if (op) yield* operandProblems(field, op, value.value, `${at}/value`);
  else yield { pointer: `${at}/op`, detail: `must be one of ${operators.join(', ')}` };
}

function* operandProblems(field: Field, op: Operator, value: unknown, at: string): Iterable<Problem> {
  const faultOf = (item: unknown) => operandFault(field, op, item);
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

function operandFault({ kind, choices = [] }: Field, op: Operator, value: unknown): string | null {
  if (op === 'exists') return typeof value === 'boolean' ? null : 'must be true or false';
  if (SEARCHES.includes(op)) return keywordFault(value);
  if (kind === 'number' || ORDERS.includes(op)) return Number.isFinite(value) ? null : 'must be a number';
  if (kind === 'choice') {
    return choices.includes(value as string) ? null : `must be one of ${choices.join(', ')}`;
  }
  if (kind === 'truth') return typeof value === 'boolean' ? null : 'must be true or false';
  if (kind === 'moment') return momentFault(value);
  if ((kind === 'open' || kind === 'value') && (typeof value === 'boolean' || Number.isFinite(value)))
    return null;
  return labelFault(value, MAX_VALUE_CHARS);
}

function keywordFault(value: unknown): string | null {
  const fault = labelFault(value, MAX_KEYWORD_CHARS);
  if (fault) return fault;
  return wordsOf(value as string) === '' ? 'must hold a letter, a digit or an emoji' : null;
}

function momentFault(value: unknown): string | null {
  const isMoment =
    typeof value === 'string' && (DATE.test(value) || DATE_AND_TIME.test(value)) && isOnCalendar(value);
  return isMoment ? null : 'must be a date such as 2026-01-31, or a date and time with its offset';
}

/** JavaScript takes 31 February for a day in March; PostgreSQL refuses it. */
function isOnCalendar(text: string): boolean {
  const [date] = text.split('T') as [string];
  const midnight = new Date(`${date}T00:00:00Z`);
  return (
    !Number.isNaN(Date.parse(text)) &&
    !Number.isNaN(midnight.getTime()) &&
    midnight.toISOString().startsWith(date)
  );
}
