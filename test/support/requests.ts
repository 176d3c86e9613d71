import { newId } from '../../src/platform/ids.js';
import { type Belongings, type Collection, EVENT, SURVEY } from './one-of-everything.js';
import type { Operation, Schema } from './operations.js';
import { PNG } from './png.js';
import { sampleOf } from './sample.js';
import type { Sent } from './send.js';

/** A place in a request that names a thing of a tenant. */
export interface Slot {
  in: 'path' | 'query' | 'body';
  name: string;
}

/** Which collection a field or a query parameter points into. Path parameters say it by the segment before them. */
const FIELDS: Record<string, Collection> = {
  accountId: 'accounts',
  assigneeId: 'members',
  contactId: 'contacts',
  department: 'departmentKeys',
  departmentId: 'departments',
  departmentIds: 'departments',
  into: 'otherThemes',
  loopId: 'loops',
  memberId: 'members',
  ownerMemberId: 'members',
  parentId: 'otherThemes',
  responseId: 'responses',
  rootCause: 'rootCauseKeys',
  ruleIds: 'rules',
  survey: 'surveyKeys',
  theme: 'themeKeys',
  themeId: 'themes',
  waveId: 'waves',
};

/** Files by their media type. */
const FILES: Record<string, string | Uint8Array<ArrayBuffer>> = {
  'text/csv': 'Score,Comment\n3,late\n',
  'image/png': PNG,
};

/** Fields whose schema allows more than makes sense. Ids of the sender's own making are new every time. */
const MEANT: Record<string, () => unknown> = {
  answers: () => ({}), // `score` and `comment` answer already
  baseUrl: () => 'http://127.0.0.1:9/v1',
  channel: () => 'email',
  colour: () => '#115522',
  closesAt: () => new Date(Date.now() + 60 * 86_400_000).toISOString(),
  currency: () => 'EUR',
  definition: () => ({ questions: SURVEY }),
  email: () => `${newId()}@example.com`,
  emails: () => [`${newId()}@example.com`],
  event: () => EVENT,
  expiresAt: () => '2999-01-01T00:00:00Z',
  externalId: newId,
  fromAddress: () => 'surveys@example.com',
  isInternal: () => false,
  key: () => `k-${newId()}`,
  language: () => 'de',
  messageId: () => '<nobody@example.com>',
  occurredAt: () => new Date().toISOString(),
  properties: () => ({ plan: 'pro' }),
  replyTo: () => 'answers@example.com',
  respondedAt: () => '2026-01-05T10:00:00Z',
  scopes: () => ['tenant.read'],
  score: () => 3,
  since: () => '2026-01-05T10:00:00Z',
  smtpUrl: () => 'smtps://mail.example.com',
  timeZone: () => 'Europe/Berlin',
  types: () => ['*'],
  url: () => 'http://127.0.0.1:9/hook',
};

/** Every place where an operation names a thing of a tenant. Fails for a place it has not heard of. */
export function slotsOf(operation: Operation): Slot[] {
  const path = parametersIn(operation, 'path').map((name) => ({ in: 'path' as const, name }));
  const query = parametersIn(operation, 'query').filter((name) => collectionOf(operation, name));
  const body = operation.body ? fieldsOf(operation.body).filter((name) => collectionOf(operation, name)) : [];
  return [
    ...path,
    ...query.map((name) => ({ in: 'query' as const, name })),
    ...[...new Set(body)].map((name) => ({ in: 'body' as const, name })),
  ];
}

/** A valid request whose every slot names what `whose` says. */
export function requestOf(operation: Operation, whose: (slot: Slot) => Belongings): Sent {
  const named = (slot: Slot, collection: Collection) => whose(slot)[collection];
  const query = new URLSearchParams();
  for (const name of parametersIn(operation, 'query')) {
    const collection = collectionOf(operation, name);
    if (collection) query.set(name, named({ in: 'query', name }, collection));
  }
  const path = operation.path.replace(/([\w-]+)\/\{(\w+)\}/g, (_, segment: string, name: string) => {
    const value = named({ in: 'path', name }, segment as Collection);
    if (value === undefined) throw unheardOf(operation, `${segment}/{${name}}`, 'the segment to Belongings');
    return `${segment}/${encodeURIComponent(value)}`;
  });
  return {
    method: operation.method,
    path: query.size > 0 ? `${path}?${query.toString()}` : path,
    ...bodyOf(operation, (name, collection) => named({ in: 'body', name }, collection)),
  };
}

function bodyOf(
  operation: Operation,
  named: (name: string, collection: Collection) => string,
): Pick<Sent, 'body' | 'headers'> {
  const { takesFile } = operation;
  if (takesFile) return { body: FILES[takesFile], headers: { 'content-type': takesFile } };
  if (!operation.body) return {};
  const given = (field: string, schema: Schema): unknown => {
    const collection = collectionOf(operation, field);
    if (collection) return schema.type === 'array' ? [named(field, collection)] : named(field, collection);
    return MEANT[field]?.();
  };
  return { body: JSON.stringify(sampleOf(operation.body, given)) };
}

function collectionOf(operation: Operation, field: string): Collection | undefined {
  if (/.Ids?$/.test(field) && !(field in FIELDS) && !(field in MEANT)) {
    throw unheardOf(operation, field, 'the collection it points into to FIELDS');
  }
  return FIELDS[field];
}

function parametersIn({ parameters }: Operation, place: 'path' | 'query'): string[] {
  return parameters.filter((one) => one.in === place).map(({ name }) => name);
}

function fieldsOf({ properties = {}, items }: Schema): string[] {
  const own = Object.entries(properties).flatMap(([name, schema]) => [name, ...fieldsOf(schema)]);
  return items ? [...own, ...fieldsOf(items)] : own;
}

function unheardOf({ name }: Operation, slot: string, what: string): Error {
  return new Error(`${name} names a thing by "${slot}", which no attack knows yet: add ${what}.`);
}
