import { Database } from '../../src/platform/database/database.js';
import { SYSTEM } from '../../src/platform/actor.js';
import { IntakeService } from '../../src/responses/intake.service.js';
import { ResponsesService } from '../../src/responses/responses.service.js';
import { Heed, type TestTenant } from '../support/heed.js';

let heed: Heed;
let acme: TestTenant;
beforeAll(async () => (heed = await Heed.start()));
afterAll(() => heed.close());
beforeEach(async () => {
  acme = await heed.tenant();
  const questions = [
    { key: 'score', type: 'nps', label: 'How likely are you to recommend us?' },
    { key: 'why', type: 'text', label: 'What is the main reason?' },
  ];
  await acme.post('/v1/surveys', { key: 'nps', name: 'NPS', definition: { questions } }).expect(201);
});

describe('a response', () => {
  it('is kept with its score, its category and who gave it', async () => {
    const { body } = await acme
      .post('/v1/responses', {
        survey: 'nps',
        score: 3,
        comment: 'The invoice was wrong twice.',
        contact: { email: 'ada@example.com', capacity: 'champion', account: { name: 'Bolt' } },
        channel: 'email',
        properties: { plan: 'team' },
        respondedAt: '2026-05-01T10:00:00+02:00',
      })
      .expect(201);
    expect(body).toMatchObject({ score: 3, category: 'detractor', respondedAt: '2026-05-01T08:00:00.000Z' });
    const { body: read } = await acme.get(`/v1/responses/${body.id}`).expect(200);
    expect(read).toMatchObject({
      surveyKey: 'nps',
      answers: { score: 3, why: 'The invoice was wrong twice.' },
      verbatims: [{ question: 'why', text: 'The invoice was wrong twice.' }],
      properties: { plan: 'team' },
    });
    const { body: contact } = await acme.get(`/v1/contacts/${read.contactId}`).expect(200);
    expect(contact).toMatchObject({
      email: 'ada@example.com',
      capacity: 'champion',
      accountId: read.accountId,
    });
  });

  it('is taken once for each Idempotency-Key', async () => {
    const post = (score: number) =>
      acme.post('/v1/responses', { survey: 'nps', score }).set('idempotency-key', 'k');
    const [first, second] = [await post(9).expect(201), await post(9).expect(201)];
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect((await post(8).expect(422)).body.code).toBe('idempotency_key.reused');
    expect((await acme.get('/v1/responses')).body.items).toHaveLength(1);
  });

  it('is taken once for each external id, also when sent many times at once', async () => {
    const post = () => acme.post('/v1/responses', { survey: 'nps', score: 9, externalId: 'crm-1' });
    const answers = await Promise.all(Array.from({ length: 20 }, post));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    const received = answers.find(({ status }) => status === 201)!.body;
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.every(({ body }) => body.code === 'response.already_received')).toBe(true);
    expect((await post()).body.responseId).toBe(received.id);
  });

  it.each([
    [{ survey: 'nps', score: 11 }, '/score'],
    [{ survey: 'nps', answers: { score: 11 } }, '/answers/score'],
    [{ survey: 'nps', score: 2.5 }, '/score'],
    [{ survey: 'nps', score: '3' }, '/score'],
    [{ survey: 'nps', answers: { score: 1, mood: 'bad' } }, '/answers/mood'],
    [{ survey: 'nope', score: 1 }, '/survey'],
    [{ survey: 'nps' }, '/answers'],
    [{ survey: 'nps', score: 1, respondedAt: '1066-10-14T09:00:00Z' }, '/respondedAt'],
    [{ survey: 'nps', score: 1, respondedAt: '2126-01-01T00:00:00Z' }, '/respondedAt'],
    [{ survey: 'nps', score: 1, respondedAt: 'yesterday' }, '/respondedAt'],
    [{ survey: 'nps', score: 1, contact: { email: 'no address' } }, '/contact/email'],
    [
      { survey: 'nps', score: 1, contact: { contactId: '01900000-0000-7000-8000-000000000000' } },
      '/contact/contactId',
    ],
    [{ survey: 'nps', score: 1, propertys: {} }, '/propertys'],
  ])('%j is refused, pointing at %s', async (body, pointer) => {
    const refused = await acme.post('/v1/responses', body).expect(422);
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    expect((await acme.get('/v1/responses')).body.items).toEqual([]);
  });

  it('that is faulty does not keep out those that arrive with it', async () => {
    const unknown = { contactId: '01900000-0000-7000-8000-000000000000' };
    const bodies = Array.from({ length: 30 }, (_, i) => ({
      survey: 'nps',
      score: i % 3 === 0 ? 99 : 9,
      contact: i % 3 === 1 ? unknown : undefined,
    }));
    const answers = await Promise.all(bodies.map((body) => acme.post('/v1/responses', body)));
    expect(answers.map(({ status }) => status)).toEqual(bodies.map((_, i) => (i % 3 === 2 ? 201 : 422)));
    expect((await acme.get('/v1/responses')).body.items).toHaveLength(10);
  });
});

