import request from 'supertest';
import { Database } from '../../src/platform/database/database.js';
import { LaunchService } from '../../src/campaigns/launch.service.js';
import { LinksService } from '../../src/campaigns/links.service.js';
import { surveyOf } from '../support/campaigns.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { cast, closeWave, openBoxes, teamsOf, type Vote, voteOf } from '../support/voting.js';

let heed: Heed;
let tenant: TestTenant;

beforeAll(async () => {
  heed = await Heed.start();
});
afterAll(() => heed.close());

beforeEach(async () => {
  tenant = await heed.tenant();
  await surveyOf(tenant);
});

interface Answer {
  id: string;
  score: number;
  contactId: string | null;
  language: string | null;
  externalId: string | null;
  properties: { team?: string };
  answers: { comment?: string };
  respondedAt: string;
  receivedAt: string;
}

async function answersOf({ waveId }: Vote): Promise<Answer[]> {
  const { body } = await tenant.get(`/v1/responses?waveId=${waveId}&limit=200`).expect(200);
  return body.items;
}

/** How many answers of each team can be read. */
async function teamsRead(vote: Vote): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { properties } of await answersOf(vote)) {
    const team = properties.team ?? 'none';
    counts[team] = (counts[team] ?? 0) + 1;
  }
  return counts;
}

async function castAll(vote: Vote, contactIds: string[]): Promise<void> {
  for (const id of contactIds) {
    expect(await cast(tenant, vote.tokens.get(id)!, { score: 7 })).toMatchObject({ status: 200 });
  }
}

async function standingOf({ waveId }: Vote) {
  const { body } = await tenant.get(`/v1/waves/${waveId}`).expect(200);
  const { invitations, withheldAnswers } = body as {
    invitations: { state: string; count: number }[];
    withheldAnswers: number;
  };
  const answered = invitations.find(({ state }) => state === 'answered')?.count ?? 0;
  const expired = invitations.find(({ state }) => state === 'expired')?.count ?? 0;
  return { answered, expired, withheldAnswers };
}

function query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
  const database = heed.app.get(Database);
  return database.inTenant(tenant.id, () => database.query<Row>(sql, parameters));
}

describe('a ballot', () => {
  it('is cast once, and the page says so when it is tried again', async () => {
    const { web } = await teamsOf(tenant, { web: 5 });
    const vote = await voteOf(tenant);
    const token = vote.tokens.get(web![0]!)!;
    expect((await cast(tenant, token, { score: 9 })).status).toBe(200);
    const again = await cast(tenant, token, { score: 1 });
    expect(again.text).toContain('already');
    const [{ count }] = (await query<{ count: number }>(
      'select count(*)::int as count from sealed_answer where tenant_id = $1',
    )) as [{ count: number }];
    expect(count).toBe(1);
  });

  it('is cast once, however many try at the same moment', async () => {
    const { web } = await teamsOf(tenant, { web: 5 });
    const vote = await voteOf(tenant);
    const token = vote.tokens.get(web![0]!)!;
    await Promise.all([1, 2, 3, 4, 5].map((score) => cast(tenant, token, { score })));
    expect(await query('select wave_id from sealed_answer where tenant_id = $1')).toHaveLength(1);
  });

  it('is not accepted once the wave is closed', async () => {
    const { web } = await teamsOf(tenant, { web: 5 });
    const vote = await voteOf(tenant);
    await closeWave(tenant, vote.waveId);
    expect((await cast(tenant, vote.tokens.get(web![0]!)!, { score: 9 })).status).toBe(410);
    expect(await query('select wave_id from sealed_answer where tenant_id = $1')).toEqual([]);
  });

  it('is looked at without being cast', async () => {
    const { web } = await teamsOf(tenant, { web: 5 });
    const vote = await voteOf(tenant);
    await request(heed.url)
      .get(`/r/${vote.tokens.get(web![0]!)}?score=9`)
      .expect(200);
    expect(await query('select digest from ballot where tenant_id = $1')).toHaveLength(5);
  });

  it('lies in the table where its number says, not where its owner does', async () => {
    await teamsOf(tenant, { web: 20 });
    await voteOf(tenant);
    const lying = await query<{ digest: Buffer }>(
      'select digest from ballot where tenant_id = $1 order by ctid',
    );
    const digests = lying.map(({ digest }) => digest.toString('hex'));
    expect(digests).toEqual(digests.toSorted());
  });

  it('says of its owner only what at least as many share as are shown together', async () => {
    await teamsOf(tenant, { sales: 6, web: 5, board: 3, legal: 2 });
    await voteOf(tenant);
    expect(await groupsOf('ballot')).toEqual({ none: 5, sales: 6, web: 5 });
    expect(await groupsOf('invitation')).toEqual({ none: 5, sales: 6, web: 5 });
  });

  it('says nothing of a larger team either, when those who have none are too few without it', async () => {
    await teamsOf(tenant, { sales: 7, web: 5, board: 1 });
    await voteOf(tenant);
    expect(await groupsOf('ballot')).toEqual({ none: 6, sales: 7 });
  });
});

