import { firstTextQuestion, mainQuestion } from './definition.js';
import type { Question } from './question.js';

const nps: Question = { key: 'recommend', type: 'nps', label: 'Would you recommend us?' };
const comment: Question = { key: 'comment', type: 'text', label: 'Why?' };

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
