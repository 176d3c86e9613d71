import pg from 'pg';
import { campaignOf, surveyOf } from '../support/campaigns.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { OwnServices } from '../support/own-services.js';
import { HeedProcess } from '../support/processes.js';
import { until } from '../support/until.js';

const CUSTOMERS = 50_000;
const EMPLOYEES = 10_000;
const PATIENCE_MS = 90_000;

/**
 * Where workers are killed: as they write to a table, which they are kept from, after some chunks of contacts went
 * through. The invitations of a chunk; the wave, whose chunk is made but not noted; the ballots of the vote, with all
 * its invitations made; the event that says that a wave is open, with
 * which the commit is sent: the worker dies without hearing that it was done.
 */
const KILLS: { table: string; chunks: number }[] = [
  { table: 'invitation', chunks: 0 },
  { table: 'wave', chunks: 1 },
  { table: 'invitation', chunks: 2 },
  { table: 'wave', chunks: 0 },
  { table: 'ballot', chunks: 0 },
  { table: 'event', chunks: 0 },
];

interface Count {
  state: string;
  reason: string | null;
  count: number;
}

let services: OwnServices;
let heed: Heed;
let tenant: TestTenant;
let owner: pg.Client;
const started: HeedProcess[] = [];

beforeAll(async () => {
  services = await OwnServices.start('launch');
  heed = await Heed.start(services.env);
  owner = new pg.Client(services.env.DATABASE_OWNER_URL);
  await owner.connect();
  tenant = await heed.tenant();
  await owner.query(`set app.tenant_id = '${tenant.id}'`);
  await surveyOf(tenant);
  await contactsOf(null, CUSTOMERS);
  const own = { name: 'Acme itself', isInternal: true };
  await contactsOf((await tenant.post('/v1/accounts', own).expect(201)).body.id as string, EMPLOYEES);
}, 120_000);

afterAll(async () => {
  await Promise.all(started.map((worker) => worker.kill()));
  await owner.end();
  await heed.close();
  await services.remove();
});

async function contactsOf(accountId: string | null, count: number): Promise<void> {
  await owner.query(
    `insert into contact (tenant_id, id, account_id, name, properties, created_at, version)
     select $1, gen_random_uuid(), $2, 'Somebody', '{}', now(), 1 from generate_series(1, $3)`,
    [tenant.id, accountId, count],
  );
}

/** Starts a campaign; the id of its wave, which is being launched from now on. */
async function launching(fields: object): Promise<string> {
  const id = await campaignOf(tenant, { channel: 'link', mail: undefined, ...fields });
  await tenant.post(`/v1/campaigns/${id}/start`).expect(201);
  const { body } = await tenant.get(`/v1/campaigns/${id}/waves`).expect(200);
  return (body.items as { id: string }[])[0]!.id;
}

/** Two workers, which are killed as they write to the table. */
async function killAt({ table, chunks }: (typeof KILLS)[number]): Promise<void> {
  const keepOut = () => owner.query(`begin; lock table ${table} in share mode`);
  const letGo = () => owner.query('commit');
  await keepOut();
  const pair = await workers();
  for (let left = chunks; left > 0; left--) {
    await until(`a worker writes to ${table}`, () => isWaitedFor(table), PATIENCE_MS);
    await letGo();
    await keepOut(); // in line behind whoever waited, up to their commit
  }
  await until(`a worker writes to ${table}`, () => isWaitedFor(table), PATIENCE_MS);
  await Promise.all(pair.map((worker) => worker.kill()));
  await letGo();
  await letHoldsPass();
}

/** Two workers at work. */
async function workers(): Promise<HeedProcess[]> {
  const pair = [0, 1].map((n) => new HeedProcess('worker', services.env, services.folder, `worker-${n}`));
  started.push(...pair);
  await Promise.all(pair.map((worker) => worker.start()));
  return pair;
}

async function isWaitedFor(table: string): Promise<boolean> {
  const { rowCount } = await owner.query(
    'select from pg_locks where relation = $1::regclass and not granted limit 1',
    [table],
  );
  return rowCount! > 0;
}

/** Lets the time pass after which what a dead process held is somebody else's. */
async function letHoldsPass(): Promise<void> {
  await owner.query('update outbox set held_until = now() where held_until is not null');
  await owner.query(`update outbox set enqueued_at = now() - interval '1 day' where state = 'enqueued'`);
  await owner.query('update clock set due_at = now(), busy_until = null');
}

async function statesOf(waveIds: string[]): Promise<string[]> {
  const { rows } = await owner.query<{ state: string }>(
    'select state from wave where tenant_id = $1 and id = any($2)',
    [tenant.id, waveIds],
  );
  return rows.map(({ state }) => state);
}

async function countsOf(waveId: string): Promise<{ scheduled: number; quarantine: number; other: number }> {
  const { body } = await tenant.get(`/v1/waves/${waveId}`).expect(200);
  const counts = { scheduled: 0, quarantine: 0, other: 0 };
  for (const { state, reason, count } of body.invitations as Count[]) {
    counts[state === 'scheduled' ? state : reason === 'quarantine' ? reason : 'other'] += count;
  }
  return counts;
}

async function numberOf(sql: string, parameters: unknown[] = []): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from ${sql}`,
    parameters,
  );
  return rows[0]!.count;
}

it('workers that are killed while they launch two campaigns and a vote ask everybody once', async () => {
  const waves = [
    await launching({ name: 'One', quarantineDays: 90 }),
    await launching({ name: 'Other', quarantineDays: 90 }),
  ];
  const vote = await launching({ name: 'Vote', isAnonymous: true, reach: 'internal' });

  for (const kill of KILLS) await killAt(kill);
  const last = await workers();
  const areOpen = async () => (await statesOf([...waves, vote])).every((state) => state === 'open');
  await until('all waves are open', areOpen, PATIENCE_MS);
  await Promise.all(last.map((worker) => worker.kill()));

  const [one, other] = [await countsOf(waves[0]!), await countsOf(waves[1]!)];
  expect(one.scheduled + other.scheduled).toBe(CUSTOMERS);
  expect([one.quarantine, other.quarantine]).toEqual([other.scheduled, one.scheduled]);
  expect(await countsOf(vote)).toEqual({ scheduled: EMPLOYEES, quarantine: 0, other: 0 });
  const askedTwice = `(select from invitation where tenant_id = $1 and wave_id = any($2) and state = 'scheduled'
                        group by contact_id having count(*) > 1) twice`;
  expect(await numberOf(askedTwice, [tenant.id, waves])).toBe(0);
  expect(await numberOf('invitation where tenant_id = $1', [tenant.id])).toBe(2 * CUSTOMERS + EMPLOYEES);
  expect(await numberOf('ballot where tenant_id = $1 and wave_id = $2', [tenant.id, vote])).toBe(EMPLOYEES);
  expect(await numberOf(`event where tenant_id = $1 and type = 'wave.opened'`, [tenant.id])).toBe(3);
  expect(await numberOf(`outbox where state = 'dead'`)).toBe(0);
}, 600_000);
