import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids.js';
import { StarterThemesService } from '../../src/themes/starter-themes.service.js';
import { STARTER_THEMES } from '../../src/analyzer/starter-themes.js';
import { ThemesService } from '../../src/themes/themes.service.js';
import { excess, MAX_LIVE_THEMES } from '../../src/themes/theme-words.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { survey } from '../support/verbatims.js';

interface Theme {
  id: string;
  key: string;
  parentId: string | null;
  version: number;
}

let heed: Heed;
beforeAll(async () => (heed = await Heed.start()));
afterAll(() => heed.close());

const added = async (tenant: TestTenant, body: object = {}): Promise<Theme> => {
  const { body: theme } = await tenant
    .post('/v1/themes', { key: `t-${newId()}`, name: 'Theme', ...body })
    .expect(201);
  return theme as Theme;
};
const read = async (tenant: TestTenant, id: string) =>
  (await tenant.get(`/v1/themes/${id}`).expect(200)).body;
const codeOf = ({ body }: { body: { code?: string } }) => body.code;
const inTenant = <T>(tenant: TestTenant, work: () => Promise<T>) =>
  heed.app.get(Database).inTenant(tenant.id, work);
const begin = (tenant: TestTenant) => inTenant(tenant, () => heed.app.get(ThemesService).begin());
const toFind = (tenant: TestTenant) => inTenant(tenant, () => heed.app.get(ThemesService).toFind());
const keysOf = (tenant: TestTenant) =>
  inTenant(tenant, async () => (await heed.app.get(ThemesService).all()).map(({ key }) => key));
const starterKeys = STARTER_THEMES.map(({ key }) => key);

describe('a new tenant', () => {
  it('begins with the starter themes, each with the department that acts on it', async () => {
    const acme = await heed.tenant();
    await acme.settle();
    expect(await keysOf(acme)).toEqual(starterKeys);
    const { support } = await acme.departments();
    const [theme] = await inTenant(acme, () => heed.app.get(ThemesService).byKeys(['support']));
    expect(theme).toMatchObject({ starter: 'support', departmentId: support, retiredAt: null });
  });

  it('has them for its first response, even before the news of its creation arrive', async () => {
    const acme = await heed.tenant();
    await begin(acme);
    expect((await toFind(acme)).map(({ starter }) => starter)).toEqual(starterKeys);
    await acme.settle();
    expect(await keysOf(acme)).toEqual(starterKeys);
  });

  it('is read without being given any', async () => {
    const acme = await heed.tenant();
    const read = () => heed.app.get(ThemesService).toFind();
    expect(await heed.app.get(Database).inTenant(acme.id, read, { readOnly: true })).toEqual([]);
  });

  it('gets them once, from however many it is given them at the same moment', async () => {
    const acme = await heed.tenant();
    const give = () => inTenant(acme, () => heed.app.get(StarterThemesService).add());
    await Promise.all([give(), give(), give()]);
    expect(await keysOf(acme)).toEqual(starterKeys);
  });

  it('keeps a theme of its own that has the key of a starter theme', async () => {
    const acme = await heed.tenant();
    const own = await added(acme, { key: starterKeys[0] });
    await acme.settle();
    expect(await read(acme, own.id)).toMatchObject({ starter: null, name: 'Theme' });
    expect((await keysOf(acme)).sort()).toEqual([...starterKeys].sort());
  });

  it('may keep all of each starter theme within what a theme can have', () => {
    const tooMany = STARTER_THEMES.filter((theme) => excess({ ...theme, examples: [] }));
    expect(tooMany.map(({ key }) => key)).toEqual([]);
    expect(STARTER_THEMES.length).toBeLessThan(MAX_LIVE_THEMES);
  });
});

