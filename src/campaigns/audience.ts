import { CAPACITIES } from '../accounts/capacity.js';
import {
  type AnyComparison,
  type Condition,
  type Field,
  type Fields,
  readCondition,
} from '../platform/conditions/condition.js';
import type { Reading } from '../platform/reading.js';

/** Who is asked: what a contact and their account must be like, in the language of routing rules. */
export type Audience = Condition<AnyComparison>;

/** Of an audience written as JSON: it becomes part of one statement. */
export const MAX_AUDIENCE_CHARS = 20_000;

/** Where a field is found: in which table, and how its value is told there, as SQL. */
export interface Source {
  table: 'contact' | 'account';
  /** Of a property, null: its name is a value like any other. */
  column: string | null;
  property: string | null;
}

type AudienceField = Field & { source: Source };

const FIELDS = new Map<string, AudienceField>([
  ['contact.capacity', { kind: 'choice', choices: CAPACITIES, source: column('contact', 'capacity') }],
  ['contact.language', { kind: 'name', source: column('contact', 'language') }],
  [
    'contact.email_domain',
    { kind: 'name', source: column('contact', `substring(contact.email from '[^@]*$')`) },
  ],
  ['contact.external_id', { kind: 'name', source: column('contact', 'external_id') }],
  ['contact.created_at', { kind: 'moment', source: column('contact', 'created_at') }],
  ['account.name', { kind: 'name', source: column('account', 'name') }],
  ['account.external_id', { kind: 'name', source: column('account', 'external_id') }],
  ['account.owner', { kind: 'name', source: column('account', 'owner_member_id::text') }],
  ['account.is_internal', { kind: 'truth', source: column('account', 'is_internal::text') }],
  ['account.created_at', { kind: 'moment', source: column('account', 'created_at') }],
]);

/** The tenant names the last part, which may hold dots itself. */
const OPEN_FIELDS = (['contact', 'account'] as const).map((table) => ({
  prefix: `${table}.properties.`,
  table,
}));

const AUDIENCE_FIELDS: Fields = {
  names: [...FIELDS.keys(), ...OPEN_FIELDS.map(({ prefix }) => `${prefix}<name>`)],
  find: fieldNamed,
};

/** Every field an audience can name, for documentation. */
export const AUDIENCE_FIELD_NAMES = AUDIENCE_FIELDS.names;

/**
 * An audience read from outside, handed back as it came. Never throws. `at` is the JSON pointer of the value inside
 * the body it came in.
 */
export function readAudience(value: unknown, at = ''): Reading<{ audience: Audience }> {
  const reading = readCondition(AUDIENCE_FIELDS, value, at);
  if (!reading.ok) return reading;
  const { length } = JSON.stringify(value);
  if (length <= MAX_AUDIENCE_CHARS) return { ok: true, audience: reading.condition };
  const detail = `has ${length} characters; at most ${MAX_AUDIENCE_CHARS} are accepted`;
  return { ok: false, problems: [{ pointer: at, detail }] };
}

/** Of a field of an audience that was read. */
export function sourceOf(field: string): Source {
  return fieldNamed(field)!.source;
}

function fieldNamed(name: string): AudienceField | null {
  const fixed = FIELDS.get(name);
  if (fixed) return fixed;
  const open = OPEN_FIELDS.find(({ prefix }) => name.startsWith(prefix) && name.length > prefix.length);
  if (!open) return null;
  const property = name.slice(open.prefix.length);
  return { kind: 'value', source: { table: open.table, column: null, property } };
}

function column(table: Source['table'], expression: string): Source {
  const isName = /^\w+(::text)?$/.test(expression);
  return { table, column: isName ? `${table}.${expression}` : expression, property: null };
}
