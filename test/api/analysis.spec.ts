import { Dispatcher } from '../../src/platform/events/dispatcher.js';
import { groupIntoDeliveries } from '../../src/platform/events/grouping.js';
import { Outbox } from '../../src/platform/events/outbox.js';
import { newId } from '../../src/platform/ids.js';
import { addSurvey, loopOf, receive } from '../support/feedback.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { answering, failing, ModelServer, resetting } from '../support/model-server.js';
import { rowsOf } from '../support/tenant-rows.js';

let heed: Heed;
let tenant: TestTenant;

beforeAll(async () => {
  heed = await Heed.start({ HEED_MODEL_ALLOWED_NETWORKS: '127.0.0.0/8' });
});

afterAll(() => heed.close());

beforeEach(async () => {
  tenant = await heed.tenant();
  await addSurvey(tenant);
});

const BLAME = 'The invoice was wrong again, I am so angry!';

interface Verbatim {
  text: string;
  mentions: { theme: { id: string; key: string }; polarity: string; quote: string; source: string }[];
  emotions: { emotion: string; intensity: number; quote: string; source: string }[];
  [field: string]: unknown;
}

async function verbatimOf(responseId: string): Promise<Verbatim> {
  const { body } = await tenant.get(`/v1/responses/${responseId}/analysis`).expect(200);
  return (body as { verbatims: Verbatim[] }).verbatims[0]!;
}

async function themeIds(): Promise<Record<string, string>> {
  await tenant.settle(); // which gives a new tenant its first themes
  const { theme } = await rowsOf(tenant.id);
  const rows = theme!.map((row) => JSON.parse(row) as { id: string; key: string });
  return Object.fromEntries(rows.map(({ id, key }) => [key, id]));
}

async function factsOf(type: string): Promise<Record<string, unknown>[]> {
  const { event } = await rowsOf(tenant.id);
  return event!
    .map((row) => JSON.parse(row) as { type: string; data: Record<string, unknown> })
    .filter((row) => row.type === type)
    .map(({ data }) => data);
}

/** Past responses nobody acted on, as an import brings them. */
async function importHistory(rows: string): Promise<void> {
  const upload = tenant.post('/v1/imports?survey=nps').set('content-type', 'text/csv');
  await upload.send(`Score,Comment\n${rows}`).expect(202);
  await tenant.settle();
}

describe('a response', () => {
  it('is analysed as it arrives: what it says, and the words that show it', async () => {
    const id = await receive(tenant, { comment: BLAME, language: 'en' });
    await tenant.settle();
    const verbatim = await verbatimOf(id);
    expect(verbatim).toMatchObject({
      question: 'comment',
      text: BLAME,
      language: 'en',
      isSupported: true,
      sentiment: { polarity: 'negative' },
      sentimentWithScore: { polarity: 'negative' },
      analyzer: 'embedded',
      analyzerVersion: expect.stringMatching(/./),
      headId: null,
    });
    const billing = verbatim.mentions.find(({ theme }) => theme.key === 'billing')!;
    expect(billing).toMatchObject({ polarity: 'negative', source: 'analyzer' });
    expect(BLAME).toContain(billing.quote);
    expect(verbatim.emotions.length).toBeGreaterThan(0);
  });

  it('says that it is analysed, once, in codes and ids', async () => {
    const id = await receive(tenant, { comment: BLAME });
    await tenant.settle();
    const { billing } = await themeIds();
    expect(await factsOf('response.analyzed')).toEqual([
      expect.objectContaining({
        responseId: id,
        verbatims: 1,
        sentiments: ['negative'],
        themeIds: expect.arrayContaining([billing]),
      }),
    ]);
  });

  it('in which nothing was written is told of just the same, and is routed', async () => {
    const id = await receive(tenant, { comment: undefined });
    await tenant.settle();
    expect(await factsOf('response.analyzed')).toMatchObject([{ responseId: id, verbatims: 0 }]);
    expect((await tenant.get(`/v1/responses/${id}/analysis`).expect(200)).body).toEqual({
      responseId: id,
      verbatims: [],
    });
    expect(await loopOf(tenant, id)).toMatchObject({ responseId: id });
  });

  it('has no analysis before, and is not found in another tenant', async () => {
    const id = await receive(tenant);
    expect((await tenant.get(`/v1/responses/${id}/analysis`).expect(200)).body.verbatims).toEqual([]);
    const other = await heed.tenant();
    await other.get(`/v1/responses/${id}/analysis`).expect(404);
  });

  it('can be found by its words in their stem and as they were written', async () => {
    await receive(tenant, { comment: 'The invoices were wrong', language: 'en' });
    await tenant.settle();
    const { verbatim } = await rowsOf(tenant.id);
    expect(verbatim![0]).toMatch(/'invoices'/);
    expect(verbatim![0]).toMatch(/'invoic'/);
  });

  it('is analysed among a hundred long ones just the same', async () => {
    const responses = Array.from({ length: 100 }, (_, i) => ({
      survey: 'nps',
      score: i % 11,
      comment: `${BLAME} ${'Then nothing happened for weeks. '.repeat(100)}`,
    }));
    await tenant.post('/v1/responses/bulk', { responses }).expect(200);
    await tenant.settle();
    expect((await rowsOf(tenant.id)).verbatim).toHaveLength(100);
  });
});