describe('a theme', () => {
  it('is added with the words it is found by, and looked for at once', async () => {
    const acme = await heed.tenant();
    const { web } = await acme.departments();
    const words = { keywords: ['checkout'], phrases: ['pay  by card '], examples: ['I could not pay.'] };
    const theme = await added(acme, { key: 'checkout', name: 'Checkout', departmentId: web, ...words });
    expect(theme).toMatchObject({ key: 'checkout', departmentId: web, phrases: ['pay by card'], version: 1 });
    expect(await toFind(acme)).toContainEqual({
      id: theme.id,
      starter: null,
      ...words,
      phrases: ['pay by card'],
    });
  });

  it('is changed only as it was read', async () => {
    const acme = await heed.tenant();
    const { id } = await added(acme);
    const { headers } = await acme.get(`/v1/themes/${id}`);
    const change = (name: string) => acme.patch(`/v1/themes/${id}`, { name }).set('if-match', headers.etag!);
    expect((await change('A').expect(200)).body).toMatchObject({ name: 'A', version: 2 });
    expect(codeOf(await change('B').expect(412))).toBe('theme.stale');
  });

  it('has a key of its own', async () => {
    const acme = await heed.tenant();
    const { key, id } = await added(acme);
    await acme.post(`/v1/themes/${id}/retirement`).expect(201);
    const twice = await acme.post('/v1/themes', { key, name: 'Again' }).expect(409);
    expect(codeOf(twice)).toBe('theme.key_taken');
  });

  it('belongs to a department and a theme of its tenant', async () => {
    const [acme, other] = [await heed.tenant(), await heed.tenant()];
    const { web } = await other.departments();
    const { id: foreign } = await added(other);
    for (const body of [{ departmentId: web }, { parentId: foreign }, { parentId: newId() }]) {
      const refused = await acme.post('/v1/themes', { key: 'x', name: 'X', ...body }).expect(422);
      expect(refused.body.errors[0].pointer).toBe(`/${Object.keys(body)[0]}`);
    }
    await other.get(`/v1/themes/${foreign}`).expect(200);
    await acme.get(`/v1/themes/${foreign}`).expect(404);
  });

  it.each([
    ['two words for one', { keywords: ['two words'] }],
    ['a blank phrase', { phrases: [' '] }],
    ['a book for a sentence', { examples: ['x'.repeat(501)] }],
    ['too many words', { keywords: Array.from({ length: 201 }, (_, n) => `w${n}`) }],
    ['a blank name', { name: '' }],
    ['a key with spaces', { key: 'a b' }],
  ])('is not added with %s', async (_what, body) => {
    const acme = await heed.tenant();
    await acme.post('/v1/themes', { key: 'x', name: 'X', ...body }).expect(422);
  });
});

