import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** The customer companies and the people in them. */
export class Accounts1790000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable({
        name: 'account',
        columns: [
          'external_id text',
          'name text not null',
          'name_key text not null',
          'owner_member_id uuid',
          'is_internal boolean not null',
          'properties jsonb not null',
          'created_at timestamptz not null',
          'version integer not null',
          'constraint account_owner foreign key (tenant_id, owner_member_id) references member (tenant_id, id)',
        ],
        grants: ['select', 'insert', 'update'],
      }),
    );
    // Partial, so that PostgreSQL does not take these columns for keys: a row whose external id changes
    // would otherwise have to wait for everybody who inserts a reference to it.
    await runner.query(`
      create unique index account_external_id on account (tenant_id, external_id) where external_id is not null;
      create index account_named on account (tenant_id, name_key);
      create unique index account_name on account (tenant_id, name_key) where external_id is null;
      create unique index account_internal on account (tenant_id) where is_internal;
      create index account_owned on account (tenant_id, owner_member_id, id) where owner_member_id is not null;`);

    await runner.query(
      tenantTable({
        name: 'contact',
        columns: [
          'account_id uuid',
          'external_id text',
          'email text',
          'name text',
          'capacity text',
          'language text',
          'properties jsonb not null',
          'created_at timestamptz not null',
          'version integer not null',
          'constraint contact_account foreign key (tenant_id, account_id) references account (tenant_id, id)',
          'constraint contact_is_somebody check (coalesce(external_id, email, name) is not null)',
          `constraint contact_capacity check
             (capacity in ('decision_maker', 'champion', 'manager', 'team_member', 'end_user'))`,
        ],
        grants: ['select', 'insert', 'update'],
      }),
    );
    await runner.query(`
      create unique index contact_external_id on contact (tenant_id, external_id) where external_id is not null;
      create unique index contact_email on contact (tenant_id, email) where email is not null;
      create index contact_of_account on contact (tenant_id, account_id, id) where account_id is not null;`);
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
