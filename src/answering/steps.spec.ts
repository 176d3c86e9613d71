import fc from 'fast-check';
import { questionsToAsk } from '../surveys/branching.js';
import type { SurveyDefinition } from '../surveys/definition.js';
import { stepOf } from './steps.js';

const survey: SurveyDefinition = {
  questions: [
    { key: 'score', type: 'nps', label: 'Would you recommend us?' },
    { key: 'why', type: 'text', label: 'What went wrong?', showIf: { category: ['detractor'] } },
    { key: 'quote', type: 'consent', label: 'May we quote you?', showIf: { category: ['promoter'] } },
    { key: 'topic', type: 'text', label: 'Anything else?' },
    { key: 'call', type: 'consent', label: 'May we call?', showIf: { question: 'topic', answered: true } },
  ],
};

function shown(answers: object, passed: string[] = []): { keys: string[]; isLast: boolean } {
  const { shown, isLast } = stepOf(survey, answers as Record<string, unknown>, new Set(passed));
  return { keys: shown.map(({ key }) => key), isLast };
}

describe('a survey with branches', () => {
  it('begins with the question everything hangs on', () => {
    expect(shown({})).toEqual({ keys: ['score'], isLast: false });
  });

  it('goes on with the branch of the answer, up to the next fork', () => {
    expect(shown({ score: 3 })).toEqual({ keys: ['score', 'why', 'topic'], isLast: false });
    expect(shown({ score: 9 })).toEqual({ keys: ['score', 'quote', 'topic'], isLast: false });
  });

  it('ends when no fork is left', () => {
    expect(shown({ score: 8, topic: 'Thanks' })).toEqual({ keys: ['score', 'topic', 'call'], isLast: true });
  });

  it('goes on past a question someone saw and left out', () => {
    expect(shown({ score: 8 }, ['score', 'topic'])).toEqual({ keys: ['score', 'topic'], isLast: true });
    expect(shown({}, ['score'])).toEqual({ keys: ['score', 'topic'], isLast: false });
  });

  it('leads through exactly the questions asked, whatever is answered or left out on the way', () => {
    const anyone = fc.record(
      {
        score: fc.nat(10),
        why: fc.constantFrom('', 'x'),
        quote: fc.boolean(),
        topic: fc.constantFrom('', 'x'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyone, (wishes: Record<string, unknown>) => {
        const answers: Record<string, unknown> = {};
        const seen: string[] = [];
        let step = shown(answers);
        for (let i = 0; i < survey.questions.length && !step.isLast; i++) {
          for (const key of step.keys.filter((key) => !seen.includes(key))) {
            seen.push(key);
            if (key in wishes) answers[key] = wishes[key];
          }
          step = shown(answers, seen);
        }
        expect(step).toEqual({ keys: questionsToAsk(survey, answers).map(({ key }) => key), isLast: true });
      }),
    );
  });
});

it('a survey without branches is one step', () => {
  const plain: SurveyDefinition = { questions: survey.questions.map(({ showIf: _, ...rest }) => rest) };
  expect(stepOf(plain, {})).toEqual({ shown: plain.questions, isLast: true });
});
