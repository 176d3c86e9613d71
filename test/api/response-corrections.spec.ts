import { Database } from '../../src/platform/database/database.js';
import { type CorrectionOptions, ResponsesService } from '../../src/responses/responses.service.js';
import { answering, ModelServer } from '../support/model-server.js';
import { addSurvey, loopOf, receive, routeDetractorsTo } from '../support/feedback.js';
import { Heed, type TestTenant } from '../support/heed.js';

let heed: Heed;
let acme: TestTenant;
beforeAll(async () => (heed = await Heed.start({ HEED_MODEL_ALLOWED_NETWORKS: '127.0.0.0/8' })));
afterAll(() => heed.close());
beforeEach(async () => {
  acme = await heed.tenant();
  await addSurvey(acme);
  await routeDetractorsTo(acme, ['support']);
  await acme.settle();
});

const BLAME = 'The invoice was wrong again, I am so angry!';
const PRAISE = 'Your support team is wonderful, thank you!';

/** What a person does on the response page. */
function correct(id: string, answers: Record<string, unknown>, options?: CorrectionOptions) {
  const responses = heed.app.get(ResponsesService);
  return heed.app.get(Database).inTenant(acme.id, () => responses.correct(id, { answers }, options));
}

async function read<T>(path: string): Promise<T> {
  return (await acme.get(path).expect(200)).body as T;
}

interface Analysis {
  verbatims: {
    text: string;
    mentions: { theme: { id: string; key: string }; source: string; quote: string }[];
  }[];
}

const analysisOf = (id: string) => read<Analysis>(`/v1/responses/${id}/analysis`);

async function timelineOf(loopId: string): Promise<string[]> {
  const { items } = await read<{ items: { type: string }[] }>(`/v1/loops/${loopId}/timeline`);
  return items.map(({ type }) => type);
}

describe('a corrected response', () => {
  it('has the new answers in the place of the old', async () => {
    const id = await receive(acme, { score: 3, comment: BLAME, language: 'en' });
    await correct(id, { score: 9, comment: PRAISE }, { language: 'de' });
    const before = { id, score: 9, category: 'promoter', language: 'de', revision: 2 };
    const response = await read<Record<string, unknown>>(`/v1/responses/${id}`);
    expect(response).toMatchObject({ ...before, answers: { score: 9, comment: PRAISE }, waveId: null });
    expect(response.correctedAt).not.toBeNull();
    await correct(id, { score: 9 });
    expect(await read(`/v1/responses/${id}`)).toMatchObject({ revision: 3, answers: { score: 9 } });
  });

  it('is not corrected by the same answers again', async () => {
    const id = await receive(acme, { score: 3, comment: BLAME });
    await correct(id, { comment: BLAME, score: 3 });
    expect(await read(`/v1/responses/${id}`)).toMatchObject({ revision: 1, correctedAt: null });
  });

  it('is read against what it was asked, as every response', async () => {
    const id = await receive(acme, { score: 3 });
    await expect(correct(id, { score: 11 })).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(correct(id, { mood: 'bad' }, { unasked: 'drop' })).rejects.toThrow('/answers/mood');
    await expect(correct(id, { score: 4 }, { revision: 2 })).rejects.toMatchObject({ status: 412 });
    await expect(correct('01900000-0000-7000-8000-000000000000', { score: 4 })).rejects.toMatchObject({
      code: 'response.not_found',
    });
    expect(await read(`/v1/responses/${id}`)).toMatchObject({ score: 3, revision: 1 });
  });

  it('is corrected by one after the other when two corrections come at once', async () => {
    const id = await receive(acme, { score: 0 });
    const scores = [1, 2, 3, 4, 5];
    await Promise.all(scores.map((score) => correct(id, { score })));
    expect(await read(`/v1/responses/${id}`)).toMatchObject({ revision: 6 });
  });
});

