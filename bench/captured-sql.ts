import type { INestApplicationContext } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { createRequire } from 'node:module';
import { Database } from '../src/platform/database/database.js';
import { currentTransaction } from '../src/platform/database/tenant-transaction.js';
import { ResponsesService } from '../src/responses/responses.service.js';
import { incomingOf } from '../src/responses/responses.dto.js';
import { sampleResponse } from './tenant.js';

const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as {
  prepareValue: (value: unknown) => unknown;
};

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * The statements one intake really sends, caught on their way to PostgreSQL, with their values as
 * literals and each id the intake made replaced by a random one, so that any client can repeat them.
 */
export async function captureIntake(app: INestApplicationContext, tenantId: string): Promise<string[]> {
  const database = app.get(Database);
  const intake = () => app.get(ResponsesService).receive([incomingOf(sampleResponse(0))]);
  await database.inTenant(tenantId, intake); // so that the contact and the survey are known, as they mostly are
  const sent: { sql: string; values: unknown[] }[] = [];
  const fresh = new Set<string>();
  let restore = () => {};
  await database.inTenant(tenantId, async () => {
    restore = spy(currentTransaction().client, (sql, values) => sent.push({ sql, values }));
    for (const outcome of await intake()) if ('response' in outcome) fresh.add(outcome.response.id);
  });
  restore();
  sent.pop(); // the commit, which is added below
  const known = knownIds(sent, fresh);
  return [
    `begin; set local app.tenant_id = '${tenantId}'`,
    ...sent.map((one) => render(one, known)),
    'commit',
  ];
}

function spy(client: PoolClient, note: (sql: string, values: unknown[]) => void): () => void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((statement: string | { text: string; values: unknown[] }) => {
    const { text, values } = typeof statement === 'string' ? { text: statement, values: [] } : statement;
    note(text, values);
    return query(statement);
  }) as never;
  return () => {
    client.query = query as never;
  };
}

/** Ids that must stay: the tenant's, the survey's, the contact's. The response's and its event's are made anew. */
function knownIds(sent: { sql: string; values: unknown[] }[], fresh: Set<string>): Set<string> {
  const insertEvent = sent.find(({ sql }) => sql.includes('insert into event'));
  for (const id of (insertEvent?.values[1] as string[]) ?? []) fresh.add(id);
  const all = sent.flatMap(({ values }) =>
    values.flatMap((value) => String(prepareValue(value)).match(UUID) ?? []),
  );
  return new Set(all.filter((id) => !fresh.has(id)));
}

function render({ sql, values }: { sql: string; values: unknown[] }, known: Set<string>): string {
  return sql
    .replace(/\$(\d+)/g, (_, n: string) => literal(values[Number(n) - 1], known))
    .replace(/\s+/g, ' ');
}

function literal(value: unknown, known: Set<string>): string {
  const prepared = prepareValue(value);
  if (prepared === null || prepared === undefined) return 'null';
  if (typeof prepared === 'number') return String(prepared);
  const text = (prepared as string).toString().replaceAll("'", "''");
  const pieces = text.split(/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/);
  if (!pieces.some((piece) => isFresh(piece, known))) return `'${text}'`;
  return `(${pieces.map((piece) => (isFresh(piece, known) ? 'gen_random_uuid()' : `'${piece}'`)).join(' || ')})`;
}

function isFresh(piece: string, known: Set<string>): boolean {
  return piece.match(UUID) !== null && !known.has(piece);
}
