import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** The topics a tenant cares about. */
export class Themes1790000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable({
        name: 'theme',
        columns: [
          'key text not null',
          'name text not null',
          'description text',
          'starter text', // the built-in theme whose rules find it as well
          'parent_id uuid',
          'merged_into_id uuid',
          'department_id uuid',
          'keywords text[] not null',
          'phrases text[] not null',
          'examples text[] not null',
          'created_at timestamptz not null',
          'retired_at timestamptz',
          'version integer not null',
          'constraint theme_key unique (tenant_id, key)',
          'constraint theme_parent foreign key (tenant_id, parent_id) references theme (tenant_id, id)',
          'constraint theme_merged_into foreign key (tenant_id, merged_into_id) references theme (tenant_id, id)',
          'constraint theme_department foreign key (tenant_id, department_id) references department (tenant_id, id)',
          'constraint theme_merged_is_retired check (merged_into_id is null or retired_at is not null)',
        ],
        grants: ['select', 'insert', 'update'], // a theme is retired, never deleted
      }),
    );
    await runner.query(TELL_AGAIN);
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

/** Tenants made before are told of their creation once more, to get the themes that new ones begin with. */
const TELL_AGAIN = `
  do $$
  declare
    known record;
  begin
    for known in select tenant_id from tenant_directory loop
      perform set_config('app.tenant_id', known.tenant_id::text, true);
      insert into outbox (tenant_id, event_id, handler, outside)
      select tenant_id, id, 'ThemesReactions.addStarterThemes', false from event
       where tenant_id = known.tenant_id and type = 'tenant.created';
    end loop;
    perform set_config('app.tenant_id', '', true);
  end $$`;
