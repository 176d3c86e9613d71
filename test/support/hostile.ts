import type { Schema } from './operations.js';

/** Smaller than usual, so that a body over it is still sent in one piece. */
export const BODY_LIMIT_BYTES = 64 * 1024;

interface HostileBody {
  what: string;
  body: string | Uint8Array<ArrayBuffer>;
  status: number;
  contentType?: string;
}

/** Bodies that are wrong for every route, and what each is answered. */
export const HOSTILE_BODIES: HostileBody[] = [
  { what: 'nothing', body: '', status: 400 },
  { what: 'half an object', body: '{"name":', status: 400 },
  { what: 'two values', body: '{}{}', status: 400 },
  { what: 'a list', body: '[]', status: 422 },
  { what: 'a text', body: '"name"', status: 422 },
  { what: 'a number', body: '7', status: 422 },
  { what: 'null', body: 'null', status: 422 },
  { what: 'bytes that are not UTF-8', body: Uint8Array.of(0x22, 0xc3, 0x28, 0x22), status: 400 },
  { what: 'a raw NUL', body: '{"a":"\0"}', status: 400 },
  { what: 'an escaped NUL', body: '{"a":"\\u0000"}', status: 422 },
  { what: 'half a surrogate pair', body: '{"a":"\\ud800"}', status: 422 },
  { what: 'a NUL in a name', body: '{"\\u0000":1}', status: 422 },
  { what: '__proto__', body: '{"__proto__":{"name":"x"}}', status: 422 },
  { what: 'a thousand lists in one another', body: '['.repeat(1_000) + ']'.repeat(1_000), status: 400 },
  { what: 'more than the limit', body: `"${'x'.repeat(BODY_LIMIT_BYTES)}"`, status: 413 },
  { what: 'a form', body: 'name=x', status: 415, contentType: 'application/x-www-form-urlencoded' },
  { what: 'plain text', body: '{}', status: 415, contentType: 'text/plain' },
  { what: 'a file', body: '{}', status: 415, contentType: 'text/csv' },
];

/** A wrong value for one field of a body. */
export interface Fault {
  /** Where, as names and positions. */
  at: (string | number)[];
  value: unknown;
}

const LONG_TEXT = 'x'.repeat(50_000);

const WRONG: Record<string, unknown[]> = {
  string: [7, true, [], {}, ['x']],
  number: ['x', '7', true, [], {}, null],
  integer: ['x', '7', true, [], {}, null, 1.5],
  boolean: ['true', 1, [], {}],
  array: ['x', 7, true, {}],
  object: ['x', 7, true, []],
};

export const ABSURD_DATES = [
  'yesterday',
  '2026-02-30T10:00:00Z',
  '2026-13-01T10:00:00Z',
  '2026-01-01T25:00:00Z',
  '0000-00-00T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '999999-01-01T00:00:00Z',
];

/** Every way in which a field of a body is wrong by its schema alone. */
export function faultsOf(schema: Schema, at: (string | number)[] = []): Fault[] {
  const inside = [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => faultsOf(one, [...at, name])),
    ...(schema.items ? faultsOf(schema.items, [...at, 0]) : []),
  ];
  if (at.length === 0) return inside;
  return [...wrongValues(schema).map((value) => ({ at, value })), ...inside];
}

function wrongValues({ type, nullable, oneOf, enum: choices, ...limits }: Schema): unknown[] {
  const { format, maxLength, minimum, maximum } = limits;
  if (oneOf) return [];
  return [
    ...(WRONG[type ?? ''] ?? []).filter((value) => value !== null || !nullable),
    ...(choices ? ['none of them'] : []),
    ...(format === 'email' ? ['x', 'x@', `${LONG_TEXT}@example.com`] : []),
    ...(format === 'uuid' ? ['x', '0'.repeat(32)] : []),
    ...(maxLength === undefined ? [] : [LONG_TEXT]),
    ...(minimum === undefined ? [] : [minimum - 1, -1e308]),
    ...(maximum === undefined ? [] : [maximum + 1, 1e308]),
  ];
}

/** The body with the wrong value in its place; undefined when it has no such place. */
export function withFault(body: unknown, { at, value }: Fault): unknown {
  const changed = structuredClone(body);
  let holder = changed as Record<string | number, unknown> | undefined;
  for (const step of at.slice(0, -1)) holder = holder?.[step] as Record<string | number, unknown> | undefined;
  if (!holder) return undefined;
  holder[at.at(-1)!] = value;
  return changed;
}

/** The JSON pointer to a fault, which may also be told of what is inside it, or of the list it stands in. */
export function pointsAt(pointer: string, { at }: Fault): boolean {
  const exact = `/${at.join('/')}`;
  const list = typeof at.at(-1) === 'number' ? `/${at.slice(0, -1).join('/')}` : exact;
  return pointer === exact || pointer === list || pointer.startsWith(`${exact}/`);
}
