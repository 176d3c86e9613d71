import { Client } from 'pg';

/** Every row a tenant has, by table, as text. Tables are found in the catalogue, so none can be forgotten. */
export async function rowsOf(tenantId: string): Promise<Record<string, string[]>> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query(`begin read only; set local app.tenant_id = '${tenantId}'`);
    const rows: Record<string, string[]> = {};
    for (const table of await tenantTables(client)) rows[table] = await rowsIn(client, table, tenantId);
    return rows;
  } finally {
    await client.end();
  }
}

/** The ids in those rows, the tenant's own among them. */
export function idsIn(rows: Record<string, string[]>): Set<string> {
  const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
  return new Set(
    Object.values(rows)
      .flat()
      .flatMap((row) => row.match(id) ?? []),
  );
}

async function tenantTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`);
  return rows.map(({ name }) => name);
}

async function rowsIn(client: Client, table: string, tenantId: string): Promise<string[]> {
  const { rows } = await client.query<{ row: string }>(
    `select to_jsonb(t)::text as row from ${client.escapeIdentifier(table)} t where tenant_id = $1 order by 1`,
    [tenantId],
  );
  return rows.map(({ row }) => row);
}
