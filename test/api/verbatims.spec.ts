import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { survey, write } from '../support/verbatims.js';

interface Found {
  id: string;
  text: string;
  highlights: { start: number; end: number }[];
}

let heed: Heed;
beforeAll(async () => (heed = await Heed.start()));
afterAll(() => heed.close());

const day = (number: number) => `2026-05-${String(number).padStart(2, '0')}T10:00:00Z`;

async function find(tenant: TestTenant, query: Record<string, string> = {}): Promise<Found[]> {
  const { body } = await tenant.get(`/v1/verbatims?${new URLSearchParams(query).toString()}`).expect(200);
  return body.items as Found[];
}
const texts = async (tenant: TestTenant, query: Record<string, string>) =>
  (await find(tenant, query)).map(({ text }) => text);
const refusal = async (tenant: TestTenant, query: Record<string, string>) =>
  (await tenant.get(`/v1/verbatims?${new URLSearchParams(query).toString()}`).expect(422)).body;

async function theme(tenant: TestTenant, body: object = {}): Promise<{ id: string; key: string }> {
  const key = `t-${newId()}`;
  return (await tenant.post('/v1/themes', { key, name: 'Theme', ...body }).expect(201)).body as never;
}

describe('verbatims are found by words', () => {
  let acme: TestTenant;
  beforeAll(async () => {
    acme = await heed.tenant();
    await write(acme, await survey(acme), [
      { text: 'The prices are too high.', respondedAt: day(1) },
      { text: 'Support was slow, the price is fair.', respondedAt: day(2) },
      { text: 'Support answered at once.', respondedAt: day(3) },
      { text: 'Die Rechnung war falsch.', language: 'de', respondedAt: day(4) },
    ]);
  });

  it.each([
    ['price', ['Support was slow, the price is fair.', 'The prices are too high.']],
    ['PRICE support', ['Support was slow, the price is fair.']],
    ['price -support', ['The prices are too high.']],
    ['"too high"', ['The prices are too high.']],
    ['"high prices"', []],
    ['slow or falsch', ['Die Rechnung war falsch.', 'Support was slow, the price is fair.']],
    ['rechnung', ['Die Rechnung war falsch.']],
    ['nothing', []],
    ["'; drop table verbatim; --", []],
    ['((((&|!<->', null],
    [`slow ${'-'.repeat(400)} price`, ['Support was slow, the price is fair.']],
  ])('%s', async (q, found) => {
    if (found) expect(await texts(acme, { q })).toEqual(found);
    else expect((await refusal(acme, { q })).errors[0].pointer).toBe('/q');
  });

  it('in a text of whatever is asked for besides', async () => {
    expect(await texts(acme, { q: 'support', to: day(3) })).toEqual(['Support was slow, the price is fair.']);
    expect(await texts(acme, { q: 'support', from: day(3) })).toEqual(['Support answered at once.']);
    expect(await texts(acme, { q: 'rechnung', language: 'de' })).toEqual(['Die Rechnung war falsch.']);
    expect(await texts(acme, { q: 'rechnung', language: 'en' })).toEqual([]);
  });

  it('which are marked in the text, in whatever form they are there', async () => {
    const [{ text, highlights } = { text: '', highlights: [] }] = await find(acme, { q: 'price high' });
    expect(highlights.map(({ start, end }) => text.slice(start, end))).toEqual(['prices', 'high']);
    expect((await find(acme, { from: day(4) }))[0]).toMatchObject({ highlights: [] });
  });

  it.each([
    ['no word', { q: '?!' }],
    ['nothing', { q: '' }],
    ['ten thousand characters', { q: 'x'.repeat(10_000) }],
    ['a NUL', { q: 'a\0b' }],
    ['an unknown polarity', { polarity: 'good' }],
    ['an unknown emotion', { emotion: 'hunger' }],
    ['a time that is none', { from: 'yesterday' }],
  ] as [string, Record<string, string>][])('and refused for %s', async (_what, query) => {
    expect((await refusal(acme, query)).code).toBe('request.invalid');
  });

  it('by those alone that most texts have, too', async () => {
    expect(await texts(acme, { q: 'the' })).toHaveLength(2);
  });
});

it('words found are marked at the right place after emoji, tags and marks of our own', async () => {
  const acme = await heed.tenant();
  const text = '👩‍👩‍👧 <b>dear</b> \ue000price\ue001 &amp; https://a.example/price <price> well-price — PRICES';
  await write(acme, await survey(acme), [{ text }]);
  const [found] = await find(acme, { q: 'price' });
  expect(found!.text).toBe(text);
  const marked = found!.highlights.map(({ start, end }) => text.slice(start, end));
  expect(marked).toEqual(expect.arrayContaining(['price', 'PRICES']));
  for (const word of marked) expect(word.toLowerCase()).toMatch(/^prices?$/);
});

