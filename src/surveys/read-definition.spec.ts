import fc from 'fast-check';
import { MAX_QUESTIONS } from './definition.js';
import { MAX_CHOICES, type Question } from './question.js';
import { readDefinition } from './read-definition.js';

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

describe('the conditions of questions', () => {
  const reason: Question = { ...topics, key: 'reason', type: 'single_choice' };
  const consent: Question = { key: 'ok', type: 'consent', label: 'OK?' };
  const earlier = [nps, reason, topics, comment, consent];
  const problemsWith = (showIf: unknown, before: Question[] = earlier) =>
    problemsOf({ questions: [...before, { key: 'more', type: 'text', label: 'More', showIf }] });

  it.each([
    { category: ['detractor', 'passive'] },
    { question: 'reason', in: ['price'] },
    { question: 'topics', in: ['price', 'service'] },
    { question: 'ok', in: [true] },
    { question: 'recommend', atLeast: 3, atMost: 6 },
    { question: 'comment', answered: true },
    { category: ['passive'], question: 'recommend', atMost: 7 },
  ])('may be %j', (showIf) => expect(problemsWith(showIf)).toEqual({}));

  it.each([
    [7, '', 'must be an object'],
    [{}, '', 'must name a category, or an earlier question and what its answer must be'],
    [{ category: [] }, '/category', 'must be a list of some of promoter, passive, detractor'],
    [{ category: ['happy'] }, '/category/0', 'must be one of promoter, passive, detractor'],
    [{ category: ['passive'], not: 1 }, '/not', 'is not a known field'],
    [{ category: ['passive'], atLeast: 3 }, '/atLeast', 'needs the question it is about'],
    [{ question: 'more', answered: true }, '/question', 'must be the key of an earlier question'],
    [{ question: 'comment' }, '', 'must have one of in, atLeast, atMost, answered'],
    [{ question: 'comment', answered: false }, '/answered', 'must be true'],
    [{ question: 'comment', in: ['x'] }, '/in', 'is for choices and consents only'],
    [{ question: 'reason', in: ['colour'] }, '/in/0', 'must be one of price, service'],
    [{ question: 'ok', in: ['yes'] }, '/in/0', 'must be one of true, false'],
    [{ question: 'reason', atLeast: 1 }, '/atLeast', 'is for questions with a scale only'],
    [{ question: 'recommend', atLeast: 11 }, '/atLeast', 'must be a whole number from 0 to 10'],
  ])('cannot be %j', (showIf, pointer, detail) => {
    expect(problemsWith(showIf)).toEqual({ [`/questions/5/showIf${pointer}`]: detail });
  });

  it('speak of the category only after the main question', () => {
    expect(problemsWith({ category: ['passive'] }, [comment])).toEqual({
      '/questions/1/showIf/category': 'cannot be known yet: the main question does not come earlier',
    });
  });

  it.each([
    ['contradict themselves', { question: 'recommend', atLeast: 7, atMost: 6 }, undefined],
    ['contradict the category', { category: ['promoter'], question: 'recommend', atMost: 8 }, undefined],
    [
      'rest on a question asked of others',
      { category: ['promoter'], question: 'reason', in: ['price'] },
      { category: ['detractor' as const] },
    ],
  ])('cannot be such that nobody is ever asked: they %s', (_how, showIf, showReasonIf) => {
    const before = [nps, { ...reason, showIf: showReasonIf }];
    expect(problemsWith(showIf, before)['/questions/2/showIf']).toMatch('can never hold');
  });

  it('cannot name a category that no score has', () => {
    const thumb: Question = { key: 'thumb', type: 'rating', label: 'Up?', min: 0, max: 1 };
    expect(problemsWith({ category: ['promoter'] }, [thumb])).toEqual({});
    expect(problemsWith({ category: ['passive'] }, [thumb])['/questions/1/showIf']).toMatch('can never hold');
  });
});