async function groupsOf(table: 'ballot' | 'invitation'): Promise<Record<string, number>> {
  const rows = await query<{ team: string; count: number }>(
    `select coalesce(properties ->> 'team', 'none') as team, count(*)::int as count
       from ${table} where tenant_id = $1 group by 1`,
  );
  return Object.fromEntries(rows.map(({ team, count }) => [team, count]));
}

describe('answers in the box', () => {
  it('come out once twice as many wait as may be shown, and as many stay', async () => {
    const { web } = await teamsOf(tenant, { web: 14 });
    const vote = await voteOf(tenant);
    await castAll(vote, web!.slice(0, 9));
    await openBoxes(tenant);
    expect(await answersOf(vote)).toEqual([]);
    expect(await standingOf(vote)).toMatchObject({ answered: 0 });
    await castAll(vote, web!.slice(9, 12));
    await openBoxes(tenant);
    expect(await teamsRead(vote)).toEqual({ web: 7 });
    expect(await standingOf(vote)).toMatchObject({ answered: 7 });
  });

  it('come out by chance, and who gave them is noted by chance and without a time', async () => {
    const { web } = await teamsOf(tenant, { web: 24 });
    const vote = await voteOf(tenant, { minimumGroup: 12 });
    const voters = web!.toSorted();
    for (const [i, id] of voters.entries())
      await cast(tenant, vote.tokens.get(id)!, { score: 7, comment: `Word ${i + 10}` });
    await openBoxes(tenant);
    const words = (await answersOf(vote)).map(({ answers }) => answers.comment).toSorted();
    const noted = await query<{ id: string; at: Date | null }>(
      `select contact_id as id, answered_at as at from invitation
        where tenant_id = $1 and state = 'answered' order by 1`,
    );
    expect([words.length, noted.length]).toEqual([12, 12]);
    expect(words).not.toEqual(Array.from(words, (_, i) => `Word ${i + 10}`));
    expect(noted.map(({ id }) => id)).not.toEqual(voters.slice(0, 12));
    expect(noted.filter(({ at }) => at !== null)).toEqual([]);
  });

  it('come out by team, for a small team neither its answers nor who gave them are known', async () => {
    const { web, sales } = await teamsOf(tenant, { web: 12, sales: 6 });
    const vote = await voteOf(tenant);
    await castAll(vote, [...web!, ...sales!]);
    await openBoxes(tenant);
    expect(await teamsRead(vote)).toEqual({ web: 7 });
    expect(await standingOf(vote)).toMatchObject({ answered: 7 });
  });

  it('come out at the end, small teams together and without saying which', async () => {
    const { web, sales, board } = await teamsOf(tenant, { web: 6, sales: 6, board: 5 });
    const vote = await voteOf(tenant);
    await castAll(vote, [...web!, ...sales!.slice(0, 3), ...board!.slice(0, 2)]);
    await closeWave(tenant, vote.waveId);
    expect(await teamsRead(vote)).toEqual({ web: 6, none: 5 });
    expect(await standingOf(vote)).toEqual({ answered: 11, expired: 6, withheldAnswers: 0 });
  });

  it('are destroyed and counted at the end, when they are too few', async () => {
    const { web, sales } = await teamsOf(tenant, { web: 6, sales: 6 });
    const vote = await voteOf(tenant);
    await castAll(vote, [...web!, ...sales!.slice(0, 4)]);
    await closeWave(tenant, vote.waveId);
    expect(await teamsRead(vote)).toEqual({ web: 6 });
    expect(await standingOf(vote)).toEqual({ answered: 10, expired: 2, withheldAnswers: 4 });
  });

  it('are all that is left of a wave: its key, its ballots and its box are gone', async () => {
    const { web } = await teamsOf(tenant, { web: 6 });
    const vote = await voteOf(tenant);
    await castAll(vote, web!.slice(0, 5));
    await closeWave(tenant, vote.waveId);
    expect(await query('select digest from ballot where tenant_id = $1')).toEqual([]);
    expect(await query('select id from sealed_answer where tenant_id = $1')).toEqual([]);
    expect(await query('select ballot_key from wave where tenant_id = $1')).toEqual([{ ballot_key: null }]);
    await openBoxes(tenant); // late, or twice
    expect(await standingOf(vote)).toEqual({ answered: 5, expired: 1, withheldAnswers: 0 });
  });

  it('say neither who, nor when, nor in which language', async () => {
    heed.setTime(new Date('2026-11-23T12:34:56Z'));
    const { web } = await teamsOf(tenant, { web: 5 });
    const vote = await voteOf(tenant, { schedule: { type: 'once', lastsDays: 21 } });
    await castAll(vote, web!);
    await closeWave(tenant, vote.waveId);
    const day = '2026-11-23T00:00:00.000Z';
    const nobody = { contactId: null, accountId: null, language: null, externalId: null };
    for (const answer of await answersOf(vote)) {
      expect(answer).toMatchObject({
        ...nobody,
        respondedAt: day,
        receivedAt: day,
        properties: { team: 'web' },
      });
    }
    heed.setTime(new Date());
  });

  it('are asked for by an open link, too', async () => {
    await teamsOf(tenant, { web: 5 });
    const vote = await voteOf(tenant, { channel: 'link', mail: undefined });
    const token = await openTokenOf(vote);
    for (let i = 0; i < 5; i++)
      expect(await cast(tenant, token, { score: 3 })).toMatchObject({ status: 200 });
    await closeWave(tenant, vote.waveId);
    expect(await teamsRead(vote)).toEqual({ none: 5 });
  });
});

