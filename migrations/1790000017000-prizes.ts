import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** Prize draws: the promise made in advance, the entries, which know nothing of answers, and the outcome. */
export class Prizes1790000017000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable({
        name: 'prize_draw',
        primaryKey: ['wave_id'],
        columns: [
          'wave_id uuid not null',
          'prize text not null',
          'winners smallint not null',
          'seed bytea not null',
          'commitment text not null',
          'committed_at timestamptz not null',
          'sealed_at timestamptz',
          'drawn_at timestamptz',
          'record jsonb',
          'version integer not null',
          'constraint prize_draw_wave foreign key (tenant_id, wave_id) references wave (tenant_id, id)',
        ],
        grants: ['select', 'insert', 'update'],
      }),
    );
    await runner.query(
      tenantTable({
        name: 'prize_entry',
        columns: [
          'wave_id uuid not null',
          'email text not null',
          'constraint prize_entry_once unique (tenant_id, wave_id, email)',
          'constraint prize_entry_draw foreign key (tenant_id, wave_id) references prize_draw (tenant_id, wave_id)',
        ],
        grants: ['select', 'insert', 'delete'],
      }),
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
