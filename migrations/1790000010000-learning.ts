import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** What members corrected, what was learned from it, and the runs that analyse history. */
export class Learning1790000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Its verbatim's mentions (or emotions) are those a member named, kept there with `member` as their source.
    await runner.query(
      tenantTable({
        name: 'analysis_correction',
        primaryKey: ['verbatim_id', 'part'],
        columns: [
          'verbatim_id uuid not null',
          'part text not null',
          'actor_type text not null',
          'actor_id uuid',
          'corrected_at timestamptz not null',
          'constraint analysis_correction_verbatim foreign key (tenant_id, verbatim_id) references verbatim (tenant_id, id) on delete cascade',
          `constraint analysis_correction_part check (part in ('mentions', 'emotions'))`,
        ],
      }),
    );

    await runner.query(
      tenantTable({
        name: 'analysis_head',
        columns: [
          'analyzer_version text not null', // whose vectors it reads
          'corrections integer not null',
          'figures jsonb not null',
          'trained_at timestamptz not null',
          'live_at timestamptz', // null when it was no better than what was there
        ],
        grants: ['select', 'insert'],
      }),
    );
    await runner.query(
      'create index analysis_head_live on analysis_head (tenant_id, id) where live_at is not null',
    );
    await runner.query(
      tenantTable({
        name: 'analysis_head_part',
        primaryKey: ['head_id', 'part'],
        columns: [
          'head_id uuid not null',
          'part text not null',
          'labels text[] not null',
          'weights bytea not null',
          'constraint analysis_head_part_head foreign key (tenant_id, head_id) references analysis_head (tenant_id, id) on delete cascade',
          `constraint analysis_head_part_part check (part in ('themes', 'polarity', 'emotions'))`,
        ],
        grants: ['select', 'insert'],
      }),
    );

    await runner.query(
      tenantTable({
        name: 'analysis_run',
        columns: [
          'scope text not null',
          'since timestamptz',
          'state text not null',
          'total integer', // null until they are counted
          'done integer not null',
          'last_response_id uuid', // those after it are still to be done
          'created_at timestamptz not null',
          'started_at timestamptz',
          'progressed_at timestamptz not null',
          'finished_at timestamptz',
          `constraint analysis_run_scope check (scope in ('all', 'unanalyzed'))`,
          `constraint analysis_run_state check (state in ('pending', 'running', 'completed', 'cancelled'))`,
        ],
        grants: ['select', 'insert', 'update'],
      }),
    );
    await runner.query(
      'create unique index analysis_run_one_at_a_time on analysis_run (tenant_id) where finished_at is null',
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
