import { Client } from 'pg';

/** A row as whoever owns the database sees it: with the transaction that wrote it, and its place in the table. */
export interface SeenRow {
  table: string;
  xmin: string;
  ctid: string;
  text: string;
}

/** Somebody with full access to the database of a tenant, who looks at all of it as often as they like. */
export class Onlooker {
  private constructor(
    private readonly client: Client,
    private readonly tenantId: string,
  ) {}

  static async of(tenantId: string): Promise<Onlooker> {
    const client = new Client({ connectionString: process.env.DATABASE_OWNER_URL });
    await client.connect();
    await client.query(`set app.tenant_id = '${tenantId}'`);
    return new Onlooker(client, tenantId);
  }

  leave(): Promise<void> {
    return this.client.end();
  }

  /** Every row of the tenant, in the order in which it lies in its table. */
  async look(): Promise<SeenRow[]> {
    const { rows: tables } = await this.client.query<{ name: string }>(`
      select c.relname as name
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`);
    const seen: SeenRow[] = [];
    for (const { name } of tables) {
      const { rows } = await this.client.query<SeenRow>(
        `select $2 as "table", xmin::text, ctid::text, to_jsonb(t)::text as text
           from ${this.client.escapeIdentifier(name)} t where tenant_id = $1 order by t.ctid`,
        [this.tenantId, name],
      );
      seen.push(...rows);
    }
    return seen;
  }
}

/** What was not there before, and what is there no more. */
export function changesBetween(
  before: SeenRow[],
  after: SeenRow[],
): { appeared: SeenRow[]; vanished: SeenRow[] } {
  const key = ({ table, xmin, ctid, text }: SeenRow) => [table, xmin, ctid, text].join('\n');
  const [was, is] = [new Set(before.map(key)), new Set(after.map(key))];
  return {
    appeared: after.filter((row) => !was.has(key(row))),
    vanished: before.filter((row) => !is.has(key(row))),
  };
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d\d-\d\dT[\d:.]+(?:[+-]\d\d:\d\d|Z)/g;
const BYTES = /\\\\x[0-9a-f]{16,}/g;

/** All in some rows by which others could be found: ids, times, digests, and the transaction that wrote them. */
export function tracesIn(rows: SeenRow[]): Set<string> {
  return new Set(
    rows.flatMap(({ xmin, text }) => [
      `transaction ${xmin}`,
      ...(text.match(ID) ?? []),
      // The first part of an id of ours is when it was made.
      ...(text.match(ID) ?? []).filter((id) => id[14] === '7').map((id) => `made ${id.slice(0, 13)}`),
      ...(text.match(TIME) ?? []).map((time) => `at ${new Date(time).getTime()}`),
      ...(text.match(BYTES) ?? []),
    ]),
  );
}

/** The rows that can be reached from these by ids, over so many steps; ids that `common` holds lead nowhere. */
export function reachedFrom(
  start: SeenRow[],
  all: SeenRow[],
  common: ReadonlySet<string>,
  steps = 3,
): SeenRow[] {
  const reached = new Set(start);
  const known = new Set<string>();
  for (let step = 0; step < steps; step++) {
    for (const { text } of reached) for (const id of text.match(ID) ?? []) if (!common.has(id)) known.add(id);
    for (const row of all) if ((row.text.match(ID) ?? []).some((id) => known.has(id))) reached.add(row);
  }
  return [...reached];
}