describe('verbatims are found by what they say', () => {
  it('of a theme, its parts and those merged into it, in the polarity and emotion it is mentioned with', async () => {
    const acme = await heed.tenant();
    const [service, old] = [await theme(acme), await theme(acme)];
    const support = await theme(acme, { parentId: service.id });
    const [bad, good, felt] = await write(acme, await survey(acme), [
      { text: 'Bad help.', mentions: [{ themeId: support.id, of: 'help', polarity: 'negative' }] },
      { text: 'Good help.', mentions: [{ themeId: old.id, of: 'help', polarity: 'positive' }] },
      {
        text: 'The help made me angry.',
        mentions: [{ themeId: support.id, of: 'help', polarity: 'negative', emotions: ['anger'] }],
        emotions: [{ emotion: 'joy', of: 'made me' }],
      },
    ]);
    await acme.post(`/v1/themes/${old.id}/merge`, { into: support.id }).expect(201);
    const ids = async (query: Record<string, string>) => (await find(acme, query)).map(({ id }) => id).sort();
    expect(await ids({ theme: service.key })).toEqual([bad, good, felt].sort());
    expect(await ids({ theme: old.key, polarity: 'positive' })).toEqual([good]);
    expect(await ids({ theme: support.key, polarity: 'negative', emotion: 'anger' })).toEqual([felt]);
    expect(await ids({ theme: support.key, emotion: 'joy' })).toEqual([]);
    expect(await ids({ emotion: 'joy', q: 'angry' })).toEqual([felt]);
    expect(await ids({ theme: 'none' })).toEqual([]);
    const [found] = await find(acme, { q: 'angry' });
    expect(found).toMatchObject({
      mentions: [{ themeId: support.id, themeKey: support.key, polarity: 'negative', start: 4, end: 8 }],
      emotions: [{ emotion: 'joy', intensity: expect.closeTo(0.7) as number }],
    });
  });

  it('of a sentiment, of what to do about them, of whom and of what was asked', async () => {
    const acme = await heed.tenant();
    const account = (await acme.post('/v1/accounts', { externalId: newId(), name: 'Globex' })).body
      .id as string;
    const contact = (
      await acme.post('/v1/contacts', { externalId: newId(), name: 'Greta', accountId: account })
    ).body.id as string;
    const [first, second] = [await survey(acme), await survey(acme)];
    await write(acme, first, [
      { text: 'One', sentiment: 'negative', actionability: 'needs_answer' },
      { text: 'Two', sentiment: 'positive', contact: { contactId: contact } },
      { text: 'Three', survey: second },
    ]);
    expect(await texts(acme, { sentiment: 'negative' })).toEqual(['One']);
    expect(await texts(acme, { actionability: 'needs_answer' })).toEqual(['One']);
    expect(await texts(acme, { contactId: contact })).toEqual(['Two']);
    expect(await texts(acme, { accountId: account })).toEqual(['Two']);
    expect(await texts(acme, { survey: second })).toEqual(['Three']);
    expect(await texts(acme, { accountId: newId() })).toEqual([]);
  });
});

it('mentions are shown in the order of the text, whatever that of the themes', async () => {
  const acme = await heed.tenant();
  const [first, second] = [await theme(acme), await theme(acme)];
  await write(acme, await survey(acme), [
    {
      text: 'Late, dear and rude.',
      mentions: [
        { themeId: first.id, of: 'dear' },
        { themeId: second.id, of: 'Late' },
        { themeId: first.id, of: 'rude' },
      ],
    },
  ]);
  const [found] = (await find(acme)) as unknown as { mentions: { themeId: string; start: number }[] }[];
  expect(found!.mentions.map(({ themeId, start }) => [themeId, start])).toEqual([
    [second.id, 0],
    [first.id, 6],
    [first.id, 15],
  ]);
});

it('an account’s texts are those given for it, and those of its contacts that are given for no other', async () => {
  const acme = await heed.tenant();
  const account = async (name: string) =>
    (await acme.post('/v1/accounts', { externalId: newId(), name }).expect(201)).body.id as string;
  const [globex, initech] = [await account('Globex'), await account('Initech')];
  const greta = { externalId: newId(), name: 'Greta', accountId: globex };
  const contactId = (await acme.post('/v1/contacts', greta).expect(201)).body.id as string;
  const ids = await write(acme, await survey(acme), [
    { text: 'One', contact: { contactId } },
    { text: 'Two', contact: { contactId } },
    { text: 'Three' },
  ]);
  await heed.app.get(Database).inTenant(acme.id, async () => {
    const given = `insert into response (id, survey_id, survey_version, contact_id, account_id, answers, properties, responded_at, received_at)
      select $2, survey_id, survey_version, contact_id, $3, answers, properties, responded_at, received_at
        from response where tenant_id = $1 and id = (select response_id from verbatim where tenant_id = $1 and id = $4)`;
    const other = newId();
    await heed.app.get(Database).query(given, [other, initech, ids[1]]);
    const moved = 'update verbatim set response_id = $2 where tenant_id = $1 and id = $3';
    await heed.app.get(Database).query(moved, [other, ids[1]]);
  });
  expect(await texts(acme, { accountId: globex })).toEqual(['One']);
  expect(await texts(acme, { accountId: initech })).toEqual(['Two']);
  expect((await texts(acme, { contactId })).sort()).toEqual(['One', 'Two']);
});

