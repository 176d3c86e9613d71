import { Heed, type TestTenant } from '../support/heed.js';
import { survey, write, type WrittenText } from '../support/verbatims.js';

const DAY = 24 * 60 * 60_000;

let heed: Heed;
beforeAll(async () => (heed = await Heed.start()));
afterAll(() => heed.close());

const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString();
const times = (count: number, text: WrittenText) => Array.from({ length: count }, () => text);
const emerging = async (tenant: TestTenant, query = '') =>
  (await tenant.get(`/v1/emerging-topics${query}`).expect(200)).body;
const phrases = ({ items }: { items: { phrase: string }[] }) => items.map(({ phrase }) => phrase);

/** Twelve lately ask for a dark mode, nobody did before; invoices are as common as ever. */
const RISING: WrittenText[] = [
  ...times(12, { text: 'Fine, but give us Dark Mode. Thanks.', respondedAt: ago(2) }),
  ...times(12, { text: 'The invoice was late.', respondedAt: ago(3) }),
  ...times(60, { text: 'The invoice was late.', respondedAt: ago(40) }),
  ...times(60, { text: 'All fine here.', respondedAt: ago(50) }),
];

describe('an emerging topic', () => {
  it('is what rose against its own past, with what people wrote', async () => {
    const acme = await heed.tenant();
    await write(acme, await survey(acme), RISING);
    const found = await emerging(acme);
    expect(found).toMatchObject({ verbatims: 24, verbatimsBefore: 120 });
    expect(phrases(found)).toEqual(['dark mode']);
    expect(found.items[0]).toMatchObject({ verbatims: 12, verbatimsBefore: 0 });
    expect(found.items[0].chance).toBeLessThan(0.001);
    expect(found.items[0].quotes).toHaveLength(3);
    expect(found.items[0].quotes[0]).toMatchObject({
      before: 'Fine, but give us ',
      exact: 'Dark Mode',
      after: '. Thanks.',
    });
  });

  it('becomes a theme as it is suggested, and then is none any more', async () => {
    const acme = await heed.tenant();
    await write(acme, await survey(acme), RISING);
    const [topic] = (await emerging(acme)).items;
    expect(topic.suggestion.examples).toEqual(['Fine, but give us Dark Mode.']);
    const { body: theme } = await acme.post('/v1/themes', topic.suggestion).expect(201);
    expect(theme).toMatchObject({ key: 'dark-mode', name: 'Dark mode', phrases: ['dark mode'] });
    expect(phrases(await emerging(acme))).toEqual([]);
    await acme.post(`/v1/themes/${theme.id}/retirement`).expect(201);
    const again = await emerging(acme);
    expect(again.items[0].suggestion.key).toBe('dark-mode-2');
  });

  it('is none that a theme is found by already, in whatever form', async () => {
    const acme = await heed.tenant();
    const words = { phrases: ['a nice dark modes'] };
    await acme.post('/v1/themes', { key: 'dark', name: 'Dark', ...words }).expect(201);
    await write(acme, await survey(acme), RISING);
    expect(phrases(await emerging(acme))).toEqual([]);
  });

  it('is new in as many days as one asks for, in one survey or all', async () => {
    const acme = await heed.tenant();
    const [key, other] = [await survey(acme), await survey(acme)];
    await write(acme, key, RISING);
    expect(phrases(await emerging(acme, '?days=1'))).toEqual([]);
    expect(phrases(await emerging(acme, '?days=5&baselineDays=80'))).toEqual(['dark mode']);
    expect(await emerging(acme, `?survey=${other}`)).toMatchObject({ verbatims: 0, items: [] });
  });

  it('is none of a tenant without a past, or of another tenant', async () => {
    const [acme, other] = [await heed.tenant(), await heed.tenant()];
    await write(acme, await survey(acme), RISING.slice(0, 24));
    expect(await emerging(acme)).toMatchObject({ verbatims: 24, verbatimsBefore: 0, items: [] });
    expect(await emerging(other)).toMatchObject({ verbatims: 0, items: [] });
  });

  it.each(['?days=0', '?days=91', '?days=two', '?baselineDays=1000', '?limit=5'])(
    'is refused for %s',
    async (query) => {
      const acme = await heed.tenant();
      await acme.get(`/v1/emerging-topics${query}`).expect(422);
    },
  );
});
