import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Installation } from '../chaos/installation.js';
import { SURVEY } from '../chaos/feedback.js';
import { until } from '../support/until.js';

/** Long enough for a process to be in the middle of stopping. */
const STOPPING_MS = 500;

let installation: Installation;
let owner: pg.Client;

beforeAll(async () => {
  installation = await Installation.start();
  await installation.furnish([]);
  owner = new pg.Client({ connectionString: installation.services.env.DATABASE_OWNER_URL });
  await owner.connect();
}, 180_000);

afterAll(async () => {
  await owner?.end();
  await installation?.close(false);
}, 120_000);

describe('a process that is told to stop', () => {
  it('finishes the jobs it has begun', async () => {
    const { workers } = installation;
    await workers[1]!.stop();
    await lock('routing_decision');
    const { body } = await post('job');
    await until('its job runs', async () => (await waitingFor('routing_decision')) === 1);
    const stopped = workers[0]!.stop();
    await sleep(STOPPING_MS);
    await unlock();
    expect(await stopped).toBe(0);
    expect(
      await installation.query('select 1 from routing_decision where response_id = $1', [body.id]),
    ).toHaveLength(1);
    await Promise.all(workers.map((worker) => worker.start()));
    await until('all it led to is done', async () => {
      return (await installation.query('select from outbox')).length === 0;
    });
  }, 120_000);

  it('answers the requests it has begun', async () => {
    const { api } = installation;
    await lock('response');
    const posted = Array.from({ length: 10 }, (_, n) => post(`request-${n}`));
    await until('all are at work', async () => (await waitingFor('response')) === posted.length);
    const stopped = api.stop();
    await until('nothing new is let in', () =>
      fetch(installation.address).then(
        () => false,
        () => true,
      ),
    );
    await unlock();
    expect((await Promise.all(posted)).map(({ status }) => status)).toEqual(posted.map(() => 201));
    expect(await stopped).toBe(0);
    await api.start();
  }, 120_000);

  it('does not wait for a client that has a connection open and asks nothing', async () => {
    const { api, address } = installation;
    const { hostname, port } = new URL(address);
    const silent = connect(Number(port), hostname);
    await once(silent, 'connect');
    await fetch(address); // connections are taken in the order they come
    const ended = once(silent, 'close');
    expect(await api.stop()).toBe(0);
    await ended;
    await api.start();
  }, 120_000);
});

async function post(externalId: string): Promise<{ status: number; body: { id: string } }> {
  const answer = await fetch(`${installation.address}/v1/responses`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${installation.tenant.apiKey}`,
      'content-type': 'application/json',
      'idempotency-key': externalId, // for a transaction of its own
    },
    // Without a contact: two of one contact wait for each other, not for the table.
    body: JSON.stringify({
      survey: SURVEY.key,
      externalId,
      score: 3,
      comment: 'The invoice was wrong twice.',
    }),
  });
  return { status: answer.status, body: (await answer.json()) as { id: string } };
}

/** Keeps everyone from writing to the table until `unlock`. */
async function lock(table: string): Promise<void> {
  await owner.query(`begin; lock table ${table} in exclusive mode`);
}

async function unlock(): Promise<void> {
  await owner.query('rollback');
}

/** How many transactions wait for the table to be unlocked. */
async function waitingFor(table: string): Promise<number> {
  const { rowCount } = await owner.query(
    'select from pg_locks where not granted and relation = $1::regclass',
    [table],
  );
  return rowCount ?? 0;
}
