import type { SurveyDefinition } from '../surveys/definition.js';
import { soundAnswers } from './sound-answers.js';

const survey: SurveyDefinition = {
  questions: [
    { key: 'score', type: 'nps', label: 'Recommend?', required: true },
    { key: 'why', type: 'text', label: 'Why?', required: true, showIf: { category: ['detractor'] } },
    { key: 'effort', type: 'ces', label: 'Easy?' },
  ],
};

describe('what is kept of a form that is being filled in', () => {
  it('is what was answered, though more is required', () => {
    expect(soundAnswers(survey, { score: 3 })).toEqual({ score: 3 });
    expect(soundAnswers(survey, { effort: 5 })).toEqual({ effort: 5 });
  });

  it('leaves out what cannot be accepted, and what is not asked after all', () => {
    expect(soundAnswers(survey, { score: 3, why: 'Slow', effort: 'very' })).toEqual({
      score: 3,
      why: 'Slow',
    });
    expect(soundAnswers(survey, { score: 9, why: 'Slow' })).toEqual({ score: 9 });
    expect(soundAnswers(survey, { score: 11, why: 'Slow', effort: 5 })).toEqual({ effort: 5 });
  });

  it('is nothing when there is nothing', () => {
    expect(soundAnswers(survey, {})).toEqual({});
    expect(soundAnswers(survey, { score: 'x', effort: 99 })).toEqual({});
  });
});