describe('the words of a survey', () => {
  const worded = (more: object) => ({ questions: [nps, { ...comment, ...more }] });

  it('may differ by category, explain, and stand in an empty field', () => {
    expect(problemsOf(worded({ labelFor: { detractor: 'What is the main reason?' } }))).toEqual({});
    expect(problemsOf(worded({ description: 'In a sentence.', placeholder: 'Because …' }))).toEqual({});
  });

  it.each([
    [{ labelFor: 'Why?' }, '/questions/1/labelFor', 'must be an object from category to label'],
    [{ labelFor: { happy: 'Why?' } }, '/questions/1/labelFor/happy', 'is not a known field'],
    [{ labelFor: { passive: ' ' } }, '/questions/1/labelFor/passive', 'must not be blank'],
    [{ description: 5 }, '/questions/1/description', 'must be a text'],
    [{ type: 'consent', placeholder: 'x' }, '/questions/1/placeholder', 'is for text questions only'],
  ])('are refused: %j', (more, pointer, detail) => {
    expect(problemsOf(worded(more))).toEqual({ [pointer]: detail });
  });

  it('cannot differ by a category that is not known yet', () => {
    expect(problemsOf({ questions: [{ ...comment, labelFor: { passive: 'Why?' } }, nps] })).toEqual({
      '/questions/0/labelFor': 'cannot be chosen yet: the main question does not come earlier',
    });
  });

  it('may thank everybody, and a category in its own way', () => {
    const link = { label: 'Review us', url: 'https://r.example/us?from=heed' };
    const thanks = {
      default: { title: 'Thanks', text: 'Bye' },
      promoter: { title: 'Oh', text: 'Tell', link },
    };
    expect(problemsOf({ questions: [nps], thanks })).toEqual({});
  });

  it.each([
    [{ everybody: {} }, '/thanks/everybody', 'is not a known field'],
    [{ passive: { title: 'Thanks' } }, '/thanks/passive/text', 'must be a text'],
    [{ passive: 'Thanks' }, '/thanks/passive', 'must be an object'],
  ])('are refused as thanks: %j', (thanks, pointer, detail) => {
    expect(problemsOf({ questions: [nps], thanks })).toEqual({ [pointer]: detail });
  });

  it.each(['http://r.example', 'javascript:alert(1)', 'https://a@r.example', 'https://r.example/\n', 5])(
    'never lead to %j',
    (url) => {
      const thanks = { default: { title: 'Thanks', text: 'Tell', link: { label: 'Here', url } } };
      expect(problemsOf({ questions: [nps], thanks })).toEqual({
        '/thanks/default/link/url': 'must be an https:// address',
      });
    },
  );
});

describe('the translations of a survey', () => {
  const original = {
    language: 'en',
    intro: 'Hello',
    questions: [nps, { ...topics, labelFor: { passive: 'And?' } }],
    thanks: {
      promoter: { title: 'Thanks', text: 'Tell', link: { label: 'Here', url: 'https://r.example' } },
    },
  };
  const german = {
    intro: 'Hallo',
    questions: {
      recommend: { label: 'Würden Sie uns empfehlen?' },
      topics: {
        label: 'Worum?',
        labelFor: { passive: 'Und?' },
        choices: { price: 'Preis', service: 'Service' },
      },
    },
    thanks: { promoter: { title: 'Danke', text: 'Sagen Sie es weiter', link: { label: 'Hier' } } },
  };
  const problemsWith = (translations: object) => problemsOf({ ...original, translations });

  it('say everything it says', () => expect(problemsWith({ de: german })).toEqual({}));

  it('are told each word that is missing, and each that translates nothing', () => {
    const { intro, ...rest } = german;
    const { recommend } = german.questions;
    const part = {
      ...rest,
      intor: intro,
      questions: { recommend, topics: { label: ' ', labelFor: {}, choices: { price: 'Preis' }, hint: 'x' } },
    };
    expect(problemsWith({ de: part })).toEqual({
      '/translations/de/intor': 'translates nothing of this survey',
      '/translations/de/intro': 'is missing: it translates "Hello"',
      '/translations/de/questions/topics/hint': 'translates nothing of this survey',
      '/translations/de/questions/topics/label': 'must not be blank',
      '/translations/de/questions/topics/labelFor/passive': 'is missing: it translates "And?"',
      '/translations/de/questions/topics/choices/service': 'is missing: it translates "Service"',
    });
    expect(problemsWith({ de: { ...german, thanks: undefined } })).toEqual({
      '/translations/de/thanks': 'is missing',
    });
  });

  it('are in known languages, each once', () => {
    expect(problemsWith({ 'a b': german })).toEqual({
      '/translations/a b': 'must be a BCP 47 language tag such as de or pt-BR',
    });
    expect(problemsWith({ EN: german })).toEqual({
      '/translations/EN': 'is a language the survey has already',
    });
    expect(problemsOf({ ...original, language: undefined, translations: { de: german } })).toEqual({
      '/translations': 'need the language of the survey itself',
    });
    expect(problemsWith([])).toEqual({
      '/translations': 'must be an object from language tag to at most 50 translations',
    });
  });
});

describe('the scale of a rating', () => {
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
