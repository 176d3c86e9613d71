import fc from 'fast-check';
import type { SurveyDefinition } from '../surveys/definition.js';
import { readIncoming, respondedAtFault } from './incoming.js';

const nps: SurveyDefinition = {
  questions: [
    { key: 'score', type: 'nps', label: 'How likely are you to recommend us?' },
    { key: 'why', type: 'text', label: 'What is the main reason?' },
  ],
};

describe('incoming answers', () => {
  it('may be a score and a comment', () => {
    expect(readIncoming(nps, { score: 3, comment: 'Too slow' })).toEqual({
      ok: true,
      answers: { score: 3, why: 'Too slow' },
      score: 3,
      category: 'detractor',
      verbatims: [{ question: 'why', text: 'Too slow' }],
    });
  });

  it('may be given by question', () => {
    expect(readIncoming(nps, { answers: { score: 9 } })).toMatchObject({
      ok: true,
      score: 9,
      category: 'promoter',
    });
  });

  it('are not given twice', () => {
    expect(readIncoming(nps, { score: 3, answers: { score: 4 } })).toEqual({
      ok: false,
      problems: [{ pointer: '/score', detail: 'is given twice: here and as /answers/score' }],
    });
  });

  it('are blamed by the name they were given under', () => {
    const problems = (incoming: object) => (readIncoming(nps, incoming) as { problems?: object[] }).problems;
    expect(problems({ score: 11 })).toMatchObject([{ pointer: '/score' }]);
    expect(problems({ answers: { score: 11 } })).toMatchObject([{ pointer: '/answers/score' }]);
  });

  it('are refused when the survey does not ask for them', () => {
    const silent: SurveyDefinition = {
      questions: [{ key: 'a', type: 'consent', label: 'May we quote you?' }],
    };
    expect(readIncoming(silent, { score: 3, comment: 'x' })).toMatchObject({
      ok: false,
      problems: [{ pointer: '/score' }, { pointer: '/comment' }],
    });
  });

  it('put the comment where the score leads to', () => {
    const branching: SurveyDefinition = {
      questions: [
        { key: 'score', type: 'nps', label: 'Would you recommend us?' },
        { key: 'bad', type: 'text', label: 'What went wrong?', showIf: { category: ['detractor'] } },
        { key: 'good', type: 'text', label: 'What do you like?', showIf: { category: ['promoter'] } },
      ],
    };
    expect(readIncoming(branching, { score: 9, comment: 'You' })).toMatchObject({ answers: { good: 'You' } });
    expect(readIncoming(branching, { score: 2, comment: 'Slow' })).toMatchObject({
      answers: { bad: 'Slow' },
    });
    expect(readIncoming(branching, { score: 7, comment: 'So so' })).toMatchObject({
      ok: false,
      problems: [{ pointer: '/comment' }],
    });
    expect(readIncoming(branching, { score: 7, comment: 'So so' }, { unasked: 'drop' })).toMatchObject({
      answers: { score: 7 },
    });
  });

  it('never make it throw, whatever they are', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (answers, score, comment) => {
        expect(readIncoming(nps, { answers, score, comment } as never)).toHaveProperty('ok');
      }),
    );
  });
});

describe('the time a person answered', () => {
  const now = new Date('2026-06-15T12:00:00Z');

  it.each([
    ['2026-06-15T11:00:00Z', null],
    ['2026-06-16T11:00:00Z', null], // a clock that runs ahead
    ['2026-06-16T13:00:00Z', 'is more than a day in the future'],
    ['1989-12-31T23:59:59Z', 'is before 1990'],
    ['soon', 'is not a date'],
  ])('%s: %s', (text, fault) => expect(respondedAtFault(new Date(text), now)).toBe(fault));
});
