import fc from 'fast-check';
import { MAX_TEXT_CHARS, readAnswers } from './answers.js';
import type { SurveyDefinition } from './definition.js';

const survey: SurveyDefinition = {
  questions: [
    { key: 'effort', type: 'ces', label: 'Was it easy?' },
    { key: 'recommend', type: 'nps', label: 'Would you recommend us?', required: true },
    { key: 'comment', type: 'text', label: 'Why?' },
    { key: 'wish', type: 'text', label: 'What should we do?' },
    {
      key: 'reason',
      type: 'single_choice',
      label: 'Main reason',
      choices: [
        { key: 'price', label: 'Price' },
        { key: 'service', label: 'Service' },
      ],
    },
    {
      key: 'topics',
      type: 'multi_choice',
      label: 'Topics',
      choices: [
        { key: 'price', label: 'Price' },
        { key: 'service', label: 'Service' },
      ],
    },
    { key: 'constructor', type: 'consent', label: 'May we call you?' },
  ],
};

function problemsOf(answers: unknown): Record<string, string> {
  const reading = readAnswers(survey, answers);
  if (reading.ok) return {};
  return Object.fromEntries(reading.problems.map(({ pointer, detail }) => [pointer, detail]));
}

describe('the answers to a survey', () => {
  it('give the score of the main question, its category and the verbatims', () => {
    const answers = {
      wish: 'Call back.',
      comment: ' Too slow ',
      recommend: 3,
      effort: 6,
      topics: ['service'],
    };
    expect(readAnswers(survey, answers)).toEqual({
      ok: true,
      answers,
      score: 3,
      category: 'detractor',
      verbatims: [
        { question: 'comment', text: ' Too slow ' },
        { question: 'wish', text: 'Call back.' },
      ],
    });
  });

  it('leave out what was not answered', () => {
    const reading = readAnswers(survey, {
      recommend: 9,
      comment: ' \n',
      effort: null,
      topics: [],
      reason: '',
    });
    expect(reading).toEqual({
      ok: true,
      answers: { recommend: 9 },
      score: 9,
      category: 'promoter',
      verbatims: [],
    });
  });

  it('have no score when the main question was passed over', () => {
    const optional = { questions: survey.questions.map((question) => ({ ...question, required: false })) };
    expect(readAnswers(optional, { effort: 2 })).toMatchObject({ ok: true, score: null, category: null });
  });

  it('keep a refused consent as an answer', () => {
    expect(readAnswers(survey, { recommend: 8, constructor: false })).toMatchObject({
      answers: { constructor: false },
    });
  });

  it.each([
    ['nothing', '/answers', 'must be an object from question key to answer'],
    [[], '/answers', 'must be an object from question key to answer'],
    [{ recommend: 11 }, '/answers/recommend', 'must be a whole number from 0 to 10'],
    [{ recommend: 8.5 }, '/answers/recommend', 'must be a whole number from 0 to 10'],
    [{ recommend: '9' }, '/answers/recommend', 'must be a whole number from 0 to 10'],
    [{ recommend: 9, effort: 0 }, '/answers/effort', 'must be a whole number from 1 to 7'],
    [{ recommend: 9, mood: 1 }, '/answers/mood', 'is not a question of this survey'],
    [{ effort: 5 }, '/answers/recommend', 'must be answered'],
    [{ recommend: 9, comment: 5 }, '/answers/comment', 'must be a text'],
    [{ recommend: 9, comment: 'a\0b' }, '/answers/comment', 'has a NUL character at position 1'],
    [{ recommend: 9, reason: 'colour' }, '/answers/reason', 'is not a choice of this question'],
    [{ recommend: 9, reason: ['price'] }, '/answers/reason', 'must be a text'],
    [{ recommend: 9, topics: 'price' }, '/answers/topics', 'must be a list of choices'],
    [{ recommend: 9, topics: ['price', 'price'] }, '/answers/topics/1', 'is chosen twice'],
    [{ recommend: 9, topics: ['price', 7] }, '/answers/topics/1', 'is not a choice of this question'],
    [{ recommend: 9, constructor: 'yes' }, '/answers/constructor', 'must be true or false'],
  ])('are refused: %j', (answers, pointer, detail) => {
    expect(problemsOf(answers)).toEqual({ [pointer]: detail });
  });

  describe('to a survey that branches', () => {
    const branching: SurveyDefinition = {
      questions: [
        { key: 'score', type: 'nps', label: 'Would you recommend us?' },
        { key: 'why', type: 'text', label: 'Why?', required: true, showIf: { category: ['detractor'] } },
        { key: 'call', type: 'consent', label: 'May we call?', showIf: { question: 'why', answered: true } },
      ],
    };

    it('need only be given to the questions asked', () => {
      expect(readAnswers(branching, { score: 9 })).toMatchObject({ ok: true, answers: { score: 9 } });
      expect(readAnswers(branching, { score: 2 })).toEqual({
        ok: false,
        problems: [{ pointer: '/answers/why', detail: 'must be answered' }],
      });
    });

    it('may miss what is required when their writer did not come to the end', () => {
      expect(readAnswers(branching, { score: 2 }, { isUnfinished: true })).toMatchObject({ score: 2 });
      expect(readAnswers(branching, {}, { isUnfinished: true })).toMatchObject({ ok: false });
    });

    it('are refused where the question was not asked, or dropped', () => {
      const answers = { score: 9, why: 'Slow', call: true };
      expect(readAnswers(branching, answers)).toEqual({
        ok: false,
        problems: ['why', 'call'].map((key) => ({
          pointer: `/answers/${key}`,
          detail: 'is not asked of somebody who gave the other answers',
        })),
      });
      expect(readAnswers(branching, answers, { unasked: 'drop' })).toMatchObject({
        ok: true,
        answers: { score: 9 },
        verbatims: [],
      });
    });

    it('are not blamed for following from one that is in error', () => {
      expect(readAnswers(branching, { score: 11, why: 'Slow', call: true })).toEqual({
        ok: false,
        problems: [{ pointer: '/answers/score', detail: 'must be a whole number from 0 to 10' }],
      });
    });
  });

  it('are refused when there are none', () => {
    const allOptional: SurveyDefinition = { questions: [{ key: 'comment', type: 'text', label: 'Why?' }] };
    expect(readAnswers(allOptional, { comment: ' ' })).toEqual({
      ok: false,
      problems: [{ pointer: '/answers', detail: 'must answer at least one question' }],
    });
  });

  it('hold texts of up to 100,000 characters in valid Unicode', () => {
    expect(problemsOf({ recommend: 1, comment: 'x'.repeat(MAX_TEXT_CHARS) })).toEqual({});
    expect(problemsOf({ recommend: 1, comment: 'x'.repeat(MAX_TEXT_CHARS + 1) })['/answers/comment']).toBe(
      'has 100001 characters; at most 100000 are accepted',
    );
    expect(problemsOf({ recommend: 1, comment: 'oh \udc00' })['/answers/comment']).toMatch(
      'half a surrogate pair',
    );
  });

  it('cannot smuggle anything in through a prototype', () => {
    const answers: unknown = JSON.parse('{"recommend": 9, "__proto__": {"effort": 1}}');
    expect(problemsOf(answers)).toEqual({ '/answers/__proto__': 'is not a question of this survey' });
  });

  it('are read without throwing, and a score is always on the scale with its category', () => {
    const likely = fc.record(
      Object.fromEntries(survey.questions.map(({ key }) => [key, fc.oneof(fc.anything(), fc.nat(12))])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything(), likely), (answers) => {
        const reading = readAnswers(survey, answers);
        if (!reading.ok) return expect(reading.problems.length).toBeGreaterThan(0);
        expect(reading.score).toBeGreaterThanOrEqual(0);
        expect(reading.category).not.toBeNull();
      }),
    );
  });
});
