import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, tenantTable } from '../src/platform/database/tenant-table.js';

/** What Heed needs to ask by itself: how a tenant looks, where a person lives, which wave an answer came from. */
export class Asking1790000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable({
        name: 'brand',
        primaryKey: [],
        columns: [
          'colour text not null',
          'logo bytea',
          'logo_type text',
          'changed_at timestamptz not null',
          'version integer not null',
          'constraint brand_logo check ((logo is null) = (logo_type is null))',
        ],
        grants: ['select', 'insert', 'update'],
      }),
    );
    await runner.query(`
      alter table contact add column time_zone text;
      alter table response
        add column wave_id uuid,
        add column revision integer not null default 1,
        add column corrected_at timestamptz;
      grant update (score, category, answers, language, revision, corrected_at) on response to ${APP_ROLE};
      grant update (outcome, targets, decided_at) on routing_decision to ${APP_ROLE};
      create index response_by_wave on response (tenant_id, wave_id, id) where wave_id is not null;`);
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
