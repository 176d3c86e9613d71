import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../src/platform/database/tenant-table.js';

/** Finds verbatims by their words. */
export class Search1790000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema }] = (await runner.query('select quote_ident(current_schema()) as schema')) as [
      { schema: string },
    ];
    await runner.query(searchFunction(schema));
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

/**
 * The matches of the open tenant, newest first. `@@` may tell of rows it is asked about (it is not leakproof), so
 * behind row-level security PostgreSQL asks it only of rows already known to be the tenant's, and no index of words
 * can help. The function runs as its owner, to whom the policy of this one table is not forced, and names the tenant
 * itself; it hands out ids, which the caller then reads under row-level security like any other row.
 */
const searchFunction = (schema: string) => `
  alter table verbatim no force row level security;

  create function search_verbatims(
    wanted tsquery, written_from timestamptz, written_before timestamptz,
    seen_at timestamptz, seen_id uuid, most integer
  ) returns table (verbatim_id uuid, written_at timestamptz)
  language plpgsql stable security definer
  set search_path = ${schema}, pg_temp
  set plan_cache_mode = force_custom_plan
  as $$
  begin
    return query
      select v.id, v.responded_at
        from verbatim v
       where v.tenant_id = current_tenant() and v.words @@ wanted
         and (written_from is null or v.responded_at >= written_from)
         and (written_before is null or v.responded_at < written_before)
         and (seen_at is null or (v.responded_at, v.id) < (seen_at, seen_id))
       order by v.responded_at desc, v.id desc
       limit most;
  end $$;

  revoke execute on function search_verbatims from public;
  grant execute on function search_verbatims to ${APP_ROLE};`;
