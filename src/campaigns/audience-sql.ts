import type { AnyComparison, Scalar } from '../platform/conditions/condition.js';
import { type Audience, sourceOf } from './audience.js';
import type { Reach } from './campaign-terms.js';

/** Values of a statement being written: each is added once and named by its place, never by its text. */
export class Parameters {
  readonly values: unknown[] = [];

  /** `first` is the place of the first value: those before it are the statement's own. */
  constructor(private readonly first: number) {}

  /** The place of the value, with its type, such as `$7::text`. */
  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.first + this.values.length - 1}::${type}`;
  }
}

/** What JavaScript's `trim` takes for space, so that a rule and an audience find the same text blank. */
const SPACE = String.raw`E' \t\n\u000b\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'`;
const ASCII_SPACE = String.raw`E' \t\n\u000b\f\r'`;

const ORDERS = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

/**
 * SQL that is true for the contacts of an audience within its reach, in a statement that names `contact`. It means what
 * `evaluate` of routing means by the same condition, is never null, and does not fail on any row.
 */
export function audienceSql(audience: Audience, reach: Reach, parameters: Parameters): string {
  const internal = '(select id from account where tenant_id = $1 and is_internal)';
  const isReached = `(contact.account_id = ${internal}) is ${reach === 'internal' ? '' : 'not '}true`;
  return `(${isReached} and ${conditionSql(audience, parameters)})`;
}

/** SQL for something of the account of a contact; null where there is none. */
export function ofAccount(expression: string): string {
  return `(select ${expression} from account where account.tenant_id = $1 and account.id = contact.account_id offset 0)`;
}

function conditionSql(condition: Audience, parameters: Parameters): string {
  if ('always' in condition) return 'true';
  if ('not' in condition) return `not ${conditionSql(condition.not, parameters)}`;
  if ('all' in condition) return joined(condition.all, 'and', parameters);
  if ('any' in condition) return joined(condition.any, 'or', parameters);
  return comparisonSql(condition, parameters);
}

function joined(parts: Audience[], operator: string, parameters: Parameters): string {
  return `(${parts.map((part) => conditionSql(part, parameters)).join(` ${operator} `)})`;
}

function comparisonSql(comparison: AnyComparison, parameters: Parameters): string {
  const { field, op, value } = comparison;
  const holds = (test: (value: string) => string) => holdsSql(field, test, parameters);
  const isOneOf = (values: readonly Scalar[]) => holds((known) => isOneOfSql(known, values, parameters));
  switch (op) {
    case 'exists':
      return `${value ? '' : 'not '}${holds((known) => `btrim((${known})::text, ${SPACE}) <> ''`)}`;
    case 'eq':
      return isOneOf([value]);
    case 'ne':
      return `not ${isOneOf([value])}`;
    case 'in':
      return isOneOf(value);
    case 'not_in':
      return `not ${isOneOf(value)}`;
    case 'before':
    case 'since': {
      const moment = parameters.add(new Date(value).toISOString(), 'timestamptz');
      return holds((known) => `${known} ${op === 'before' ? '<' : '>='} ${moment}`);
    }
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      const bound = parameters.add(value, 'numeric');
      return holds((known) => `${numberSql(known)} ${ORDERS[op]} ${bound}`);
    }
    case 'contains_any':
    case 'contains_all':
      throw new Error(`No field of an audience is searched, not even ${field}.`);
  }
}

/** Whether a test holds for the value of a field; a missing one passes none. */
function holdsSql(field: string, test: (value: string) => string, parameters: Parameters): string {
  const { table, column, property } = sourceOf(field);
  if (table === 'contact' && column) return `coalesce(${test(column)}, false)`;
  const value = column ?? propertySql(`${table}.properties`, parameters.add(property, 'text'));
  const known = table === 'account' ? ofAccount(`${value} as known`) : `(select ${value} as known offset 0)`;
  return `coalesce((select ${test('known')} from ${known} field), false)`;
}

/** A property that holds more than one value is unknown. */
function propertySql(properties: string, name: string): string {
  const isScalar = `jsonb_typeof(${properties} -> ${name}) in ('string', 'number', 'boolean')`;
  return `case when ${isScalar} then ${properties} ->> ${name} end`;
}

/** Texts are equal whatever their letter case and Unicode form; a text that spells a number equals it. */
function isOneOfSql(known: string, values: readonly Scalar[], parameters: Parameters): string {
  const numbers = values.filter((value) => typeof value === 'number');
  const texts = values.filter((value) => typeof value !== 'number').map(String);
  const ways = [
    ...(texts.length > 0 ? [isOneOfTextsSql(known, texts, parameters)] : []),
    ...(numbers.length > 0 ? [`${numberSql(known)} = any(${parameters.add(numbers, 'numeric[]')})`] : []),
  ];
  return ways.length > 1 ? `(${ways.join(' or ')})` : ways[0]!;
}

function isOneOfTextsSql(known: string, texts: string[], parameters: Parameters): string {
  const places = texts.map((text) => foldedSql(parameters.add(text, 'text')));
  return `${foldedSql(known)} in (${places.join(', ')})`;
}

/**
 * The ICU collation folds all scripts alike on every system; that of the database may know ASCII only. Most texts are
 * ASCII, which is folded in a tenth of the time.
 */
function foldedSql(text: string): string {
  return `case when ${isAscii(text)} then upper(btrim(${text}, ${ASCII_SPACE}) collate "C")
    else upper(normalize(btrim(${text}, ${SPACE}), nfc) collate "und-x-icu") collate "C" end`;
}

/** Only what a number's text looks like is ever cast to one. */
function numberSql(known: string): string {
  const text = `btrim(${known}, case when ${isAscii(known)} then ${ASCII_SPACE} else ${SPACE} end)`;
  return `case when ${text} ~ '^[+-]?[0-9]+([.][0-9]+)?$' then ${text}::numeric end`;
}

function isAscii(text: string): string {
  return `octet_length(${text}) = length(${text})`;
}
