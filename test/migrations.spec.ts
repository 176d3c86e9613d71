import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { PoolClient } from 'pg';
import { DataSource, MigrationExecutor, type MigrationInterface } from 'typeorm';
import { insertRepresentativeRows } from './support/representative-rows.js';

/** A schema of its own: the owner may always make one, though not always a database. */
const SCHEMA = `migrations_${randomUUID().replaceAll('-', '')}`;
const TENANT = randomUUID();

let source: DataSource;
beforeAll(async () => {
  source = new DataSource({
    type: 'postgres',
    url: process.env.DATABASE_OWNER_URL,
    migrations: await migrationClasses(),
    migrationsTableName: 'migration',
    poolSize: 1,
    extra: { options: `-c search_path=${SCHEMA}` },
  });
  await source.initialize();
  await source.query(`create schema ${SCHEMA}`);
});
afterAll(async () => {
  await source.query(`drop schema ${SCHEMA} cascade`);
  await source.destroy();
});

it('every migration runs on a database in use, and the last leaves nothing to do', async () => {
  const executor = new MigrationExecutor(source);
  const rows = new Map<string, Record<string, unknown>>();
  for (const migration of await executor.getPendingMigrations()) {
    await executor.executeMigration(migration);
    await asTenant((client) => insertRepresentativeRows(client, TENANT, rows));
    expect(await emptyTables([...rows.keys()])).toEqual([]);
  }
  expect(await columnsOf(SCHEMA)).toEqual(await columnsOf('public'));
  expect(await source.runMigrations()).toEqual([]);
});

async function migrationClasses(): Promise<(new () => MigrationInterface)[]> {
  const files = readdirSync(new URL('../migrations', import.meta.url)).filter((name) => name.endsWith('.ts'));
  const modules = await Promise.all(files.map((name) => import(`../migrations/${name}`) as Promise<object>));
  return modules.flatMap((exported) => Object.values(exported) as (new () => MigrationInterface)[]);
}

async function asTenant<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    await client.query(`begin; set local app.tenant_id = '${TENANT}'`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await runner.release();
  }
}

/** Of the tables given, those that no longer hold the row they were given. */
async function emptyTables(tables: string[]): Promise<string[]> {
  return asTenant(async (client) => {
    const empty: string[] = [];
    for (const table of tables) {
      if ((await client.query(`select from ${table} limit 1`)).rowCount === 0) empty.push(table);
    }
    return empty;
  });
}

function columnsOf(schema: string): Promise<unknown[]> {
  return source.query(
    `select table_name, column_name, data_type, is_nullable from information_schema.columns
      where table_schema = $1 order by 1, 2`,
    [schema],
  );
}
