import { newId } from '../../src/platform/ids.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { survey, write, type WrittenText } from '../support/verbatims.js';

let heed: Heed;
beforeAll(async () => (heed = await Heed.start()));
afterAll(() => heed.close());

const MAY = 'from=2026-05-01T00:00:00Z&to=2026-06-01T00:00:00Z';
const may = (day: number) => `2026-05-${String(day).padStart(2, '0')}T10:00:00Z`;
const april = (day: number) => `2026-04-${String(day).padStart(2, '0')}T10:00:00Z`;

async function theme(tenant: TestTenant, body: object = {}): Promise<string> {
  const made = await tenant.post('/v1/themes', { key: `t-${newId()}`, name: 'T', ...body }).expect(201);
  return made.body.id as string;
}

async function statistics(tenant: TestTenant, query = MAY) {
  const { body } = await tenant.get(`/v1/themes?${query}`).expect(200);
  return {
    ...body,
    of: (id: string) => body.items.find((item: { id: string }) => item.id === id),
  };
}

const said = (themeId: string, polarity: string, respondedAt = may(10)): WrittenText => {
  const mentions = [{ themeId, of: 'price', polarity }];
  return { text: 'The price is what it is.', respondedAt, mentions };
};

describe('themes are counted', () => {
  it('by verbatims and responses, each in one polarity, as a share of what was judged', async () => {
    const acme = await heed.tenant();
    const [key, price] = [await survey(acme), await theme(acme)];
    await write(acme, key, [
      said(price, 'positive'),
      said(price, 'negative'),
      said(price, 'mixed'),
      said(price, 'neutral'),
      {
        text: 'A good price, but price rises hurt.',
        respondedAt: may(3),
        mentions: [
          { themeId: price, of: 'good price', polarity: 'positive' },
          { themeId: price, of: 'price rises', polarity: 'negative' },
        ],
      },
      { text: 'Nothing to say.', respondedAt: may(4) },
      { text: 'Ħażin.', language: 'mt', isSupported: false, respondedAt: may(4) },
      said(price, 'negative', '2026-06-01T00:00:00Z'),
    ]);
    const found = await statistics(acme);
    expect([found.verbatims, found.verbatimsBefore]).toEqual([6, 0]);
    expect(found.of(price)).toMatchObject({
      ...{ verbatims: 5, responses: 5, positive: 1, negative: 1, mixed: 2, neutral: 1 },
      share: 5 / 6,
      movement: { shareBefore: null, change: null, isSignificant: false },
    });
  });

  it('once for their parts and for those merged into them, in them and in all they are part of', async () => {
    const acme = await heed.tenant();
    const key = await survey(acme);
    const [service, old] = [await theme(acme), await theme(acme)];
    const support = await theme(acme, { parentId: service });
    const hotline = await theme(acme, { parentId: support });
    await acme.post(`/v1/themes/${old}/merge`, { into: hotline }).expect(201);
    await write(acme, key, [
      {
        text: 'The support hotline was good, the old one was bad.',
        respondedAt: may(2),
        mentions: [
          { themeId: support, of: 'support', polarity: 'neutral' },
          { themeId: hotline, of: 'hotline', polarity: 'positive' },
          { themeId: old, of: 'old one', polarity: 'negative' },
        ],
      },
      { ...said(old, 'negative') },
    ]);
    const found = await statistics(acme);
    expect(found.of(hotline)).toMatchObject({ verbatims: 2, mixed: 1, negative: 1 });
    expect(found.of(support)).toMatchObject({ verbatims: 2, mixed: 1, negative: 1 });
    expect(found.of(service)).toMatchObject({ verbatims: 2, mixed: 1, negative: 1 });
    expect(found.of(old)).toBeUndefined();
  });

  it('against the period before, which says whether their movement is real', async () => {
    const acme = await heed.tenant();
    const [key, price, web] = [await survey(acme), await theme(acme), await theme(acme)];
    const many = (count: number, text: WrittenText) => Array.from({ length: count }, () => text);
    await write(acme, key, [
      ...many(30, said(price, 'negative', may(20))),
      ...many(5, said(web, 'negative', may(20))),
      ...many(15, { text: 'Fine.', respondedAt: may(21) }),
      ...many(5, said(price, 'negative', april(20))),
      ...many(4, said(web, 'negative', april(20))),
      ...many(41, { text: 'Fine.', respondedAt: april(21) }),
    ]);
    const found = await statistics(acme);
    expect(found).toMatchObject({
      comparedFrom: '2026-03-31T00:00:00.000Z',
      verbatims: 50,
      verbatimsBefore: 50,
    });
    expect(found.of(price).movement).toMatchObject({
      verbatimsBefore: 5,
      shareBefore: 0.1,
      change: 0.5,
      isSignificant: true,
    });
    expect(found.of(price).movement.chance).toBeLessThan(0.001);
    expect(found.of(web).movement).toMatchObject({ shareBefore: 0.08, isSignificant: false });
    expect(found.items[0].id).toBe(price);
  });

  it('of one survey, and for the department that acts on them', async () => {
    const acme = await heed.tenant();
    const { web, product } = await acme.departments();
    const [first, second] = [await survey(acme), await survey(acme)];
    const site = await theme(acme, { departmentId: web });
    const part = await theme(acme, { parentId: site });
    const other = await theme(acme, { departmentId: product });
    await write(acme, first, [said(part, 'negative'), { ...said(part, 'negative'), survey: second }]);
    expect((await statistics(acme, `${MAY}&survey=${first}`)).of(part)).toMatchObject({ verbatims: 1 });
    const ofWeb = await statistics(acme, `${MAY}&department=web`);
    expect(ofWeb.items.map(({ id }: { id: string }) => id).sort()).toEqual([site, part].sort());
    expect(ofWeb.items.map(({ id }: { id: string }) => id)).not.toContain(other);
    expect((await statistics(acme, `${MAY}&department=nobody`)).items).toEqual([]);
    expect((await statistics(acme, `${MAY}&survey=none`)).verbatims).toBe(0);
  });
});

