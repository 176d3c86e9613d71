import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, tenantTable } from '../src/platform/database/tenant-table.js';

/** The ground: who the tenant is, what happened, what is still to be done about it, and the clocks. */
export class Platform1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // After a commit a pooled connection's setting is '' rather than null.
    await runner.query(`
      create function current_tenant() returns uuid language sql stable parallel safe
        as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$`);

    await runner.query(`
      create table tenant_directory (
        tenant_id uuid constraint tenant_directory_pk primary key,
        created_at timestamptz not null default now()
      );
      grant select, insert on tenant_directory to ${APP_ROLE};`);

    await runner.query(
      tenantTable({
        name: 'event',
        columns: [
          'type text not null',
          'subject_id uuid not null',
          'actor_type text not null',
          'actor_id uuid',
          'data jsonb not null',
          'occurred_at timestamptz not null',
        ],
        grants: ['select', 'insert'], // what happened is never rewritten
      }),
    );
    await runner.query('create index event_subject on event (tenant_id, subject_id, id)');

    await runner.query(`
      create table outbox (
        id bigint generated always as identity constraint outbox_pk primary key,
        tenant_id uuid not null,
        event_id uuid not null,
        handler text not null,
        outside boolean not null,
        state text not null default 'pending',
        attempts integer not null default 0,
        available_at timestamptz not null default now(),
        enqueued_at timestamptz,
        held_by uuid,
        held_until timestamptz,
        last_error text,
        constraint outbox_state check (state in ('pending', 'enqueued', 'dead')),
        constraint outbox_held check ((held_by is null) = (held_until is null)),
        constraint outbox_held_enqueued check (held_by is null or state = 'enqueued')
      ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);
      create index outbox_pending on outbox (outside, available_at, id) where state = 'pending';
      create index outbox_enqueued on outbox (enqueued_at) where state = 'enqueued';
      create index outbox_dead on outbox (id) where state = 'dead';
      grant select, insert, update, delete on outbox to ${APP_ROLE};`);

    await runner.query(
      tenantTable({
        name: 'idempotency_key',
        primaryKey: ['key'],
        columns: [
          'key text not null',
          'request_hash bytea not null',
          'status integer not null',
          'body text not null',
          'created_at timestamptz not null default now()',
        ],
      }),
    );
    await runner.query('create index idempotency_key_created on idempotency_key (tenant_id, created_at)');

    await runner.query(`
      create table clock (
        name text constraint clock_pk primary key,
        due_at timestamptz not null default now(),
        busy_until timestamptz
      );
      grant select, insert, update on clock to ${APP_ROLE};`);
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
