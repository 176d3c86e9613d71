import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** What came back. */
export class Responses1790000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable({
        name: 'response',
        columns: [
          'survey_id uuid not null',
          'survey_version integer not null',
          'external_id text',
          'contact_id uuid',
          'account_id uuid',
          'score smallint',
          'category text',
          'answers jsonb not null',
          'channel text',
          'language text',
          'properties jsonb not null',
          'import_id uuid',
          'responded_at timestamptz not null',
          'received_at timestamptz not null',
          `constraint response_category check (category in ('promoter', 'passive', 'detractor'))`,
          'constraint response_external_id unique (tenant_id, survey_id, external_id)',
          `constraint response_survey_version foreign key (tenant_id, survey_id, survey_version)
             references survey_version (tenant_id, survey_id, number)`,
          'constraint response_contact foreign key (tenant_id, contact_id) references contact (tenant_id, id)',
          'constraint response_account foreign key (tenant_id, account_id) references account (tenant_id, id)',
        ],
        grants: ['select', 'insert'],
      }),
    );
    await runner.query(
      'create index response_by_contact on response (tenant_id, contact_id, id) where contact_id is not null',
    );
    await runner.query(
      'create index response_by_account on response (tenant_id, account_id, id) where account_id is not null',
    );
    await runner.query('create index response_by_survey on response (tenant_id, survey_id, id)');
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
