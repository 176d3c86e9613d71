import type { ThemeStatisticsView } from '../../src/insights/theme-statistics.dto.js';
import type { AnalysisView } from '../../src/analysis/analysis.dto.js';
import { addSurvey, loopOf, receive } from '../support/feedback.js';
import { Heed } from '../support/heed.js';

let heed: Heed;
beforeAll(async () => (heed = await Heed.start()));
afterAll(() => heed.close());

it('a comment is understood, reaches those it blames, is found again, and is counted', async () => {
  const acme = await heed.tenant();
  const departments = await acme.departments();
  await addSurvey(acme);
  await acme
    .post('/v1/routing/rules', {
      name: 'Billing trouble',
      departmentIds: [departments.product],
      condition: { all: [{ field: 'theme.negative', op: 'in', value: ['billing'] }] },
    })
    .expect(201);

  const comment = 'Support was great and very friendly, but the invoice was wrong twice.';
  const blaming = await receive(acme, { score: 8, comment });
  const praising = await receive(acme, { score: 8, comment: 'Great product, thank you!' });
  await acme.settle();

  const { body } = await acme.get(`/v1/responses/${blaming}/analysis`).expect(200);
  const [verbatim] = (body as AnalysisView).verbatims;
  expect(verbatim).toMatchObject({ language: 'en', isSupported: true, analyzer: 'embedded' });
  const said = Object.fromEntries(verbatim!.mentions.map(({ theme, polarity }) => [theme.key, polarity]));
  expect(said).toMatchObject({ support: 'positive', billing: 'negative' });
  for (const { quote, span } of [...verbatim!.mentions, ...verbatim!.emotions]) {
    expect(quote).toBe(comment.slice(span.start, span.end));
  }

  const { tasks } = await loopOf(acme, blaming);
  expect(tasks.map(({ departmentId }) => departmentId)).toEqual([departments.product]);
  const { body: decision } = await acme.get(`/v1/responses/${praising}/routing`).expect(200);
  expect(decision).toMatchObject({ outcome: 'none' });

  const { body: found } = await acme
    .get('/v1/verbatims?q=invoices&theme=billing&polarity=negative')
    .expect(200);
  expect(found.items).toMatchObject([{ responseId: blaming }]);

  const { body: themes } = await acme.get('/v1/themes').expect(200);
  const counted = (themes as ThemeStatisticsView).items.find(({ key }) => key === 'billing')!;
  expect(counted).toMatchObject({ verbatims: 1, negative: 1, positive: 0 });
  expect(comment).toContain(counted.quotes[0]!.exact);

  const correction = { mentions: [{ themeId: counted.id, polarity: 'neutral' }] };
  await acme.put(`/v1/responses/${blaming}/analysis/${verbatim!.question}/mentions`, correction).expect(200);
  const { body: corrected } = await acme.get(`/v1/responses/${blaming}/analysis`).expect(200);
  expect((corrected as AnalysisView).verbatims[0]!.mentions).toMatchObject([
    { theme: { key: 'billing' }, polarity: 'neutral', source: 'member' },
  ]);
});
