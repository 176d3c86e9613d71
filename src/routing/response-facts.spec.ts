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
const account = { name: 'Acme', externalId: 'A-1', properties: { arr: 120_000 } };

describe('the facts of a response', () => {
  it('are what was answered, by whom, and for which company', () => {
    expect(factsOf(response, contact, account)).toEqual({
      score: 3,
      category: 'detractor',
      survey: 'nps',
      channel: 'email',
      language: 'de',
      verbatim: 'Too slow.\nAnd dear.',
      answers: response.answers,
      contact: { capacity: 'champion', emailDomain: 'acme.example', properties: { region: 'EU' } },
      account,
      properties: { plan: 'pro' },
    });
  });

  it('leave open who answered when nobody knows', () => {
    expect(factsOf(response, null, null)).toMatchObject({ contact: null, account: null });
  });

  it('hold no verbatim when nothing was written', () => {
    expect(factsOf({ ...response, verbatims: [] }, null, null).verbatim).toBeNull();
  });

  it.each([
    ['"a@b"@acme.example', 'acme.example'],
    ['nobody', null],
    ['ada@', null],
    [null, null],
  ])('take the domain of the address %s to be %s', (email, domain) => {
    expect(factsOf(response, { ...contact, email }, null).contact!.emailDomain).toBe(domain);
  });
});