describe('with an external model', () => {
  let model: ModelServer;
  beforeEach(async () => {
    model = await ModelServer.start();
    const prices = { monthlyCeilingMicros: 1_000_000, inputPriceMicros: 1, outputPriceMicros: 1 };
    const terms = { baseUrl: model.baseUrl, model: 'small-1', apiKey: 'sk-1', retries: 0, currency: 'EUR' };
    await tenant.put('/v1/analysis/model', { ...terms, ...prices }).expect(200);
  });
  afterEach(() => model.close());

  it('a response is analysed by it, without the name of who wrote, and then routed', async () => {
    const contact = { email: 'cora@customer.example', name: 'Cora Customer' };
    const id = await receive(tenant, { comment: 'Late again, says Cora Customer.', contact });
    await tenant.settle();
    expect(await verbatimOf(id)).toMatchObject({
      analyzer: `${new URL(model.baseUrl).host}/small-1`,
      emotions: [{ emotion: 'frustration' }],
    });
    expect(model.texts.join()).toMatch(/^Late again/);
    expect(model.texts.join()).not.toMatch(/Cora/);
    expect(await loopOf(tenant, id)).toMatchObject({ responseId: id });
  });

  it('nor does a nickname leave that their e-mail address gives away', async () => {
    const contact = { email: 'kit.surname@customer.example', name: 'Cora Customer' };
    await receive(tenant, { comment: 'Late again! Kit', contact });
    await tenant.settle();
    expect(model.texts).toEqual(['Late again! [NAME]']);
  });

  it('has its sentiment judged together with the score as well', async () => {
    const id = await receive(tenant, { comment: 'Late again' });
    await tenant.settle();
    const { sentiment, sentimentWithScore } = await verbatimOf(id);
    expect([sentiment, sentimentWithScore]).not.toContain(null);
  });

  it('in which nothing was written, nobody is asked', async () => {
    const id = await receive(tenant, { comment: undefined });
    await tenant.settle();
    expect([model.requests.length, (await loopOf(tenant, id)).responseId]).toEqual([0, id]);
  });

  it.each([
    ['broken', failing(500)],
    ['gone', resetting],
    ['lying', answering((reports) => reports.map((report) => ({ ...report, id: 'another' })))],
  ])('that is %s, the embedded analyser stands in, and the response is routed', async (_, behaviour) => {
    model.behave = behaviour;
    const id = await receive(tenant, { comment: BLAME });
    await tenant.settle();
    expect(await verbatimOf(id)).toMatchObject({ analyzer: 'embedded' });
    expect(await loopOf(tenant, id)).toMatchObject({ responseId: id });
    expect(await factsOf('response.analyzed')).toHaveLength(1);
  });

  it('history is analysed by it as well', async () => {
    await importHistory('2,Late again\n10,Lovely\n');
    const { verbatim } = await rowsOf(tenant.id);
    expect(verbatim!.join()).toContain('/small-1');
    expect(await factsOf('response.analyzed')).toEqual([]);
  });
});