it('a long text is shown from its beginning', async () => {
  const acme = await heed.tenant();
  await write(acme, await survey(acme), [{ text: `needle ${'hay 😀 '.repeat(5_000)}` }]);
  const [found] = await find(acme, { q: 'needle' });
  expect(found).toMatchObject({ isWhole: false, highlights: [{ start: 0, end: 6 }] });
  expect([...found!.text]).toHaveLength(5_000);
});

it('pages follow one another, newest first, also where many have the same time', async () => {
  const acme = await heed.tenant();
  const key = await survey(acme);
  const all = Array.from({ length: 7 }, (_, n) => ({ text: `late ${n}`, respondedAt: day(1 + (n % 2)) }));
  await write(acme, key, all);
  const seen: string[] = [];
  for (let cursor = ''; ;) {
    const { body } = await acme.get(`/v1/verbatims?q=late&limit=3${cursor}`).expect(200);
    seen.push(...body.items.map(({ id }: Found) => id));
    if (!body.next) break;
    cursor = `&cursor=${body.next}`;
  }
  expect(new Set(seen).size).toBe(7);
  expect(seen).toEqual((await find(acme)).map(({ id }) => id));
});

describe('the search of the database', () => {
  let client: Client;
  let [acme, other]: TestTenant[] = [];
  beforeAll(async () => {
    [acme, other] = [await heed.tenant(), await heed.tenant()];
    for (const tenant of [acme, other])
      await write(tenant, await survey(tenant), [{ text: 'A shared needle.' }]);
    await fill(other, 5_000);
    client = new Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
  });
  afterAll(() => client.end());

  const SEARCH = `select verbatim_id from search_verbatims('needle', null, null, null, null, 10)`;
  const as = async <T>(tenantId: string, work: () => Promise<T>): Promise<T> => {
    await client.query('begin');
    await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
    return work().finally(() => client.query('rollback'));
  };
  const found = () => client.query<{ verbatim_id: string }>(SEARCH).then(({ rows }) => rows);

  it('finds what is the tenant’s own, and nothing of another’s', async () => {
    const own = (await find(acme!)).map(({ id }) => ({ verbatim_id: id }));
    expect(await as(acme!.id, found)).toEqual(own);
    expect(await as(randomUUID(), found)).toEqual([]);
    expect(await find(acme!, { q: 'needle' })).toHaveLength(1);
  });

  it('finds nothing when no tenant is set', async () => expect(await as('', found)).toEqual([]));

  it('is not led astray by a table of the caller’s own', async () => {
    const misled = async () => {
      await client.query('create temp table verbatim (like public.verbatim) on commit drop');
      await client.query('set local search_path = pg_temp, public');
      return (await client.query(SEARCH.replace('search_verbatims', 'public.search_verbatims'))).rows;
    };
    expect(await as(acme!.id, misled)).toHaveLength(1);
  });

  it('reads the index of words, which row-level security keeps other queries from', async () => {
    const scans = async () =>
      (
        await client.query<{ count: number }>(
          `select pg_stat_get_xact_numscans('verbatim_words'::regclass)::int as count`,
        )
      ).rows[0]!.count;
    const scansOf = async (sql: string) => {
      const before = await scans();
      await client.query(sql);
      return (await scans()) - before;
    };
    const plain = `select id from verbatim where tenant_id = current_tenant() and words @@ 'needle'`;
    expect(await as(other!.id, () => scansOf(plain))).toBe(0);
    expect(await as(other!.id, () => scansOf(SEARCH))).toBe(1);
    const { rows } = await as(other!.id, () => client.query<Record<string, string>>(`explain ${plain}`));
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('verbatim_words');
  });
});

/** Many more texts of one response, and statistics that know of them. */
async function fill(tenant: TestTenant, count: number): Promise<void> {
  const owner = new Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  await owner.query(`select set_config('app.tenant_id', $1, false)`, [tenant.id]);
  await owner.query(
    `insert into verbatim (tenant_id, id, response_id, survey_id, question, text, words, responded_at, analyzed_at)
     select r.tenant_id, gen_random_uuid(), r.id, r.survey_id, 'q' || n, 'hay', to_tsvector('simple', 'hay w' || n),
            now(), now()
       from response r, generate_series(1, $2::int) n where r.tenant_id = $1`,
    [tenant.id, count],
  );
  await owner.query('vacuum analyze verbatim');
  await owner.end();
}
