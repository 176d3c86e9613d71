import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** Answers on their way to being a response, and the ballots and the box of those that must stay nobody's. */
export class Answering1790000016000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable({
        name: 'answer_sheet',
        columns: [
          'wave_id uuid not null',
          'contact_id uuid',
          'answers jsonb not null',
          'language text',
          'channel text not null',
          'properties jsonb not null',
          'first_at timestamptz not null',
          'changed_at timestamptz not null',
          'rests_at timestamptz',
          'response_id uuid',
          'submissions integer not null default 0',
          'version integer not null',
          'constraint answer_sheet_of_contact unique (tenant_id, wave_id, contact_id)',
          'constraint answer_sheet_wave foreign key (tenant_id, wave_id) references wave (tenant_id, id)',
          'constraint answer_sheet_contact foreign key (tenant_id, contact_id) references contact (tenant_id, id)',
          'constraint answer_sheet_response foreign key (tenant_id, response_id) references response (tenant_id, id)',
        ],
        grants: ['select', 'insert', 'update', 'delete'],
      }),
    );
    await runner.query(
      'create index answer_sheet_resting on answer_sheet (tenant_id, rests_at) where rests_at is not null',
    );
    await runner.query(
      tenantTable({
        name: 'ballot',
        primaryKey: ['wave_id', 'digest'],
        columns: ['wave_id uuid not null', 'digest bytea not null', 'properties jsonb not null'],
        grants: ['select', 'insert', 'delete'],
      }),
    );
    await runner.query(
      tenantTable({
        name: 'sealed_answer',
        columns: [
          'wave_id uuid not null',
          // Encrypted: whoever watches the box sees that something was put in, not what.
          'answers bytea not null',
          'properties jsonb not null',
          'constraint sealed_answer_wave foreign key (tenant_id, wave_id) references wave (tenant_id, id)',
        ],
        grants: ['select', 'insert', 'delete'],
      }),
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
