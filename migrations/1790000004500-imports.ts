import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** Imports, their files until they are read, and the rows that could not be taken in. */
export class Imports1790000004500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable({
        name: 'import_run',
        columns: [
          'kind text not null',
          'survey text',
          'map text[] not null',
          'scale text',
          'date_order text not null',
          'key text',
          'opens_loops boolean not null',
          'is_dry_run boolean not null',
          'is_upload boolean not null',
          'state text not null',
          'attempt integer not null',
          'counts jsonb not null',
          'bytes_total bigint not null',
          'bytes_done bigint not null',
          'columns jsonb',
          'sample jsonb',
          'error jsonb',
          'created_at timestamptz not null',
          'started_at timestamptz',
          'progressed_at timestamptz not null',
          'finished_at timestamptz',
          `constraint import_run_kind check (kind in ('responses', 'contacts'))`,
          `constraint import_run_state check (state in ('uploading', 'pending', 'running', 'completed', 'failed'))`,
        ],
      }),
    );
    await runner.query(`
      create index import_run_unfinished on import_run (tenant_id, progressed_at)
       where state in ('uploading', 'pending', 'running')`);

    await runner.query(
      tenantTable({
        name: 'import_chunk',
        primaryKey: ['import_id', 'position'],
        columns: [
          'import_id uuid not null',
          'position integer not null',
          'bytes bytea not null',
          `constraint import_chunk_run foreign key (tenant_id, import_id)
             references import_run (tenant_id, id) on delete cascade`,
        ],
        grants: ['select', 'insert', 'delete'],
      }),
    );
    // What people export compresses well elsewhere; here it lives for minutes and must be quick.
    await runner.query('alter table import_chunk alter column bytes set storage external');

    await runner.query(
      tenantTable({
        name: 'import_rejection',
        primaryKey: ['import_id', 'line'],
        columns: [
          'import_id uuid not null',
          'line integer not null',
          'column_name text',
          'reason text not null',
          `constraint import_rejection_run foreign key (tenant_id, import_id)
             references import_run (tenant_id, id) on delete cascade`,
        ],
        grants: ['select', 'insert'],
      }),
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