describe('a routing rule', () => {
  const rule = async (condition: object) => {
    const { product } = await tenant.departments();
    const draft = { name: 'By what they say', condition, departmentIds: [product] };
    await tenant.post('/v1/routing/rules', draft).expect(201);
  };
  const reasonsOf = async (id: string) => {
    const { body } = await tenant.get(`/v1/responses/${id}/routing`).expect(200);
    return (body.targets as { because: { reasons: string[] }[] }[]).flatMap(({ because }) =>
      because.flatMap(({ reasons }) => reasons),
    );
  };

  it('may ask for a theme that is blamed', async () => {
    await rule({ field: 'theme.negative', op: 'eq', value: 'billing' });
    const id = await receive(tenant, { score: 10, comment: BLAME });
    await tenant.settle();
    expect((await reasonsOf(id)).join()).toMatch(/^theme.negative (is|includes) billing$/);
  });

  it('may ask how strong an emotion is', async () => {
    await rule({
      any: ['anger', 'frustration', 'annoyance'].map((emotion) => ({
        field: `emotion.${emotion}`,
        op: 'gte',
        value: 0.2,
      })),
    });
    const id = await receive(tenant, { score: 10, comment: BLAME });
    await tenant.settle();
    expect((await reasonsOf(id)).join()).toMatch(/is at least 0\.2/);
  });

  it('goes on finding a theme that was merged into another', async () => {
    await rule({ field: 'theme', op: 'eq', value: 'billing' });
    const { billing, support } = await themeIds();
    await tenant.post(`/v1/themes/${billing}/merge`, { into: support }).expect(201);
    const id = await receive(tenant, { score: 10, comment: BLAME });
    await tenant.settle();
    expect((await reasonsOf(id)).join()).toMatch(/billing/);
  });

  it('can be tried on what past responses say', async () => {
    await receive(tenant, { comment: BLAME });
    await tenant.settle();
    const { product } = await tenant.departments();
    const condition = { field: 'sentiment', op: 'eq', value: 'negative' };
    const rules = [{ name: 'Unhappy', condition, departmentIds: [product] }];
    const { body } = await tenant.post('/v1/routing/trial', { rules }).expect(200);
    expect(body.outcomes).toMatchObject({ matched: 1 });
  });

  it.each([
    [
      { field: 'sentiment', op: 'eq', value: 'sour' },
      '/condition/value',
      'positive, negative, mixed, neutral',
    ],
    [{ field: 'emotion.hunger', op: 'gte', value: 1 }, '/condition/field', 'emotion.anger'],
    [{ field: 'emotion.anger', op: 'gte', value: 'much' }, '/condition/value', 'must be a number'],
    [{ field: 'actionability', op: 'gt', value: 1 }, '/condition/op', 'eq, ne, in, not_in, exists'],
  ])('that asks for nonsense is told what makes sense: %j', async (condition, pointer, detail) => {
    const { product } = await tenant.departments();
    const draft = { name: 'Nonsense', condition, departmentIds: [product] };
    const { body } = await tenant.post('/v1/routing/rules', draft).expect(422);
    expect(body.errors).toEqual([{ pointer, detail: expect.stringContaining(detail) }]);
  });
});

