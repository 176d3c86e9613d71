import type { SurveyDefinition } from '../surveys/definition.js';
import { writtenIn } from './written.js';

const survey: SurveyDefinition = {
  language: 'de',
  questions: [
    { key: 'ease', type: 'ces', label: 'How easy was it?' },
    { key: 'why', type: 'text', label: 'Why?' },
    { key: 'wish', type: 'text', label: 'What could we do better?' },
  ],
};
const response = {
  id: 'r-1',
  contactId: null,
  surveyId: 's-1',
  surveyVersion: 1,
  revision: 1,
  score: 4,
  category: 'passive' as const,
  language: null,
  verbatims: [
    { question: 'why', text: 'Schnell.' },
    { question: 'wish', text: 'Nichts' },
  ],
  respondedAt: new Date('2026-01-05T10:00:00Z'),
};

describe('what was written in a response', () => {
  it('is each free text with its question, the likely language and the score as a share of its scale', () => {
    expect(writtenIn(response, survey).map(({ verbatim }) => verbatim)).toEqual([
      { question: 'Why?', text: 'Schnell.', language: 'de', score: 0.5 },
      { question: 'What could we do better?', text: 'Nichts', language: 'de', score: 0.5 },
    ]);
    expect(writtenIn(response, survey)[1]).toMatchObject({ responseId: 'r-1', question: 'wish' });
  });

  it('is taken to be in the language of the respondent before that of the survey', () => {
    expect(writtenIn({ ...response, language: 'fr' }, survey)[0]!.verbatim.language).toBe('fr');
  });

  it('goes with the question as this person was asked it', () => {
    const [why, ...others] = survey.questions.slice(1);
    const worded: SurveyDefinition = {
      language: 'de',
      questions: [survey.questions[0]!, { ...why!, labelFor: { passive: 'Was fehlt?' } }, ...others],
      translations: {
        en: {
          questions: {
            ease: { label: 'Easy?' },
            why: { label: 'Why?', labelFor: { passive: 'What is missing?' } },
            wish: { label: 'And?' },
          },
        },
      },
    };
    const asked = (language: string | null) =>
      writtenIn({ ...response, language }, worded)[0]!.verbatim.question;
    expect(asked(null)).toBe('Was fehlt?');
    expect(asked('en-GB')).toBe('What is missing?');
  });

  it('has no score when none was given, or the survey asks for none', () => {
    expect(writtenIn({ ...response, score: null }, survey)[0]!.verbatim.score).toBeNull();
    const silent = { questions: survey.questions.slice(1) };
    expect(writtenIn(response, silent)[0]!.verbatim).toMatchObject({ score: null, language: null });
  });

  it('is nothing when nothing was written', () => {
    expect(writtenIn({ ...response, verbatims: [] }, survey)).toEqual([]);
  });
});
