import fc from 'fast-check';
import { firstTextQuestion, mainQuestion, MAX_QUESTIONS, readDefinition } from './definition.js';
import { MAX_CHOICES, scaleOf, type Question } from './question.js';

const nps: Question = { key: 'recommend', type: 'nps', label: 'Would you recommend us?' };
const comment: Question = { key: 'comment', type: 'text', label: 'Why?' };
const topics: Question = {
  key: 'topics',
  type: 'multi_choice',
  label: 'What about?',
  choices: [
    { key: 'price', label: 'Price' },
    { key: 'service', label: 'Service' },
  ],
};

function problemsOf(value: unknown): Record<string, string> {
  const reading = readDefinition(value);
  if (reading.ok) return {};
  return Object.fromEntries(reading.problems.map(({ pointer, detail }) => [pointer, detail]));
}

describe('a survey definition', () => {
  it('is accepted as it was given', () => {
    const definition = { language: 'pt-BR', questions: [nps, { ...comment, required: true }, topics] };
    expect(readDefinition(definition)).toEqual({ ok: true, definition });
  });

  it.each([
    [null, '', 'must be an object'],
    [{}, '/questions', `must be a list of 1 to ${MAX_QUESTIONS} questions`],
    [{ questions: [] }, '/questions', `must be a list of 1 to ${MAX_QUESTIONS} questions`],
    [{ questions: [nps], title: 'x' }, '/title', 'is not a known field'],
    [{ questions: [nps], language: 'a b' }, '/language', 'must be a BCP 47 language tag such as de or pt-BR'],
    [{ questions: ['nps'] }, '/questions/0', 'must be an object'],
    [{ questions: [nps, nps] }, '/questions/1/key', 'is already used by an earlier one'],
    [{ questions: [{ ...nps, colour: 'red' }] }, '/questions/0/colour', 'is not a known field'],
    [{ questions: [{ ...nps, label: ' ' }] }, '/questions/0/label', 'must not be blank'],
    [{ questions: [{ ...nps, label: 'a\0' }] }, '/questions/0/label', 'has a NUL character at position 1'],
    [{ questions: [{ ...nps, required: 1 }] }, '/questions/0/required', 'must be true or false'],
    [{ questions: [{ ...nps, max: 5 }] }, '/questions/0/max', 'is for rating questions only'],
    [{ questions: [{ ...nps, choices: [] }] }, '/questions/0/choices', 'is for choice questions only'],
    [
      { questions: [{ ...topics, choices: undefined }] },
      '/questions/0/choices',
      `must be a list of 1 to ${MAX_CHOICES} choices`,
    ],
    [
      { questions: [{ ...topics, choices: [...topics.choices!, { key: 'price', label: 'Again' }] }] },
      '/questions/0/choices/2/key',
      'is already used by an earlier one',
    ],
  ])('refuses %j at %s', (value, pointer, detail) => {
    expect(problemsOf(value)).toEqual({ [pointer]: detail });
  });

  it.each(['Recommend', '_key', '', '__proto__', 'a b', 'ä', 'x'.repeat(65), 5])(
    'refuses the key %j',
    (key) => {
      expect(Object.keys(problemsOf({ questions: [{ ...nps, key }] }))).toEqual(['/questions/0/key']);
    },
  );

  it('names every type when the type is none of them', () => {
    expect(problemsOf({ questions: [{ ...nps, type: 'stars' }] })['/questions/0/type']).toMatch(
      'nps, csat, ces',
    );
  });

  it('points into the body it came in', () => {
    expect(readDefinition(7, '/definition')).toEqual({
      ok: false,
      problems: [{ pointer: '/definition', detail: 'must be an object' }],
    });
  });

  it('reports the first twenty of many problems', () => {
    const reading = readDefinition({ questions: Array.from({ length: 50 }, () => ({})) });
    expect(reading.ok || reading.problems.length).toBe(20);
  });

  it('can refuse anything without throwing', () => {
    const nearly = fc.record({ questions: fc.array(fc.record({ key: fc.anything(), type: fc.anything() })) });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.jsonValue(), nearly), (value) => {
        const reading = readDefinition(value);
        expect(reading.ok || reading.problems.length > 0).toBe(true);
      }),
    );
  });
});

describe('the scale of a question', () => {
  it('is fixed by the type, except for a rating', () => {
    expect(scaleOf(nps)).toEqual({ min: 0, max: 10 });
    expect(scaleOf({ type: 'csat' })).toEqual({ min: 1, max: 5 });
    expect(scaleOf({ type: 'ces' })).toEqual({ min: 1, max: 7 });
    expect(scaleOf({ type: 'rating' })).toEqual({ min: 1, max: 5 });
    expect(scaleOf({ type: 'rating', min: 0, max: 100 })).toEqual({ min: 0, max: 100 });
    expect(scaleOf(comment)).toBeNull();
  });

  it.each([
    [{ max: 101 }, '/questions/0/max', 'must be a whole number from 0 to 100'],
    [{ min: -1 }, '/questions/0/min', 'must be a whole number from 0 to 100'],
    [{ min: 1.5 }, '/questions/0/min', 'must be a whole number from 0 to 100'],
    [{ min: 5 }, '/questions/0', 'has a scale from 5 to 5; min must be below max'],
  ])('refuses a rating with %j', (ends, pointer, detail) => {
    const rating = { key: 'stars', type: 'rating', label: 'Stars', ...ends };
    expect(problemsOf({ questions: [rating] })).toEqual({ [pointer]: detail });
  });
});

describe('the questions that matter', () => {
  const ces: Question = { key: 'effort', type: 'ces', label: 'Was it easy?' };

  it('are the first nps question, wherever it stands', () => {
    expect(mainQuestion({ questions: [comment, ces, nps] })).toBe(nps);
  });

  it('are the first scored question when there is no nps', () => {
    expect(mainQuestion({ questions: [comment, ces] })).toBe(ces);
    expect(mainQuestion({ questions: [comment] })).toBeNull();
  });

  it('are the first text', () => {
    expect(firstTextQuestion({ questions: [ces, comment] })).toBe(comment);
    expect(firstTextQuestion({ questions: [ces] })).toBeNull();
  });
});
