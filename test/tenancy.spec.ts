import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { APP_ROLE } from '../src/platform/database/tenant-table.js';
import { insertRepresentativeRows } from './support/representative-rows.js';

/** The tables without a tenant: ids and times only, and what TypeORM keeps of migrations. */
const WITHOUT_TENANT = ['clock', 'migration', 'outbox', 'tenant_directory'];

/** The functions that run as their owner, and the tables they read: not forced, for else no index of words helps. */
const SEARCHES = ['search_verbatims'];
const SEARCHED = ['verbatim'];

const INSUFFICIENT_PRIVILEGE = '42501';

let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
});
afterAll(() => client.end());

const tables = () =>
  names(`select relname as name from pg_class where ${IN_PUBLIC} and relkind in ('r', 'p')`);
const tenanted = async () => (await tables()).filter((table) => !WITHOUT_TENANT.includes(table));

describe('every table with a tenant', () => {
  it('is every table but those on the closed list', async () => {
    const withPolicy = await names(
      `select distinct tablename as name from pg_policies where schemaname = 'public'`,
    );
    expect(await tables()).toEqual([...withPolicy, ...WITHOUT_TENANT].sort());
  });

  it('begins its primary key with the tenant, which is filled in by itself', async () => {
    const right = await names(`
      select c.relname as name
        from pg_class c
        join pg_index i on i.indrelid = c.oid and i.indisprimary
        join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'tenant_id' and a.attnotnull
        join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
       where ${IN_PUBLIC} and pg_get_expr(d.adbin, d.adrelid) = 'current_tenant()'`);
    expect(right).toEqual(await tenanted());
  });

  it('has row-level security enabled and forced, but where it is searched, and one policy for everything', async () => {
    const right = await names(`
      select c.relname as name
        from pg_class c join pg_policies p on p.schemaname = 'public' and p.tablename = c.relname
       where ${IN_PUBLIC} and c.relrowsecurity and c.relforcerowsecurity = (c.relname <> all ('{${SEARCHED.join(',')}}'))
       group by c.relname
      having count(*) = 1
         and bool_and(p.cmd = 'ALL' and p.permissive = 'PERMISSIVE' and p.roles = '{public}'
                      and p.qual = '(tenant_id = current_tenant())' and p.with_check = p.qual)`);
    expect(right).toEqual(await tenanted());
  });

  it('begins its unique indexes with the tenant', async () => {
    const wrong = await names(`
      select i.indexrelid::regclass::text as name
        from pg_index i join pg_class c on c.oid = i.indrelid
        left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where ${IN_PUBLIC} and i.indisunique and a.attname is distinct from 'tenant_id'
         and c.relname <> all ('{${WITHOUT_TENANT.join(',')}}')`);
    expect(wrong).toEqual([]);
  });

  it('begins its foreign keys with the tenant, on both sides', async () => {
    const wrong = await names(`
      select k.conname as name
        from pg_constraint k join pg_class c on c.oid = k.conrelid
        join pg_attribute own on own.attrelid = k.conrelid and own.attnum = k.conkey[1]
        join pg_attribute other on other.attrelid = k.confrelid and other.attnum = k.confkey[1]
       where ${IN_PUBLIC} and k.contype = 'f' and (own.attname, other.attname) <> ('tenant_id', 'tenant_id')`);
    expect(wrong).toEqual([]);
  });
});

describe('nothing goes round row-level security:', () => {
  it('not the role of the processes', async () => {
    const { rows } = await client.query(
      `select rolsuper or rolbypassrls or rolcreaterole as mighty,
              exists (select from pg_class where relowner = r.oid) or
              exists (select from pg_proc where proowner = r.oid) or
              exists (select from pg_auth_members where member = r.oid) as owns
         from pg_roles r where rolname = $1`,
      [APP_ROLE],
    );
    expect(rows).toEqual([{ mighty: false, owns: false }]);
  });

  it('not a view, nor a function that runs as its owner but those on the closed list', async () => {
    const views = await names(`
      select relname as name from pg_class
       where ${IN_PUBLIC} and (relkind = 'm' or relkind = 'v' and
             not coalesce('security_invoker=true' = any(reloptions), false))`);
    const functions = await names(`
      select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`);
    expect([views, functions]).toEqual([[], SEARCHES]);
  });

  it('not such a function in the hands of others, or led to other tables', async () => {
    const { rows } = await client.query(
      `select bool_and(not has_function_privilege('public', p.oid, 'execute')) as "isKept",
              bool_and('search_path=public, pg_temp' = any(p.proconfig)) as "isBound"
         from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`,
    );
    expect(rows).toEqual([{ isKept: true, isBound: true }]);
  });
});

describe('a row of one tenant', () => {
  const [acme, other] = [randomUUID(), randomUUID()];

  beforeAll(async () => {
    await client.query('begin');
    await become(acme);
    await insertRepresentativeRows(client, acme);
  });
  afterAll(() => client.query('rollback'));

  it('is seen by that tenant', async () => {
    await become(acme);
    expect(await filled()).toEqual(await tenanted());
  });

  it.each([
    ['by another tenant', other],
    ['when no tenant is set', ''],
  ])('is not seen %s', async (_by, tenantId) => {
    await become(tenantId);
    expect(await filled()).toEqual([]);
  });

  it.each([
    ['by another tenant', other],
    ['when no tenant is set', ''],
  ])('cannot be made %s', async (_by, tenantId) => {
    await become(tenantId);
    for (const table of await tenanted()) {
      await client.query('savepoint attempt');
      // The policy is checked before any constraint, so the tenant is enough of a row to be refused.
      const code = await codeOf(client.query(`insert into ${table} (tenant_id) values ($1)`, [acme]));
      await client.query('rollback to attempt');
      expect([table, code]).toEqual([table, INSUFFICIENT_PRIVILEGE]);
    }
  });
});

const IN_PUBLIC = `relnamespace = 'public'::regnamespace`;

async function names(sql: string): Promise<string[]> {
  return (await client.query<{ name: string }>(`${sql} order by name`)).rows.map(({ name }) => name);
}

async function become(tenantId: string): Promise<void> {
  await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
}

/** The tables in which a row can be seen. */
async function filled(): Promise<string[]> {
  const found: string[] = [];
  for (const table of await tenanted()) {
    if ((await client.query(`select from ${table} limit 1`)).rowCount === 1) found.push(table);
  }
  return found;
}

function codeOf(query: Promise<unknown>): Promise<string | undefined> {
  return query.then(
    () => undefined,
    (error: { code?: string }) => error.code,
  );
}
