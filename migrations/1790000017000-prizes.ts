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
          'prizes smallint not null',
          // The seed, with which one could tell who is going to win, and the key of address_mac: encrypted.
          'secrets bytea not null',
          'commitment text not null',
          'committed_at timestamptz not null',
          'sealed_at timestamptz',
          'entries_digest text',
          'drawn_at timestamptz',
          'record jsonb',
          'version integer not null',
          'constraint prize_draw_prizes check (prizes between 1 and 1000)',
          'constraint prize_draw_wave foreign key (tenant_id, wave_id) references wave (tenant_id, id)',
        ],
        grants: ['select', 'insert', 'update', 'delete'],
      }),
    );
    await runner.query(
      tenantTable({
        name: 'prize_entry',
        columns: [
          'wave_id uuid not null',
          // Encrypted: the address, and the code by which its owner finds the entry.
          'sealed bytea not null',
          // While entries are taken: keyed, and so nothing to anybody, but it lets no address in twice.
          'address_mac bytea',
          // Once they are sealed: what is published.
          'digest text',
          'constraint prize_entry_once unique (tenant_id, wave_id, address_mac)',
          'constraint prize_entry_draw foreign key (tenant_id, wave_id) references prize_draw (tenant_id, wave_id)',
        ],
        grants: ['select', 'insert', 'update', 'delete'],
      }),
    );
    await runner.query('alter table wave add column has_incentive boolean not null default false');
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
