import fc from 'fast-check';
import type { SurveyDefinition } from '../surveys/definition.js';
import { answersIn, scoreIn, seenIn } from './form.js';

const choices = [
  { key: 'price', label: 'Price' },
  { key: 'service', label: 'Service' },
];
const survey: SurveyDefinition = {
  questions: [
    { key: 'score', type: 'nps', label: 'Recommend?' },
    { key: 'why', type: 'text', label: 'Why?' },
    { key: 'topics', type: 'multi_choice', label: 'Topics', choices },
    { key: 'reason', type: 'single_choice', label: 'Reason', choices },
    { key: 'quote', type: 'consent', label: 'May we quote you?' },
  ],
};

const read = (form: string) => answersIn(survey, new URLSearchParams(form));

describe('the answers in a form', () => {
  it('are a score, a text, choices and a consent', () => {
    expect(read('score=0&why=a%0D%0Ab&topics=price&topics=service&reason=price&quote=false')).toEqual({
      score: 0,
      why: 'a\nb',
      topics: ['price', 'service'],
      reason: 'price',
      quote: false,
    });
  });

  it('leave out what was left empty, and what is asked by nobody', () => {
    expect(read('score=&why=+&_act=send&other=1')).toEqual({});
  });

  it('stay as they are where they cannot be read, so that they are refused rather than lost', () => {
    expect(read('score=nine&quote=perhaps')).toEqual({ score: 'nine', quote: 'perhaps' });
  });

  it('are read without throwing, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('score', 'why', 'quote', '__proto__'), fc.string())),
        (fields) => {
          expect(Object.getPrototypeOf(answersIn(survey, new URLSearchParams(fields)))).toBe(
            Object.prototype,
          );
        },
      ),
    );
  });
});

describe('the score in a link', () => {
  const nps = survey.questions[0]!;
  it.each([
    ['9', { score: 9 }],
    ['0', { score: 0 }],
    ['11', null],
    ['-1', null],
    ['9.5', null],
    ['', null],
    [undefined, null],
  ])('%s', (score, answers) => expect(scoreIn(nps, score)).toEqual(answers));
});

it('the questions seen are told by their keys', () => {
  expect([...seenIn(new URLSearchParams('_seen=score+why'))]).toEqual(['score', 'why']);
  expect(seenIn(new URLSearchParams())).toEqual(new Set());
});
