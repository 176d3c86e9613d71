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