describe('themes are nested', () => {
  it('in three levels, and never in a circle', async () => {
    const acme = await heed.tenant();
    const top = await added(acme);
    const middle = await added(acme, { parentId: top.id });
    const low = await added(acme, { parentId: middle.id });
    const deep = await acme.post('/v1/themes', { key: 'x', name: 'X', parentId: low.id }).expect(409);
    const round = await acme.patch(`/v1/themes/${top.id}`, { parentId: low.id }).expect(409);
    const self = await acme.patch(`/v1/themes/${top.id}`, { parentId: top.id }).expect(409);
    expect([deep, round, self].map(codeOf)).toEqual([
      'theme.nested_too_deep',
      'theme.nested_in_itself',
      'theme.nested_in_itself',
    ]);
    expect(
      (await acme.patch(`/v1/themes/${low.id}`, { parentId: null }).expect(200)).body.parentId,
    ).toBeNull();
  });

  it('never in a circle by two who move them at the same moment', async () => {
    const acme = await heed.tenant();
    const [a, b] = [await added(acme), await added(acme)];
    const answers = await Promise.all([
      acme.patch(`/v1/themes/${a.id}`, { parentId: b.id }),
      acme.patch(`/v1/themes/${b.id}`, { parentId: a.id }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('and act on by the department of the nearest that has one', async () => {
    const acme = await heed.tenant();
    const { web } = await acme.departments();
    const top = await added(acme, { departmentId: web });
    const part = await added(acme, { parentId: top.id });
    const alone = await added(acme);
    const found = await inTenant(acme, () =>
      heed.app.get(ThemesService).departmentsOf([part.id, alone.id, newId()]),
    );
    expect([...found]).toEqual([[part.id, web]]);
  });
});

it('what is blamed goes to the department of its theme when no rule decides', async () => {
  const acme = await heed.tenant();
  const { web } = await acme.departments();
  await added(acme, { key: 'zeppelin', keywords: ['zeppelin'], departmentId: web });
  const key = await survey(acme);
  const response = { survey: key, score: 1, comment: 'The zeppelin is terrible.' };
  const { body } = await acme.post('/v1/responses', response).expect(201);
  await acme.settle();
  const decision = (await acme.get(`/v1/responses/${body.id}/routing`).expect(200)).body;
  expect(decision).toMatchObject({ outcome: 'fallback', targets: [{ departmentId: web }] });
  expect(decision.targets[0].because[0]).toMatchObject({
    ruleName: 'Department of the theme',
    reasons: expect.arrayContaining(['it blames zeppelin']) as string[],
  });
});

describe('a retired theme', () => {
  it('is not looked for until it is taken into use again', async () => {
    const acme = await heed.tenant();
    const { id } = await added(acme);
    const isSought = async () => (await toFind(acme)).some((theme) => theme.id === id);
    await acme.post(`/v1/themes/${id}/retirement`).expect(201);
    expect(await isSought()).toBe(false);
    expect(codeOf(await acme.post(`/v1/themes/${id}/retirement`).expect(409))).toBe('theme.already_retired');
    expect((await acme.delete(`/v1/themes/${id}/retirement`).expect(200)).body.retiredAt).toBeNull();
    expect(await isSought()).toBe(true);
    expect(codeOf(await acme.delete(`/v1/themes/${id}/retirement`).expect(409))).toBe('theme.not_retired');
  });

  it('has no parts left in use', async () => {
    const acme = await heed.tenant();
    const top = await added(acme);
    const part = await added(acme, { parentId: top.id });
    expect(codeOf(await acme.post(`/v1/themes/${top.id}/retirement`).expect(409))).toBe('theme.has_parts');
    await acme.post(`/v1/themes/${part.id}/retirement`).expect(201);
    await acme.post(`/v1/themes/${top.id}/retirement`).expect(201);
    expect((await acme.delete(`/v1/themes/${part.id}/retirement`).expect(200)).body.parentId).toBeNull();
  });
});

describe('a merged theme', () => {
  it('gives its words and its parts to the other, and its built-in rules', async () => {
    const acme = await heed.tenant();
    await acme.settle();
    const [starter] = await toFind(acme);
    const own = await added(acme, { keywords: ['fees'] });
    const part = await added(acme, { parentId: starter!.id });
    const { body } = await acme.post(`/v1/themes/${starter!.id}/merge`, { into: own.id }).expect(201);
    expect(body).toMatchObject({ id: own.id, keywords: ['fees', ...starter!.keywords] });
    expect(await read(acme, part.id)).toMatchObject({ parentId: own.id, version: 2 });
    const sought = (await toFind(acme)).filter(({ id }) => id === own.id).map((theme) => theme.starter);
    expect(sought).toEqual([null, starter!.starter]);
  });

  it('is found through the last of those merged one after the other', async () => {
    const acme = await heed.tenant();
    const [a, b, c] = [await added(acme), await added(acme), await added(acme)];
    await acme.post(`/v1/themes/${a.id}/merge`, { into: b.id }).expect(201);
    await acme.post(`/v1/themes/${b.id}/merge`, { into: c.id }).expect(201);
    expect((await read(acme, a.id)).mergedIntoId).toBe(c.id);
    const back = await acme.delete(`/v1/themes/${a.id}/retirement`).expect(409);
    const again = await acme.post(`/v1/themes/${a.id}/merge`, { into: c.id }).expect(409);
    const gone = await acme.post(`/v1/themes/${c.id}/merge`, { into: a.id }).expect(409);
    const self = await acme.post(`/v1/themes/${c.id}/merge`, { into: c.id }).expect(409);
    expect([back, again, gone, self].map(codeOf)).toEqual([
      'theme.merged',
      'theme.already_retired',
      'theme.already_retired',
      'theme.merged_into_itself',
    ]);
  });

  it('is not one that knows too many words together', async () => {
    const acme = await heed.tenant();
    const words = (from: number) => Array.from({ length: 150 }, (_, n) => `w${from + n}`);
    const [a, b] = [await added(acme, { keywords: words(0) }), await added(acme, { keywords: words(150) })];
    const refused = await acme.post(`/v1/themes/${a.id}/merge`, { into: b.id }).expect(409);
    expect(codeOf(refused)).toBe('theme.too_many_words');
    expect(await read(acme, a.id)).toMatchObject({ mergedIntoId: null, retiredAt: null });
  });

  it('stays in its tenant', async () => {
    const [acme, other] = [await heed.tenant(), await heed.tenant()];
    const [own, foreign] = [await added(acme), await added(other)];
    await acme.post(`/v1/themes/${own.id}/merge`, { into: foreign.id }).expect(422);
    await acme.post(`/v1/themes/${foreign.id}/merge`, { into: own.id }).expect(404);
  });
});

describe('themes are shaped', () => {
  it('by CS managers, and read by everybody', async () => {
    const acme = await heed.tenant();
    const { id } = await added(acme);
    const [manager, lead] = [await acme.member('cs_manager'), await acme.member('department_lead')];
    await manager.patch(`/v1/themes/${id}`, { name: 'Mine' }).expect(200);
    await lead.patch(`/v1/themes/${id}`, { name: 'Mine' }).expect(403);
    await lead.get(`/v1/themes/${id}`).expect(200);
  });

  it('as far as their number is one that can be looked for', async () => {
    const acme = await heed.tenant();
    await acme.settle();
    const room = MAX_LIVE_THEMES - STARTER_THEMES.length;
    await inTenant(acme, () =>
      heed.app.get(Database).query(
        `insert into theme (tenant_id, id, key, name, keywords, phrases, examples, created_at, version)
         select $1, gen_random_uuid(), 'filler-' || n, 'Filler', '{}', '{}', '{}', now(), 1
           from generate_series(1, $2::int) n`,
        [room],
      ),
    );
    expect(codeOf(await acme.post('/v1/themes', { key: 'x', name: 'X' }).expect(409))).toBe('theme.too_many');
  });
});