describe('a correction', () => {
  const analyzed = async (comment = BLAME) => {
    const id = await receive(tenant, { comment });
    await tenant.settle();
    return { id, at: `/v1/responses/${id}/analysis/comment` };
  };

  it('of the themes stands in the place of what the analyser found', async () => {
    const { id, at } = await analyzed();
    const { support } = await themeIds();
    const mentions = [{ themeId: support, polarity: 'mixed', span: { start: 4, end: 11 } }];
    const { body } = await tenant.put(`${at}/mentions`, { mentions }).expect(200);
    expect(body.mentions).toEqual([
      expect.objectContaining({
        theme: expect.objectContaining({ key: 'support' }),
        polarity: 'mixed',
        confidence: 1,
        quote: 'invoice',
        source: 'member',
      }),
    ]);
    expect((await verbatimOf(id)).mentions).toEqual(body.mentions);
    expect(await factsOf('analysis.corrected')).toMatchObject([{ responseId: id, part: 'mentions' }]);
  });

  it('of the polarity keeps the words the analyser found the theme in', async () => {
    const { id, at } = await analyzed('Checkout was quick. The invoice was wrong.');
    const before = (await verbatimOf(id)).mentions.find(({ theme }) => theme.key === 'billing')!;
    const mentions = [{ themeId: before.theme.id, polarity: 'neutral' }];
    const { body } = await tenant.put(`${at}/mentions`, { mentions }).expect(200);
    expect(body.mentions).toMatchObject([{ polarity: 'neutral', quote: before.quote }]);
  });

  it('of the emotions may say that there are none', async () => {
    const { id, at } = await analyzed();
    await tenant.put(`${at}/emotions`, { emotions: [] }).expect(200);
    expect((await verbatimOf(id)).emotions).toEqual([]);
    const emotions = [{ emotion: 'worry', intensity: 0.9 }];
    await tenant.put(`${at}/emotions`, { emotions }).expect(200);
    expect((await verbatimOf(id)).emotions).toMatchObject([
      { emotion: 'worry', intensity: 0.9, quote: BLAME, source: 'member' },
    ]);
  });

  it('survives another analysis, until it is taken back', async () => {
    const { id, at } = await analyzed();
    await tenant.put(`${at}/mentions`, { mentions: [] }).expect(200);
    await tenant.post('/v1/analysis/runs', { scope: 'all' }).expect(201);
    await tenant.settle();
    expect((await verbatimOf(id)).mentions).toEqual([]);
    const { emotions } = await verbatimOf(id);
    expect(emotions.map(({ source }) => source)).toEqual(emotions.map(() => 'analyzer'));
    await tenant.delete(`${at}/mentions`).expect(204);
    expect((await verbatimOf(id)).mentions).toContainEqual(
      expect.objectContaining({ theme: expect.objectContaining({ key: 'billing' }), source: 'analyzer' }),
    );
    await tenant.delete(`${at}/mentions`).expect(204);
  });

  it('names a theme in use and a place in the text', async () => {
    const { at } = await analyzed('😀 Late');
    const { billing, support } = await themeIds();
    await tenant.post(`/v1/themes/${support}/retirement`).expect(201);
    const refused = async (mention: object) => {
      const mentions = [{ themeId: billing, polarity: 'negative', ...mention }];
      const { body } = await tenant.put(`${at}/mentions`, { mentions }).expect(422);
      return (body.errors as { pointer: string }[])[0]!.pointer;
    };
    expect(await refused({ themeId: newId() })).toBe('/mentions/0/themeId');
    expect(await refused({ themeId: support })).toBe('/mentions/0/themeId');
    expect(await refused({ span: { start: 0, end: 8 } })).toBe('/mentions/0/span');
    expect(await refused({ span: { start: 1, end: 3 } })).toBe('/mentions/0/span');
    expect(await refused({ polarity: 'sour' })).toBe('/mentions/0/polarity');
  });

  it('is of a question that was answered in words', async () => {
    const { id } = await analyzed();
    for (const question of ['score', 'nothing', '%00', 'A B']) {
      await tenant.put(`/v1/responses/${id}/analysis/${question}/mentions`, { mentions: [] }).expect(404);
    }
  });

  it('is made by agents, not by viewers', async () => {
    const { at } = await analyzed();
    const viewer = await tenant.member('viewer');
    await viewer.put(`${at}/mentions`, { mentions: [] }).expect(403);
    const agent = await tenant.member('agent');
    await agent.put(`${at}/mentions`, { mentions: [] }).expect(200);
  });
});

