import { Database } from '../../src/platform/database/database.js';
import { currentTransaction } from '../../src/platform/database/tenant-transaction.js';
import { Heed, type TestTenant } from '../support/heed.js';

const NOTHING = '00000000-0000-7000-8000-000000000000';
const ECHO = { name: 'test.echo', sql: 'select $1::uuid as tenant, $2::int as number' };

/** The names of the plans a connection keeps after it has run a prepared statement. */
async function plansKept(tenant: TestTenant): Promise<string[]> {
  const database = tenant.heed.app.get(Database);
  return database.inTenant(tenant.id, async () => {
    expect(await database.query(ECHO, [7])).toEqual([{ tenant: tenant.id, number: 7 }]);
    expect(await database.query(ECHO, [8])).toEqual([{ tenant: tenant.id, number: 8 }]);
    const { rows } = await currentTransaction().client.query<{ name: string }>(
      'select name from pg_prepared_statements',
    );
    return rows.map(({ name }) => name);
  });
}

describe('a statement with a name', () => {
  it('is planned once by a connection, which keeps it', async () => {
    const heed = await Heed.start({ HEED_DATABASE_POOL_SIZE: '1' });
    expect(await plansKept(await heed.tenant())).toContain('test.echo');
    await heed.close();
  });

  it('leaves nothing on the connection where prepared statements are off', async () => {
    const heed = await Heed.start({ HEED_DATABASE_POOL_SIZE: '1', HEED_DATABASE_PREPARED_STATEMENTS: 'off' });
    expect(await plansKept(await heed.tenant())).toEqual([]);
    await heed.close();
  });

  it('must name the tenant like any other', async () => {
    const heed = await Heed.start();
    const { id } = await heed.tenant();
    const database = heed.app.get(Database);
    const query = () => database.query({ name: 'test.nobody', sql: 'select 1' }, [NOTHING]);
    await expect(database.inTenant(id, query)).rejects.toThrow('$1 is missing');
    await heed.close();
  });

  it('that fails the first time can be tried again on the same connection', async () => {
    const heed = await Heed.start({ HEED_DATABASE_POOL_SIZE: '1' });
    const { id } = await heed.tenant();
    const database = heed.app.get(Database);
    const divide = { name: 'test.divide', sql: 'select 10 / $2::int as result, $1::uuid as tenant' };
    const run = (by: number) => database.inTenant(id, () => database.query(divide, [by]));
    await expect(run(0)).rejects.toThrow('division by zero');
    expect(await run(5)).toMatchObject([{ result: 2 }]);
    await heed.close();
  });
});
