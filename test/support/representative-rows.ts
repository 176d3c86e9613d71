import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';

type Row = Record<string, unknown>;

interface Column {
  table: string;
  column: string;
  type: string;
  /** Whether a row must say it: not null, and nothing fills it in. */
  required: boolean;
  /** The column a foreign key of this one names, if any. */
  toTable: string | null;
  toColumn: string | null;
  /** The first value a check allows, if it lists them. */
  allowed: string | null;
}

interface Table {
  name: string;
  columns: Column[];
}

/** What a check asks for beyond a column's type: `tenant` stands for the tenant's id. */
const ASKED_BY_CHECKS: Record<string, Row> = {
  tenant: { id: 'tenant' },
  campaign: { minimum_group: 5 },
  contact: { name: 'Ada' },
  mention: { span_end: 2 },
  verbatim_emotion: { span_end: 2 },
  wave: { closes_at: new Date(1) },
  webhook_delivery: { next_attempt_at: new Date(0) },
};

/**
 * Inserts one row into every table that has none in `rows` yet, each after those it refers to, in the
 * open transaction of the tenant, and adds it there. What a row holds is read from the catalogue.
 */
export async function insertRepresentativeRows(
  client: ClientBase,
  tenantId: string,
  rows = new Map<string, Row>(),
): Promise<Map<string, Row>> {
  const waiting = (await tablesOf(client)).filter((table) => !rows.has(table.name));
  while (waiting.length > 0) {
    const next = waiting.findIndex((table) => refersOnlyTo(rows, table));
    const [table] = waiting.splice(next, 1);
    if (next === -1) throw new Error(`The table ${table!.name} and another refer to each other.`);
    rows.set(table!.name, await insertRow(client, table!.name, rowOf(table!, tenantId, rows)));
  }
  return rows;
}

async function tablesOf(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Column>(COLUMNS);
  const names = [...new Set(rows.map(({ table }) => table))];
  return names.map((name) => ({ name, columns: rows.filter(({ table }) => table === name) }));
}

function refersOnlyTo(rows: Map<string, Row>, { name, columns }: Table): boolean {
  return columns.every(
    ({ required, toTable }) => !required || !toTable || toTable === name || rows.has(toTable),
  );
}

function rowOf({ name, columns }: Table, tenantId: string, rows: Map<string, Row>): Row {
  const asked = ASKED_BY_CHECKS[name] ?? {};
  const said = columns.filter(
    ({ column, required }) => required || column === 'tenant_id' || column in asked,
  );
  return Object.fromEntries(
    said.map(({ column, type, toTable, toColumn, allowed }) => {
      if (column === 'tenant_id' || asked[column] === 'tenant') return [column, tenantId];
      if (column in asked) return [column, asked[column]];
      if (toTable && toColumn) return [column, rows.get(toTable)?.[toColumn]];
      return [column, allowed ?? valueOf(type)];
    }),
  );
}

function valueOf(type: string): unknown {
  switch (type) {
    case 'uuid':
      return randomUUID();
    case 'boolean':
      return true;
    case 'jsonb':
    case 'text[]':
      return '{}';
    case 'bytea':
      return Buffer.of(0);
    case 'date':
    case 'timestamp with time zone':
      return new Date(0);
    default:
      return '1'; // reads as a text and as any kind of number
  }
}

async function insertRow(client: ClientBase, table: string, row: Row): Promise<Row> {
  const names = Object.keys(row).join(', ');
  const places = Object.keys(row).map((_, i) => `$${i + 1}`);
  const sql = `insert into ${table} (${names}) values (${places.join(', ')}) returning *`;
  try {
    return (await client.query<Row>(sql, Object.values(row))).rows[0]!;
  } catch (error) {
    throw new Error(`No representative row for ${table}: ${(error as Error).message}`, { cause: error });
  }
}

/** The columns of all tables in the current schema but TypeORM's own. */
const COLUMNS = `
  select t.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type,
         a.attnotnull and not a.atthasdef and a.attidentity = '' as required,
         f.confrelid::regclass::text as "toTable", f.attname as "toColumn",
         substring(c.allowed from $$'([^']*)'$$) as allowed
    from pg_class t
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join lateral (
      select k.confrelid, r.attname
        from pg_constraint k
        join lateral unnest(k.conkey, k.confkey) as pair(own, other) on pair.own = a.attnum
        join pg_attribute r on r.attrelid = k.confrelid and r.attnum = pair.other
       where k.conrelid = t.oid and k.contype = 'f' and a.attname <> 'tenant_id'
       limit 1) f on true
    left join lateral (
      select pg_get_constraintdef(k.oid) as allowed
        from pg_constraint k
       where k.conrelid = t.oid and k.contype = 'c'
         and starts_with(pg_get_constraintdef(k.oid), 'CHECK ((' || quote_ident(a.attname) || ' = ANY (ARRAY[')
       limit 1) c on true
   where t.relkind in ('r', 'p') and t.relnamespace = current_schema()::regnamespace and t.relname <> 'migration'
   order by t.relname, a.attnum`;
