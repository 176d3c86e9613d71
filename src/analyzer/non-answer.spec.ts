import { nonAnswer } from './non-answer.js';
import { tokensOf } from './tokens.js';
import { wordsOf } from './words.js';

const BETTER = 'What could we do better?';
const GOOD = 'What was good?';

describe('an answer that names nothing', () => {
  it.each([
    ['Nothing', BETTER, 'positive'],
    ['Nothing at all really.', BETTER, 'positive'],
    ["Can't think of anything", BETTER, 'positive'],
    ['N/A', BETTER, 'positive'],
    ['Everything', BETTER, 'negative'],
    ['Nothing', GOOD, 'negative'],
    ['Everything.', GOOD, 'positive'],
    ['n/a', GOOD, 'neutral'],
    ['None', null, 'neutral'],
    ['Did not answer', BETTER, 'neutral'],
    ['Did not answer', GOOD, 'neutral'],
  ])('“%s” after “%s” is %s', (text, question, polarity) => {
    expect(nonAnswer(wordsOf(text, tokensOf(text)).forms, question)?.polarity).toBe(polarity);
  });

  it.each(['Nothing works', 'No reply to my mail', 'none of the staff helped', ''])('is not “%s”', (text) => {
    expect(nonAnswer(wordsOf(text, tokensOf(text)).forms, BETTER)).toBeNull();
  });
});
