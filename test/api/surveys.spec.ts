import { Heed } from '../support/heed.js';

let heed: Heed;
beforeAll(async () => (heed = await Heed.start()));
afterAll(() => heed.close());

const nps = { questions: [{ key: 'score', type: 'nps', label: 'How likely are you to recommend us?' }] };

describe('a survey', () => {
  it('is made with its first version', async () => {
    const acme = await heed.tenant();
    const { body } = await acme.post('/v1/surveys', { key: 'nps', name: 'NPS', definition: nps }).expect(201);
    expect(body).toMatchObject({ key: 'nps', currentVersion: 1 });
    const version = await acme.get(`/v1/surveys/${body.id}/versions/1`).expect(200);
    expect(version.body.definition).toEqual(nps);
  });

  it('has a key of its own within the tenant', async () => {
    const [acme, other] = [await heed.tenant(), await heed.tenant()];
    const survey = { key: 'nps', name: 'NPS', definition: nps };
    await acme.post('/v1/surveys', survey).expect(201);
    expect((await acme.post('/v1/surveys', survey).expect(409)).body.code).toBe('survey.key_taken');
    await other.post('/v1/surveys', survey).expect(201);
  });

  it('says precisely what is wrong with its definition', async () => {
    const acme = await heed.tenant();
    const definition = { questions: [{ key: 'a', type: 'stars', label: 'x' }] };
    const { body } = await acme.post('/v1/surveys', { key: 'x', name: 'x', definition }).expect(422);
    expect(body.code).toBe('survey.definition_invalid');
    expect(body.errors[0].pointer).toBe('/definition/questions/0/type');
  });

  it('keeps every version, and responses keep the one they were given to', async () => {
    const acme = await heed.tenant();
    const { body: survey } = await acme.post('/v1/surveys', { key: 'nps', name: 'NPS', definition: nps });
    const before = await acme.post('/v1/responses', { survey: 'nps', score: 9 }).expect(201);
    const revised = { questions: [...nps.questions, { key: 'why', type: 'text', label: 'Why?' }] };
    await acme.post(`/v1/surveys/${survey.id}/versions`, { definition: revised }).expect(201);
    const after = await acme.post('/v1/responses', { survey: 'nps', score: 9, comment: 'Fine' }).expect(201);
    expect([before.body.surveyVersion, after.body.surveyVersion]).toEqual([1, 2]);
    expect((await acme.get(`/v1/surveys/${survey.id}/versions/1`)).body.definition).toEqual(nps);
  });

  it('is not revised by two people at once', async () => {
    const acme = await heed.tenant();
    const { body, headers } = await acme.post('/v1/surveys', { key: 'nps', name: 'NPS', definition: nps });
    const revise = () =>
      acme.post(`/v1/surveys/${body.id}/versions`, { definition: nps }).set('if-match', headers.etag!);
    await revise().expect(201);
    expect((await revise().expect(412)).body.code).toBe('survey.stale');
  });
});

describe('a survey that branches and speaks several languages', () => {
  const definition = {
    language: 'en',
    questions: [
      { key: 'score', type: 'nps', label: 'Would you recommend us?' },
      { key: 'bad', type: 'text', label: 'What is the main reason?', showIf: { category: ['detractor'] } },
      { key: 'good', type: 'text', label: 'What do you like?', showIf: { category: ['promoter'] } },
    ],
    thanks: { default: { title: 'Thanks', text: 'We read it.' } },
    translations: {
      ar: {
        questions: {
          score: { label: 'هل توصي بنا؟' },
          bad: { label: 'ما السبب؟' },
          good: { label: 'ماذا يعجبك؟' },
        },
        thanks: { default: { title: 'شكرًا', text: 'نقرأ كل إجابة.' } },
      },
    },
  };

  it('is kept as it was given', async () => {
    const acme = await heed.tenant();
    const { body } = await acme.post('/v1/surveys', { key: 'nps', name: 'NPS', definition }).expect(201);
    const version = await acme.get(`/v1/surveys/${body.id}/versions/1`).expect(200);
    expect(version.body.definition).toEqual(definition);
  });

  it('takes each comment as the answer to what its writer was asked, and no other answers', async () => {
    const acme = await heed.tenant();
    await acme.post('/v1/surveys', { key: 'nps', name: 'NPS', definition }).expect(201);
    const received = async (answers: object) => {
      const { body } = await acme.post('/v1/responses', { survey: 'nps', ...answers }).expect(201);
      return (await acme.get(`/v1/responses/${body.id}`)).body.verbatims as object[];
    };
    expect(await received({ score: 2, comment: 'Slow.' })).toEqual([{ question: 'bad', text: 'Slow.' }]);
    expect(await received({ score: 10, comment: 'Fast.' })).toEqual([{ question: 'good', text: 'Fast.' }]);
    const refused = await acme
      .post('/v1/responses', { survey: 'nps', answers: { score: 2, good: 'No.' } })
      .expect(422);
    expect(refused.body.errors).toEqual([
      { pointer: '/answers/good', detail: 'is not asked of somebody who gave the other answers' },
    ]);
  });

  it('is told what is missing, what contradicts itself, and where', async () => {
    const acme = await heed.tenant();
    const [score, bad, good] = definition.questions;
    const showIf = { category: ['detractor'], question: 'score', atLeast: 9 };
    const faulty = {
      ...definition,
      questions: [score, { ...bad, showIf }, { ...good, description: 'Go on.' }],
    };
    const survey = { key: 'nps', name: 'NPS', definition: faulty };
    const { body } = await acme.post('/v1/surveys', survey).expect(422);
    expect(body.errors).toMatchObject([
      { pointer: '/definition/questions/1/showIf', detail: expect.stringMatching('can never hold') },
      {
        pointer: '/definition/translations/ar/questions/good/description',
        detail: 'is missing: it translates "Go on."',
      },
    ]);
  });
});