describe('history', () => {
  it('that is imported is analysed, and nobody is asked to act on it', async () => {
    await importHistory(`2,${BLAME.replace(',', '')}\n10,Lovely\n7,\n`);
    const { verbatim, task, routing_decision: decisions } = await rowsOf(tenant.id);
    expect([verbatim!.length, task, decisions]).toEqual([2, [], []]);
    expect(await factsOf('response.analyzed')).toEqual([]);
    const { body } = await tenant.get('/v1/analysis/runs').expect(200);
    expect(body.items).toMatchObject([{ scope: 'unanalyzed', state: 'completed', total: 3, done: 3 }]);
  });

  it('is analysed anew on request, in the place of what was there', async () => {
    const id = await receive(tenant, { comment: BLAME });
    await tenant.settle();
    const before = await verbatimOf(id);
    const { body: run } = await tenant.post('/v1/analysis/runs', { scope: 'all' }).expect(201);
    expect(run).toMatchObject({ state: 'pending', total: null, done: 0 });
    await tenant.settle();
    expect((await tenant.get(`/v1/analysis/runs/${run.id}`).expect(200)).body).toMatchObject({
      state: 'completed',
      total: 1,
      done: 1,
    });
    const { analyzedAt: earlier, ...same } = before;
    const { analyzedAt: later, ...again } = await verbatimOf(id);
    expect(again).toEqual(same);
    expect(Date.parse(later as string)).toBeGreaterThan(Date.parse(earlier as string));
    expect(await factsOf('response.analyzed')).toHaveLength(1);
  });

  it('may be limited to what is recent', async () => {
    const old = await receive(tenant, { comment: 'Late.', respondedAt: '2020-01-01T00:00:00Z' });
    const recent = await receive(tenant, { comment: 'Late.' });
    await tenant.settle();
    const times = async () => [(await verbatimOf(old)).analyzedAt, (await verbatimOf(recent)).analyzedAt];
    const before = await times();
    await tenant.post('/v1/analysis/runs', { scope: 'all', since: '2021-01-01T00:00:00Z' }).expect(201);
    await tenant.settle();
    const after = await times();
    expect([after[0] === before[0], after[1] === before[1]]).toEqual([true, false]);
  });

  it('is gone through by one run at a time, which may be cancelled', async () => {
    await receive(tenant);
    const { body: run } = await tenant.post('/v1/analysis/runs', { scope: 'all' }).expect(201);
    const { body: refusal } = await tenant.post('/v1/analysis/runs', { scope: 'all' }).expect(409);
    expect(refusal.code).toBe('analysis_run.under_way');
    await tenant.post(`/v1/analysis/runs/${run.id}/cancellation`).expect(201);
    await tenant.post(`/v1/analysis/runs/${run.id}/cancellation`).expect(409);
    await tenant.settle();
    expect((await tenant.get(`/v1/analysis/runs/${run.id}`)).body).toMatchObject({
      state: 'cancelled',
      done: 0,
    });
  });

  it('is gone on with where a killed process left it', async () => {
    const { RunsService } = await import('../../src/analysis/runs.service.js');
    const { RunCarryingService } = await import('../../src/analysis/run-carrying.service.js');
    const { Database } = await import('../../src/platform/database/database.js');
    await importHistory('2,Late\n3,Wrong\n4,Slow\n');
    const { body: run } = await tenant.post('/v1/analysis/runs', { scope: 'all' }).expect(201);
    const runs = heed.app.get(RunsService);
    const inTenant = <T>(work: () => Promise<T>) => heed.app.get(Database).inTenant(tenant.id, work);
    const ids = await inTenant(() => runs.next(run.id as string, 2));
    await inTenant(() => runs.advance(run.id as string, ids));
    expect(await inTenant(() => runs.advance(run.id as string, ids))).toBe(false);
    await heed.app.get(RunCarryingService).carryOut(tenant.id, run.id as string);
    expect((await tenant.get(`/v1/analysis/runs/${run.id}`)).body).toMatchObject({
      state: 'completed',
      total: 3,
      done: 3,
    });
  });
});

