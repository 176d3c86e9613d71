import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** Surveys and their versions. */
export class Surveys1790000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable({
        name: 'survey',
        columns: [
          'key text not null',
          'name text not null',
          'current_version integer not null',
          'created_at timestamptz not null',
          'version integer not null',
          'constraint survey_key unique (tenant_id, key)',
        ],
        grants: ['select', 'insert', 'update'],
      }),
    );
    await runner.query(
      tenantTable({
        name: 'survey_version',
        columns: [
          'survey_id uuid not null',
          'number integer not null',
          'definition jsonb not null',
          'created_at timestamptz not null',
          'constraint survey_version_number unique (tenant_id, survey_id, number)',
          'constraint survey_version_survey foreign key (tenant_id, survey_id) references survey (tenant_id, id)',
        ],
        grants: ['select', 'insert'],
      }),
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
