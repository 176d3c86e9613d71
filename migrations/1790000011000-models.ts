import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** The external model a tenant may have its verbatims analysed by, what that costs, and what it said before. */
export class Models1790000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable({
        name: 'external_model',
        columns: [
          'base_url text not null',
          'model text not null',
          'api_key bytea',
          'timeout_ms integer not null',
          'retries integer not null',
          'currency text not null',
          'monthly_ceiling_micros bigint not null',
          'input_price_micros bigint not null', // of a million tokens
          'output_price_micros bigint not null',
          'enabled boolean not null',
          'last_error text',
          'last_error_at timestamptz',
          'created_at timestamptz not null',
          'version integer not null',
          'constraint external_model_one unique (tenant_id)',
          'constraint external_model_last_error check ((last_error is null) = (last_error_at is null))',
        ],
      }),
    );

    await runner.query(
      tenantTable({
        name: 'external_model_spend',
        primaryKey: ['month', 'currency'],
        columns: [
          'month date not null', // its first day, in UTC
          'currency text not null',
          'spent_micros bigint not null',
          'reserved_micros bigint not null', // for requests under way, and those whose end nobody saw
          'requests integer not null',
          'estimated_requests integer not null', // those that did not say how many tokens they used
          'input_tokens bigint not null',
          'output_tokens bigint not null',
          'constraint external_model_spend_amounts check (spent_micros >= 0 and reserved_micros >= 0)',
        ],
        grants: ['select', 'insert', 'update'], // deleting it would open the ceiling again
      }),
    );

    await runner.query(
      tenantTable({
        name: 'external_model_answer',
        primaryKey: ['hash'],
        columns: [
          'hash bytea not null', // of everything that was asked
          'answer jsonb not null', // labels and positions, no words
          'created_at timestamptz not null',
        ],
      }),
    );
    await runner.query(
      'create index external_model_answer_by_age on external_model_answer (tenant_id, created_at)',
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
