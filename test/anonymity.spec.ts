import { surveyOf } from './support/campaigns.js';
import { Heed, type TestTenant } from './support/heed.js';
import { changesBetween, Onlooker, reachedFrom, type SeenRow, tracesIn } from './support/onlooker.js';
import { cast, closeWave, openBoxes, teamsOf, type Vote, voteOf } from './support/voting.js';

/** Fewest who are shown together. */
const MINIMUM = 5;

let heed: Heed;
let tenant: TestTenant;

beforeAll(async () => {
  heed = await Heed.start();
  tenant = await heed.tenant();
});
afterAll(() => heed.close());

/** One submission as it was seen from outside: who gave it is what the onlooker wants to know. */
interface Submission {
  contactId: string;
  team: string;
  words: string;
  appeared: SeenRow[];
  vanished: SeenRow[];
}

/** One opening of the box as it was seen. */
interface Opening {
  /** How many submissions had come before it. */
  after: number;
  marked: string[];
  words: string[];
}

describe('whoever watches the whole database, all the time,', () => {
  let onlooker: Onlooker;
  let vote: Vote;
  let teams: Record<string, string[]>;
  const submissions: Submission[] = [];
  const openings: Opening[] = [];
  let everything: SeenRow[] = [];

  /** What of their team a ballot says: two are too few, and so would they be with nobody else among them. */
  const seenTeamOf = (contactId: string) => {
    const team = Object.keys(teams).find((name) => teams[name]!.includes(contactId))!;
    return team === 'board' || team === 'legal' ? '' : team;
  };

  async function submit(contactId: string): Promise<void> {
    const words = `Words of number ${1000 + submissions.length}`;
    const before = await onlooker.look();
    const { status } = await cast(tenant, vote.tokens.get(contactId)!, { score: 3, comment: words });
    expect(status).toBe(200);
    const after = await onlooker.look();
    everything = everything.concat(changesBetween(everything, after).appeared);
    submissions.push({ contactId, team: seenTeamOf(contactId), words, ...changesBetween(before, after) });
  }

  async function watch(opening: () => Promise<void>): Promise<void> {
    const before = await onlooker.look();
    await opening();
    const after = await onlooker.look();
    everything = everything.concat(changesBetween(everything, after).appeared);
    const { appeared } = changesBetween(before, after);
    openings.push({
      after: submissions.length,
      marked: rowsOf(appeared, 'invitation')
        .filter(({ state }) => state === 'answered')
        .map(({ contact_id }) => contact_id as string),
      words: rowsOf(appeared, 'response').map(({ answers }) => (answers as { comment: string }).comment),
    });
  }

  beforeAll(async () => {
    await surveyOf(tenant);
    await tenant
      .post('/v1/routing/rules', {
        name: 'All',
        condition: { always: true },
        departmentIds: [(await tenant.departments()).support],
      })
      .expect(201);
    await tenant.post('/v1/webhook-endpoints', { url: 'https://example.com/', types: ['*'] }).expect(201);
    teams = await teamsOf(tenant, { web: 24, sales: 8, board: 5, legal: 2 });
    vote = await voteOf(tenant);
    onlooker = await Onlooker.of(tenant.id);
    // In an order in which no team stands together, on three days.
    const { web, sales, board, legal } = teams as Record<'web' | 'sales' | 'board' | 'legal', string[]>;
    const days = [
      [web[0], sales[0], web[1], board[0], web[2], web[3], web[4], legal[0], web[5], web[6], web[7]],
      [sales[1], web[8], web[9], web[10], web[11], web[12], sales[2], web[13], sales[3], web[14], web[15]],
      [web[16], board[1], sales[4], web[17], sales[5], board[2], web[18], board[3]],
    ];
    for (const [day, contacts] of days.entries()) {
      for (const contactId of contacts) await submit(contactId!);
      await watch(() => (day < 2 ? openBoxes(tenant) : closeWave(tenant, vote.waveId)));
    }
  }, 120_000);

  afterAll(() => onlooker.leave());

  it('sees of a submission one ballot vanish and something sealed appear, and nothing else', () => {
    for (const { appeared, vanished } of submissions) {
      expect(vanished.map(({ table }) => table)).toEqual(['ballot']);
      expect(appeared.map(({ table }) => table)).toEqual(['sealed_answer']);
    }
  });

  it('cannot read what was sealed, nor tell a long answer from a short one', () => {
    const sealed = submissions.flatMap(({ appeared }) => rowsOf(appeared, 'sealed_answer'));
    expect(Object.keys(sealed[0]!).sort()).toEqual(['answers', 'id', 'properties', 'tenant_id', 'wave_id']);
    expect(new Set(sealed.map(({ answers }) => (answers as string).length)).size).toBe(1);
    for (const { words } of submissions) {
      const hex = Buffer.from(words).toString('hex');
      expect(JSON.stringify(sealed)).not.toContain(words);
      expect(JSON.stringify(sealed)).not.toContain(hex);
    }
  });

  it('finds no id of a submission that says when it was made', () => {
    for (const { id } of submissions.flatMap(({ appeared }) => rowsOf(appeared, 'sealed_answer'))) {
      expect(id).toMatch(/^.{14}4/);
    }
  });

  it('finds nothing by which a submission leads to a person rather than to others of the team', () => {
    for (const one of submissions) {
      const traces = tracesIn([...one.appeared, ...one.vanished]);
      const team = submissions.filter(({ team }) => team === one.team).map(({ contactId }) => contactId);
      expect(standingOut(traces, team.map(aboutPerson))).toEqual([]);
    }
  });

  it('finds nothing by which an answer leads to a person', () => {
    const people = submissions.map(({ contactId }) => aboutPerson(contactId));
    for (const rows of answersSeen()) expect(standingOut(tracesIn(rows), people)).toEqual([]);
  });

  it('finds nothing by which an answer leads to a submission', () => {
    const each = submissions.map(({ appeared, vanished }) => [...appeared, ...vanished]);
    for (const rows of answersSeen()) expect(standingOut(tracesIn(rows), each)).toEqual([]);
  });

  it('sees people marked and answers come out only together with enough others, and enough left behind', () => {
    for (const team of ['web', 'sales', '']) {
      const ofTeam = submissions.filter((one) => one.team === team);
      let [marked, out] = [0, 0];
      for (const [i, opening] of openings.entries()) {
        const isLast = i === openings.length - 1;
        const given = submissions.slice(0, opening.after).filter((one) => one.team === team).length;
        const newlyMarked = opening.marked.filter((id) => seenTeamOf(id) === team).length;
        const newlyOut = ofTeam.filter(({ words }) => opening.words.includes(words)).length;
        [marked, out] = [marked + newlyMarked, out + newlyOut];
        if (isLast) expect(marked).toBe(ofTeam.length);
        for (const count of isLast
          ? []
          : [newlyMarked, newlyOut, ...(marked + out ? [given - marked, given - out] : [])]) {
          expect(count === 0 || count >= MINIMUM).toBe(true);
        }
      }
    }
    expect(openings.map(({ marked }) => marked.length)).toEqual([0, 11, 19]);
    expect(openings.map(({ words }) => words.length)).toEqual([0, 11, 19]);
  });

  it('sees answers come out in another order than they went in', () => {
    // One team after the other: each of its answers has come in before the next.
    const ofWeb = new Set(submissions.filter(({ team }) => team === 'web').map(({ words }) => words));
    const orders = openings.map(({ words }) => words.filter((one) => ofWeb.has(one)));
    expect(orders.map(({ length }) => length)).toEqual([0, 11, 8]);
    for (const words of orders.slice(1)) expect(words).not.toEqual(words.toSorted());
  });

  it('reads no time of an answer but the day on which it came out', async () => {
    const { body } = await tenant.get('/v1/responses?limit=200').expect(200);
    const answers = body.items as { respondedAt: string; receivedAt: string }[];
    expect(answers).toHaveLength(30);
    for (const { respondedAt, receivedAt } of answers) {
      expect(respondedAt).toMatch(/T00:00:00.000Z$/);
      expect(receivedAt).toBe(respondedAt);
    }
  });

  /** All that is known of one person, at any time. */
  function aboutPerson(contactId: string): SeenRow[] {
    return everything.filter(({ text }) => text.includes(contactId));
  }

  /** By answer, all rows that hang together with it, at any time. */
  function answersSeen(): SeenRow[][] {
    const common = new Set([tenant.id, vote.waveId, ...idsOfMany()]);
    const responses = everything.filter(({ table }) => table === 'response');
    return submissions.map(({ words }) => {
      const own = responses.filter(({ text }) => text.includes(`"${words}"`));
      expect(own.length).toBeGreaterThan(0);
      return reachedFrom(own, everything, common);
    });
  }

  /** What is not one answer's or one person's own: surveys, departments, rules, … */
  function idsOfMany(): string[] {
    const shared = everything.filter(({ table }) =>
      ['campaign', 'survey', 'department', 'routing_rule', 'webhook_endpoint', 'sla_policy'].includes(table),
    );
    return shared.map(({ text }) => (JSON.parse(text) as { id: string }).id);
  }
});

