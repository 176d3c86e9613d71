import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** Tenants, the people and departments in them, and the keys that open them. */
export class Tenants1790000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable({
        name: 'tenant',
        columns: [
          'name text not null',
          'created_at timestamptz not null',
          'constraint tenant_id_is_own check (id = tenant_id)',
        ],
        grants: ['select', 'insert', 'update'],
      }),
    );

    await runner.query(
      tenantTable({
        name: 'member',
        columns: [
          'email text not null',
          'name text not null',
          'role text not null',
          'created_at timestamptz not null',
          'deactivated_at timestamptz',
          'version integer not null',
          `constraint member_role check (role in ('owner', 'admin', 'cs_manager', 'department_lead', 'agent', 'viewer'))`,
        ],
        grants: ['select', 'insert', 'update'],
      }),
    );
    await runner.query('create unique index member_email on member (tenant_id, lower(email))');

    await runner.query(
      tenantTable({
        name: 'department',
        columns: [
          'key text not null',
          'name text not null',
          'is_fallback boolean not null',
          'created_at timestamptz not null',
          'version integer not null',
          'constraint department_key unique (tenant_id, key)',
        ],
        grants: ['select', 'insert', 'update'],
      }),
    );
    await runner.query('create unique index department_fallback on department (tenant_id) where is_fallback');

    await runner.query(
      tenantTable({
        name: 'department_member',
        columns: [
          'department_id uuid not null',
          'member_id uuid not null',
          'constraint department_member_once unique (tenant_id, department_id, member_id)',
          `constraint department_member_department foreign key (tenant_id, department_id)
             references department (tenant_id, id)`,
          'constraint department_member_member foreign key (tenant_id, member_id) references member (tenant_id, id)',
        ],
        grants: ['select', 'insert', 'delete'],
      }),
    );
    await runner.query('create index department_member_of on department_member (tenant_id, member_id)');

    await runner.query(
      tenantTable({
        name: 'api_key',
        columns: [
          'name text not null',
          'member_id uuid',
          'scopes text[] not null',
          'secret_hash bytea not null',
          'expires_at timestamptz',
          'revoked_at timestamptz',
          'last_used_at timestamptz',
          'created_at timestamptz not null',
          'constraint api_key_member foreign key (tenant_id, member_id) references member (tenant_id, id)',
        ],
        grants: ['select', 'insert', 'update'],
      }),
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