describe('a theme shows', () => {
  it('what is felt where it is mentioned, and what people wrote, exactly', async () => {
    const acme = await heed.tenant();
    const [key, price] = [await survey(acme), await theme(acme)];
    const emotions = (...felt: string[]) => ({ themeId: price, of: '😀 price', emotions: felt });
    const [older, newer] = await write(acme, key, [
      { text: 'Oh, that 😀 price!', respondedAt: may(1), mentions: [emotions('anger', 'neutral')] },
      { text: 'Oh, that 😀 price!', respondedAt: may(2), mentions: [emotions('anger', 'joy')] },
    ]);
    const found = (await statistics(acme)).of(price);
    expect(found.emotions).toEqual([
      { emotion: 'anger', verbatims: 2 },
      { emotion: 'joy', verbatims: 1 },
    ]);
    expect(found.quotes.map(({ verbatimId }: { verbatimId: string }) => verbatimId)).toEqual([newer, older]);
    expect(found.quotes[0]).toMatchObject({ before: 'Oh, that ', exact: '😀 price', after: '!' });
  });

  it('at most three quotes, the surest of the latest, one of each verbatim', async () => {
    const acme = await heed.tenant();
    const [key, price] = [await survey(acme), await theme(acme)];
    const quoted = (day: number, confidence: number): WrittenText => ({
      text: 'A price is a price.',
      respondedAt: may(day),
      mentions: [
        { themeId: price, of: 'A price', confidence },
        { themeId: price, of: 'a price', confidence: confidence - 0.1 },
      ],
    });
    const ids = await write(acme, key, [quoted(1, 0.9), quoted(2, 0.5), quoted(3, 0.9), quoted(4, 0.91)]);
    const { quotes } = (await statistics(acme)).of(price);
    const shown = quotes.map(({ verbatimId, exact }: Record<string, string>) => [verbatimId, exact]);
    expect(shown).toEqual([ids[3], ids[2], ids[0]].map((id) => [id, 'A price']));
  });
});

it('a theme quotes its parts, from the period itself, and of a long text only what stands at its beginning', async () => {
  const acme = await heed.tenant();
  const key = await survey(acme);
  const service = await theme(acme);
  const part = await theme(acme, { parentId: service });
  const long = `A fair price. ${'hay '.repeat(600)} The price again.`;
  const [, surer, late] = await write(acme, key, [
    { text: 'The price before.', respondedAt: april(30), mentions: [{ themeId: part, of: 'price' }] },
    {
      text: 'One price, other price.',
      respondedAt: may(1),
      mentions: [
        { themeId: part, of: 'One price', confidence: 0.4 },
        { themeId: service, of: 'other price', confidence: 0.9 },
      ],
    },
    {
      text: long,
      respondedAt: may(2),
      mentions: [
        { themeId: part, of: 'fair price', confidence: 0.6 },
        { themeId: part, of: 'price again', confidence: 1 },
      ],
    },
  ]);
  const found = await statistics(acme);
  const quotes = (id: string) =>
    found.of(id).quotes.map(({ verbatimId, exact }: Record<string, string>) => [verbatimId, exact]);
  expect(quotes(service)).toEqual([
    [surer, 'other price'],
    [late, 'fair price'],
  ]);
  expect(quotes(part)).toEqual([
    [late, 'fair price'],
    [surer, 'One price'],
  ]);
});

describe('the list', () => {
  it('holds themes nobody speaks of, and retired ones only when asked to', async () => {
    const acme = await heed.tenant();
    const [live, retired] = [await theme(acme), await theme(acme)];
    await acme.post(`/v1/themes/${retired}/retirement`).expect(201);
    const found = await statistics(acme);
    expect(found.of(live)).toMatchObject({ verbatims: 0, share: null, quotes: [], emotions: [] });
    expect(found.of(retired)).toBeUndefined();
    expect((await statistics(acme, 'retired=true')).of(retired)).toBeDefined();
  });

  it.each(['from=2026-05-02&to=2026-05-01', 'from=2020-01-01', 'from=soon', 'retired=maybe', 'limit=3'])(
    'is refused for %s',
    async (query) => {
      const acme = await heed.tenant();
      await acme.get(`/v1/themes?${query}`).expect(422);
    },
  );

  it('shows nothing of another tenant', async () => {
    const [acme, other] = [await heed.tenant(), await heed.tenant()];
    const [key, price] = [await survey(acme), await theme(acme)];
    await write(acme, key, [said(price, 'negative')]);
    const found = await statistics(other);
    expect([found.verbatims, found.of(price)]).toEqual([0, undefined]);
  });
});