/**
 * Traces that lead from something to some candidates but to fewer of them than may be shown together: what is left to
 * an onlooker who joins everything with everything.
 */
function standingOut(traces: ReadonlySet<string>, candidates: SeenRow[][]): string[] {
  const found = new Map<string, number>();
  for (const rows of candidates) {
    for (const trace of tracesIn(rows)) {
      if (traces.has(trace)) found.set(trace, (found.get(trace) ?? 0) + 1);
    }
  }
  return [...found]
    .filter(([, count]) => count < Math.min(MINIMUM, candidates.length))
    .map(([trace]) => trace);
}

function rowsOf(rows: SeenRow[], table: string): Record<string, unknown>[] {
  return rows
    .filter((row) => row.table === table)
    .map(({ text }) => JSON.parse(text) as Record<string, unknown>);
}

describe('a wave with too few answers', () => {
  const WORDS = 'The zeppelin in the canteen frightens me';

  it('shows none of them anywhere', async () => {
    const shy = await heed.tenant('Shy');
    await surveyOf(shy);
    const support = (await shy.departments()).support;
    const rule = { name: 'All', condition: { always: true }, departmentIds: [support] };
    await shy.post('/v1/routing/rules', rule).expect(201);
    await shy.post('/v1/themes', { key: 'air', name: 'Air', keywords: ['zeppelin'] }).expect(201);
    await shy.post('/v1/webhook-endpoints', { url: 'https://example.com/', types: ['*'] }).expect(201);
    const { web } = await teamsOf(shy, { web: 6 });
    const vote = await voteOf(shy);
    for (const id of web!.slice(0, 4)) await cast(shy, vote.tokens.get(id)!, { score: 1, comment: WORDS });
    await openBoxes(shy);
    await expectNothing(shy, vote.waveId);
    await closeWave(shy, vote.waveId);
    await expectNothing(shy, vote.waveId);
    const { body } = await shy.get(`/v1/waves/${vote.waveId}`).expect(200);
    expect(body).toMatchObject({ withheldAnswers: 4 });
  });

  async function expectNothing(shy: TestTenant, waveId: string): Promise<void> {
    for (const path of [
      '/v1/responses',
      `/v1/responses?waveId=${waveId}`,
      '/v1/verbatims',
      '/v1/verbatims?q=zeppelin',
      '/v1/tasks',
      '/v1/loops',
    ]) {
      expect({ path, items: (await shy.get(path).expect(200)).body.items }).toEqual({ path, items: [] });
    }
    const themes = JSON.stringify((await shy.get('/v1/themes').expect(200)).body);
    const exported = (await shy.get(`/v1/waves/${waveId}/invitations.csv`).expect(200)).text;
    const endpoints = (await shy.get('/v1/webhook-endpoints').expect(200)).body.items as { id: string }[];
    const sent = await shy.get(`/v1/webhook-endpoints/${endpoints[0]!.id}/deliveries?limit=200`).expect(200);
    for (const text of [themes, exported, JSON.stringify(sent.body)]) {
      expect(text).not.toMatch(/zeppelin|response\./i);
    }
    const onlooker = await Onlooker.of(shy.id);
    const written = (await onlooker.look()).filter(
      ({ table }) => table !== 'theme' && table !== 'theme_phrase',
    );
    await onlooker.leave();
    expect(written.filter(({ text }) => /canteen|frightens/.test(text))).toEqual([]);
  }
});
