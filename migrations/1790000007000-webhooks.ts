import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** Where tenants want to be told, what is told there, and how each attempt went. */
export class Webhooks1790000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable({
        name: 'webhook_endpoint',
        columns: [
          'url text not null',
          'types text[] not null',
          'description text',
          'secret bytea not null',
          'previous_secret bytea',
          'previous_secret_until timestamptz',
          'failing_since timestamptz',
          'failures integer not null',
          'rest_until timestamptz',
          'disabled_at timestamptz',
          'disabled_reason text',
          'created_at timestamptz not null',
          'deleted_at timestamptz',
          'version integer not null',
          `constraint webhook_endpoint_disabled_reason
             check (disabled_reason in ('by_hand', 'gone', 'sustained_failure'))`,
          `constraint webhook_endpoint_disabled
             check ((disabled_at is null) = (disabled_reason is null))`,
          `constraint webhook_endpoint_previous_secret
             check ((previous_secret is null) = (previous_secret_until is null))`,
        ],
        grants: ['select', 'insert', 'update'],
      }),
    );

    await runner.query(
      tenantTable({
        name: 'webhook_delivery',
        columns: [
          'endpoint_id uuid not null',
          'event_id uuid',
          'type text not null',
          'state text not null',
          'attempts integer not null',
          'next_attempt_at timestamptz',
          'last_status integer',
          'last_error text',
          'delivered_at timestamptz',
          'created_at timestamptz not null',
          'constraint webhook_delivery_once unique (tenant_id, endpoint_id, event_id)',
          `constraint webhook_delivery_state check (state in ('pending', 'delivered', 'failed', 'skipped'))`,
          `constraint webhook_delivery_next_attempt check ((next_attempt_at is not null) = (state = 'pending'))`,
          `constraint webhook_delivery_endpoint foreign key (tenant_id, endpoint_id)
             references webhook_endpoint (tenant_id, id)`,
          'constraint webhook_delivery_event foreign key (tenant_id, event_id) references event (tenant_id, id)',
        ],
        grants: ['select', 'insert', 'update'],
      }),
    );
    await runner.query(`
      create index webhook_delivery_log on webhook_delivery (tenant_id, endpoint_id, id);
      create index webhook_delivery_unfinished on webhook_delivery (tenant_id, endpoint_id, id)
        where state <> 'delivered'`);

    await runner.query(
      tenantTable({
        name: 'webhook_attempt',
        columns: [
          'delivery_id uuid not null',
          'attempt integer not null',
          'at timestamptz not null',
          'status integer',
          'duration_ms integer not null',
          'error text',
          'response_excerpt text',
          `constraint webhook_attempt_delivery foreign key (tenant_id, delivery_id)
             references webhook_delivery (tenant_id, id)`,
        ],
        grants: ['select', 'insert'],
      }),
    );
    await runner.query('create index webhook_attempt_log on webhook_attempt (tenant_id, delivery_id, id)');
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