describe('the analysis of a corrected response', () => {
  it('is of the new words, and nothing is left of the old', async () => {
    const id = await receive(acme, { score: 3, comment: BLAME, language: 'en' });
    await acme.settle();
    expect((await analysisOf(id)).verbatims[0]!.mentions.map(({ theme }) => theme.key)).toContain('billing');
    await correct(id, { score: 9, comment: PRAISE });
    await acme.settle();
    const [verbatim, ...others] = (await analysisOf(id)).verbatims;
    expect(others).toEqual([]);
    expect(verbatim).toMatchObject({ text: PRAISE, sentiment: { polarity: 'positive' } });
    expect(verbatim!.mentions.map(({ theme }) => theme.key)).not.toContain('billing');
    expect((await read<{ items: [] }>('/v1/verbatims?q=invoice')).items).toEqual([]);
    expect((await read<{ items: [] }>('/v1/verbatims?q=wonderful')).items).toHaveLength(1);
  });

  it('is none when the words were taken back', async () => {
    const id = await receive(acme, { score: 3, comment: BLAME });
    await acme.settle();
    await correct(id, { score: 3 });
    await acme.settle();
    expect((await analysisOf(id)).verbatims).toEqual([]);
  });

  it('keeps what a member said of words that stayed, and drops it with words that are gone', async () => {
    const id = await receive(acme, { score: 3, comment: BLAME, language: 'en' });
    await acme.settle();
    const [{ id: themeId }] = (await read<{ items: [{ id: string }] }>('/v1/themes')).items;
    const mentions = [{ themeId, polarity: 'negative' }];
    await acme.put(`/v1/responses/${id}/analysis/comment/mentions`, { mentions }).expect(200);
    await correct(id, { score: 1, comment: BLAME });
    await acme.settle();
    const said = (await analysisOf(id)).verbatims[0]!.mentions;
    expect(said).toMatchObject([{ theme: { id: themeId }, source: 'member' }]);
    await correct(id, { score: 1, comment: PRAISE });
    await acme.settle();
    const found = (await analysisOf(id)).verbatims[0]!.mentions;
    expect(found.every(({ source, quote }) => source === 'analyzer' && PRAISE.includes(quote))).toBe(true);
  });

  it('is that of the last words, also when it was corrected before it was analysed at all', async () => {
    const id = await receive(acme, { score: 3, comment: BLAME, language: 'en' });
    await correct(id, { score: 9, comment: PRAISE });
    await acme.settle();
    expect((await analysisOf(id)).verbatims).toMatchObject([{ text: PRAISE }]);
  });
});

describe('the loop of a corrected response', () => {
  it('stays open, and tells of the correction', async () => {
    const id = await receive(acme, { score: 3, comment: BLAME });
    await acme.settle();
    const loop = await loopOf(acme, id);
    await correct(id, { score: 9, comment: PRAISE });
    await acme.settle();
    expect(await loopOf(acme, id)).toMatchObject({ id: loop.id, state: 'open' });
    expect(await timelineOf(loop.id)).toContain('response.corrected');
  });

  it('is opened once when a correction makes a detractor', async () => {
    const id = await receive(acme, { score: 9, comment: PRAISE });
    await acme.settle();
    expect(await read(`/v1/loops?responseId=${id}`)).toMatchObject({ items: [] });
    await correct(id, { score: 2, comment: BLAME });
    await acme.settle();
    const loop = await loopOf(acme, id);
    expect(loop.tasks).toHaveLength(1);
    await correct(id, { score: 1, comment: BLAME });
    await acme.settle();
    const { items } = await read<{ items: { id: string }[] }>(`/v1/loops?responseId=${id}`);
    expect(items.map((one) => one.id)).toEqual([loop.id]);
    const happened = await timelineOf(loop.id);
    expect(happened.filter((type) => type === 'response.routed')).toHaveLength(2); // to nobody, then here
    expect(happened.filter((type) => type === 'response.corrected')).toHaveLength(2);
  });
});

describe('with an external model', () => {
  let model: ModelServer;
  beforeEach(async () => {
    model = await ModelServer.start();
    const terms = { baseUrl: model.baseUrl, model: 'small-1', apiKey: 'sk-1', retries: 0, currency: 'EUR' };
    const prices = { monthlyCeilingMicros: 1_000_000, inputPriceMicros: 1, outputPriceMicros: 1 };
    await acme.put('/v1/analysis/model', { ...terms, ...prices }).expect(200);
  });
  afterEach(() => model.close());

  it('a correction is analysed by it as well', async () => {
    const id = await receive(acme, { score: 3, comment: BLAME, language: 'en' });
    await acme.settle();
    await correct(id, { score: 9, comment: PRAISE });
    await acme.settle();
    expect(model.texts).toEqual([BLAME, PRAISE]);
    expect((await analysisOf(id)).verbatims).toMatchObject([
      { text: PRAISE, analyzer: expect.stringMatching('small-1') },
    ]);
  });

  it('a correction overtakes it while it is still reading the old words', async () => {
    const id = await receive(acme, { score: 3, comment: BLAME, language: 'en' });
    model.next.push((request, response) => {
      void correct(id, { score: 9, comment: PRAISE }).then(() => answering()(request, response));
    });
    await acme.settle();
    expect((await analysisOf(id)).verbatims).toMatchObject([{ text: PRAISE }]);
    expect(model.texts).toEqual([BLAME, PRAISE]);
  });
});
