import { questionKindOf } from './question.js';

describe('questionKindOf', () => {
  it.each([
    ['What could we do better?', 'improvement'],
    ['How could we improve?', 'improvement'],
    ['What do you dislike about Heed?', 'improvement'],
    ['What is the one thing you would change?', 'improvement'],
    ['What was good?', 'praise'],
    ['What do you like most?', 'praise'],
    ['Why did you give us this score?', 'reason'],
    ['What is the main reason for your rating?', 'reason'],
    ['What were you particularly satisfied and/or dissatisfied with?', 'other'],
    ['Anything else?', 'other'],
    ['', 'other'],
  ])('%s asks for %s', (question, kind) => {
    expect(questionKindOf(question)).toBe(kind);
  });

  it('is other where no question is known', () => {
    expect(questionKindOf(null)).toBe('other');
  });
});