it('an analysis told twice is kept and told once', async () => {
  await receive(tenant, { comment: BLAME });
  const { inside } = groupIntoDeliveries(await heed.app.get(Outbox).claim(500, tenant.id));
  const dispatcher = heed.app.get(Dispatcher);
  for (const delivery of [...inside, ...inside]) await dispatcher.deliver(delivery);
  await tenant.settle();
  const { verbatim } = await rowsOf(tenant.id);
  expect([verbatim!.length, (await factsOf('response.analyzed')).length]).toEqual([1, 1]);
});

describe('learning', () => {
  // Learning waits for the end of a minute.
  beforeEach(() => heed.setTime(new Date()));

  /** A theme the analyser knows nothing of, named by members in texts that speak of it. */
  const SPEAKS = ['parcel', 'courier', 'doorstep', 'delivery van', 'package'];
  const SILENT = ['The colours are lovely', 'My login stopped working', 'I like the new charts'];

  const corrected = async (count: number) => {
    const { body: theme } = await tenant.post('/v1/themes', { key: 'parcels', name: 'Parcels' }).expect(201);
    const comments = Array.from({ length: count }, (_, i) =>
      i % 2 === 0
        ? `The ${SPEAKS[(i / 2) % SPEAKS.length]} never came to our house number ${i}`
        : `${SILENT[i % SILENT.length]} on floor ${i}`,
    );
    const responses = comments.map((comment) => ({ survey: 'nps', score: 9, comment }));
    const { body } = await tenant.post('/v1/responses/bulk', { responses }).expect(200);
    await tenant.settle();
    for (const [i, { id }] of (body.items as { id: string }[]).entries()) {
      const mentions = i % 2 === 0 ? [{ themeId: theme.id as string, polarity: 'negative' }] : [];
      await tenant.put(`/v1/responses/${id}/analysis/comment/mentions`, { mentions }).expect(200);
    }
    return theme.id as string;
  };
  const learned = async () => {
    heed.setTime(new Date(Date.now() + 120_000));
    await tenant.settle();
    const { body } = await tenant.get('/v1/analysis/heads').expect(200);
    return body.items as {
      id: string;
      isInUse: boolean;
      liveAt: string | null;
      parts: Record<string, unknown>[];
    }[];
  };

  it('from corrections is put to use when it proves better on those it has not seen', async () => {
    const parcels = await corrected(60);
    const heads = await learned();
    expect(heads).toHaveLength(1);
    expect(heads[0]).toMatchObject({ corrections: 60, isInUse: true });
    const themes = heads[0]!.parts.find(({ part }) => part === 'themes')!;
    expect(themes).toMatchObject({ verdict: 'better', f1Before: 0 });
    expect(themes.f1).toBeGreaterThan(0.5);
    const id = await receive(tenant, { comment: 'The parcel never came to our house number 99' });
    await tenant.settle();
    const verbatim = await verbatimOf(id);
    expect(verbatim.headId).toBe(heads[0]!.id);
    expect(verbatim.mentions).toContainEqual(
      expect.objectContaining({ theme: expect.objectContaining({ id: parcels }), source: 'analyzer' }),
    );
  });

  it('from a few corrections is not put to use, and says why', async () => {
    await corrected(4);
    const [head] = await learned();
    expect(head).toMatchObject({ isInUse: false, liveAt: null });
    expect(head!.parts).toMatchObject([
      { part: 'themes', verdict: 'too_few', f1: null },
      { part: 'polarity', verdict: 'too_few' },
      { part: 'emotions', verdict: 'too_few', trainingCases: 0 },
    ]);
  });

  it('happens once for many corrections, and not again without new ones', async () => {
    await corrected(2);
    await learned();
    expect(await learned()).toHaveLength(1);
  });
});
