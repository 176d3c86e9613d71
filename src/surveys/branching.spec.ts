import fc from 'fast-check';
import { type AnswersSoFar, categoryOfAnswers, questionsToAsk } from './branching.js';
import type { SurveyDefinition } from './definition.js';

const survey: SurveyDefinition = {
  questions: [
    { key: 'score', type: 'nps', label: 'Would you recommend us?' },
    {
      key: 'reason',
      type: 'single_choice',
      label: 'What went wrong?',
      choices: [
        { key: 'price', label: 'Price' },
        { key: 'service', label: 'Service' },
      ],
      showIf: { category: ['detractor'] },
    },
    {
      key: 'fair',
      type: 'text',
      label: 'What would be fair?',
      showIf: { question: 'reason', in: ['price'] },
    },
    { key: 'why', type: 'text', label: 'Why?', labelFor: { promoter: 'What do you like?' } },
    {
      key: 'quote',
      type: 'consent',
      label: 'May we quote you?',
      showIf: { question: 'why', answered: true },
    },
    { key: 'name', type: 'text', label: 'As whom?', showIf: { question: 'quote', in: [true] } },
  ],
};

const asked = (answers: object) => questionsToAsk(survey, { ...answers }).map(({ key }) => key);
const isAsked = (definition: SurveyDefinition, key: string, answers: AnswersSoFar) =>
  questionsToAsk(definition, answers).some((question) => question.key === key);

describe('which questions are asked', () => {
  it('follows the category and the answers before', () => {
    expect(asked({})).toEqual(['score', 'why']);
    expect(asked({ score: 3 })).toEqual(['score', 'reason', 'why']);
    expect(asked({ score: 3, reason: 'price' })).toEqual(['score', 'reason', 'fair', 'why']);
    expect(asked({ score: 9, why: 'You', quote: true })).toEqual(['score', 'why', 'quote', 'name']);
    expect(asked({ score: 9, why: ' ', quote: true })).toEqual(['score', 'why']);
  });

  it('takes no notice of an answer from a branch that was left', () => {
    expect(asked({ score: 9, reason: 'price' })).toEqual(['score', 'why']);
    expect(isAsked(survey, 'fair', { score: 9, reason: 'price' })).toBe(false);
  });

  it.each([
    [{ atLeast: 9 }, [9, 10]],
    [{ atMost: 1 }, [0, 1]],
    [{ atLeast: 4, atMost: 5 }, [4, 5]],
  ])('may depend on a score: %j', (test, scores) => {
    const definition: SurveyDefinition = {
      questions: [
        { key: 'score', type: 'nps', label: 'Score' },
        { key: 'more', type: 'text', label: 'More', showIf: { question: 'score', ...test } },
      ],
    };
    const all = Array.from({ length: 11 }, (_, score) => score);
    expect(all.filter((score) => isAsked(definition, 'more', { score }))).toEqual(scores);
  });

  it('may depend on any of several choices, and on the category as well', () => {
    const topics = ['a', 'b', 'c'].map((key) => ({ key, label: key }));
    const definition: SurveyDefinition = {
      questions: [
        { key: 'score', type: 'csat', label: 'Score' },
        { key: 'topics', type: 'multi_choice', label: 'Topics', choices: topics },
        {
          key: 'more',
          type: 'text',
          label: 'More',
          showIf: { category: ['promoter', 'passive'], question: 'topics', in: ['a', 'b'] },
        },
      ],
    };
    expect(isAsked(definition, 'more', { score: 5, topics: ['c', 'b'] })).toBe(true);
    expect(isAsked(definition, 'more', { score: 5, topics: ['c'] })).toBe(false);
    expect(isAsked(definition, 'more', { score: 1, topics: ['b'] })).toBe(false);
  });

  it('never makes it throw, whatever the answers are', () => {
    fc.assert(
      fc.property(fc.object(), fc.anything(), (answers, score) => {
        expect(asked({ ...answers, score })).toContain('score');
      }),
    );
  });
});

it('the category is known once the main question is answered on its scale', () => {
  expect(categoryOfAnswers(survey, { score: 7 })).toBe('passive');
  expect(categoryOfAnswers(survey, {})).toBeNull();
  expect(categoryOfAnswers(survey, { score: 70 })).toBeNull();
});
