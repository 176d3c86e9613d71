import { join } from 'node:path';
import { DataSource } from 'typeorm';

/** Any number nobody else uses: processes that start together migrate one after the other. */
const MIGRATION_LOCK = 4_873_301;

/** Brings the schema up to date. Returns the names of the migrations that ran. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [join(import.meta.dirname, '../../../migrations/*.js')],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    poolSize: 2, // the lock's connection and the migrations'
  });
  await source.initialize();
  try {
    const lock = source.createQueryRunner();
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy(); // which lets go of the lock as well
  }
}
