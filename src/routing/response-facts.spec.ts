import { NO_ANALYSIS } from '../analysis/analysis-facts.js';
import { factsOf } from './response-facts.js';

const response = {
  score: 3,
  category: 'detractor' as const,
  surveyKey: 'nps',
  channel: 'email',
  language: 'de',
  verbatims: [{ text: 'Too slow.' }, { text: 'And dear.' }],
  answers: { score: 3, why: 'Too slow.', wish: 'And dear.' },
  properties: { plan: 'pro' },
};
const contact = { capacity: 'champion', email: 'ada@acme.example', properties: { region: 'EU' } };
const unknown = { analysis: NO_ANALYSIS, contact: null, account: null };
const analysis = { ...NO_ANALYSIS, themes: ['pricing'] };
const account = { name: 'Acme', externalId: 'A-1', properties: { arr: 120_000 } };

describe('the facts of a response', () => {
  it('are what was answered, by whom, and for which company', () => {
    expect(factsOf(response, { analysis, contact, account })).toEqual({
      score: 3,
      category: 'detractor',
      survey: 'nps',
      channel: 'email',
      language: 'de',
      verbatim: 'Too slow.\nAnd dear.',
      analysis,
      answers: response.answers,
      contact: { capacity: 'champion', emailDomain: 'acme.example', properties: { region: 'EU' } },
      account,
      properties: { plan: 'pro' },
    });
  });

  it('leave open who answered when nobody knows', () => {
    expect(factsOf(response, unknown)).toMatchObject({ contact: null, account: null });
  });

  it('hold no verbatim when nothing was written', () => {
    expect(factsOf({ ...response, verbatims: [] }, unknown).verbatim).toBeNull();
  });

  it.each([
    ['"a@b"@acme.example', 'acme.example'],
    ['nobody', null],
    ['ada@', null],
    [null, null],
  ])('take the domain of the address %s to be %s', (email, domain) => {
    expect(factsOf(response, { ...unknown, contact: { ...contact, email } }).contact!.emailDomain).toBe(
      domain,
    );
  });
});