async function openTokenOf({ waveId }: Vote): Promise<string> {
  return heed.app
    .get(Database)
    .inTenant(tenant.id, () => Promise.resolve(heed.app.get(LinksService).open(waveId)));
}

it('a launch that is repeated leaves everybody their ballot', async () => {
  const { web } = await teamsOf(tenant, { web: 5 });
  const vote = await voteOf(tenant);
  await heed.app.get(LaunchService).launch(tenant.id, vote.waveId);
  await castAll(vote, web!);
  expect(await query('select id from sealed_answer where tenant_id = $1')).toHaveLength(5);
});

it('what comes out of the box becomes tasks of departments, and says nothing of anybody', async () => {
  const { support } = await tenant.departments();
  const condition = { field: 'category', op: 'eq', value: 'detractor' };
  await tenant
    .post('/v1/routing/rules', { name: 'Unhappy', condition, departmentIds: [support] })
    .expect(201);
  const { web } = await teamsOf(tenant, { web: 10 });
  const vote = await voteOf(tenant);
  for (const [i, id] of web!.entries()) {
    const answer = { score: i < 4 ? 2 : 9, comment: 'The invoices are wrong every month.' };
    await cast(tenant, vote.tokens.get(id)!, answer);
  }
  await closeWave(tenant, vote.waveId);
  const tasks = (await tenant.get('/v1/tasks').expect(200)).body as { items: { loopId: string }[] };
  expect(tasks.items).toHaveLength(4);
  for (const task of tasks.items) {
    expect(task).toMatchObject({ departmentId: support, state: 'open' });
    const path = `/v1/loops/${task.loopId}`;
    const said = [task, (await tenant.get(path)).body, (await tenant.get(`${path}/timeline`)).body];
    expect(JSON.stringify(said)).not.toMatch(new RegExp([...web!, 'web-\\d', 'example'].join('|')));
  }
});