describe('responses that share a transaction', () => {
  it('are kept once when the connection is lost before the answer to their commit', async () => {
    const database = heed.app.get(Database);
    const inTenant: Database['inTenant'] = async (...transaction) => {
      await database.inTenant(...transaction);
      throw new Error('Connection terminated unexpectedly');
    };
    const intake = new IntakeService({ inTenant } as Database, heed.app.get(ResponsesService));
    const sent = [1, 2, 3, 4, 5].map((score) => intake.receive(acme.id, SYSTEM, { survey: 'nps', score }));
    const answers = await Promise.allSettled(sent);
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
    const { body } = await acme.get('/v1/responses').expect(200);
    expect(body.items.map(({ score }: { score: number }) => score).sort()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('responses in bulk', () => {
  it('are each taken for themselves', async () => {
    const { body } = await acme
      .post('/v1/responses/bulk', {
        responses: [
          { survey: 'nps', score: 9, externalId: 'a' },
          { survey: 'nps', score: 99 },
          { survey: 'nps', score: 3, externalId: 'a' },
          { survey: 'nps', score: 3, contact: { email: 'ada@example.com' } },
        ],
      })
      .expect(200);
    expect(body).toMatchObject({ received: 2, duplicates: 1, invalid: 1 });
    expect(body.items.map(({ status }: { status: string }) => status)).toEqual([
      'received',
      'invalid',
      'duplicate',
      'received',
    ]);
    expect(body.items[2].id).toBe(body.items[0].id);
  });
});

describe('the list of responses', () => {
  it('is filtered, newest first, page by page', async () => {
    const responses = Array.from({ length: 5 }, (_, i) => ({ survey: 'nps', score: i, externalId: `r${i}` }));
    await acme
      .post('/v1/responses/bulk', { responses: [...responses, { survey: 'nps', score: 10 }] })
      .expect(200);
    const ids = (body: { items: { externalId: string }[] }) => body.items.map(({ externalId }) => externalId);
    const first = (await acme.get('/v1/responses?category=detractor&limit=3').expect(200)).body;
    expect(ids(first)).toEqual(['r4', 'r3', 'r2']);
    const second = (
      await acme.get(`/v1/responses?category=detractor&limit=3&cursor=${first.next}`).expect(200)
    ).body;
    expect(ids(second)).toEqual(['r1', 'r0']);
    expect(second.next).toBeNull();
  });
});

describe('with one connection to the database', () => {
  it('two hundred requests at once are all answered', async () => {
    const narrow = await Heed.start({ HEED_DATABASE_POOL_SIZE: '1' });
    const tenant = await narrow.tenant();
    const definition = { questions: [{ key: 'score', type: 'nps', label: 'x' }] };
    await tenant.post('/v1/surveys', { key: 'nps', name: 'NPS', definition }).expect(201);
    const requests = Array.from({ length: 200 }, (_, i) =>
      i % 2 === 0
        ? tenant
            .post('/v1/responses', { survey: 'nps', score: i % 11 })
            .set('idempotency-key', `k${i % 7 === 0 ? i : ''}`)
        : tenant.get('/v1/responses?limit=1'),
    );
    const statuses = new Set((await Promise.all(requests)).map(({ status }) => status));
    // Requests that share a key while one of them runs, or after it with another body, are told so.
    expect([...statuses].filter((status) => ![200, 201, 409, 422].includes(status))).toEqual([]);
    await narrow.close();
  });
});
