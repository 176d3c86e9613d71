import type { Verbatim } from '../analyzer/analysis.js';
import { mainQuestion, type SurveyDefinition } from '../surveys/definition.js';
import { inLanguage } from '../surveys/language.js';
import { scaleOf } from '../surveys/scale.js';
import type { Category } from '../surveys/score.js';
import { labelOf } from '../surveys/wording.js';

/** What came back, as far as an analysis needs to know. */
export interface WrittenIn {
  id: string;
  contactId: string | null;
  surveyId: string;
  surveyVersion: number;
  revision: number;
  score: number | null;
  category: Category | null;
  language: string | null;
  verbatims: { question: string; text: string }[];
  respondedAt: Date;
}

/** One free text and where it stands. */
export interface Written {
  responseId: string;
  /** Of the response when it was read. */
  revision: number;
  /** Who wrote it, if that is known. */
  contactId: string | null;
  surveyId: string;
  /** Key of the question it answers. */
  question: string;
  respondedAt: Date;
  verbatim: Verbatim;
}

/** The free texts of a response with what is known around them, in the order of the survey. */
export function writtenIn(response: WrittenIn, definition: SurveyDefinition): Written[] {
  const { id: responseId, revision, contactId, surveyId, respondedAt, category } = response;
  const language = response.language ?? definition.language ?? null;
  const { questions } = inLanguage(definition, language ? [language] : []).definition;
  const score = shareOfScale(response.score, definition);
  return response.verbatims.map(({ question: key, text }) => {
    const asked = questions.find((one) => one.key === key);
    const question = asked ? labelOf(asked, category) : null;
    const verbatim = { text, question, language, score };
    return { responseId, revision, contactId, surveyId, question: key, respondedAt, verbatim };
  });
}

/** From 0 at the lower end of the main question's scale to 1 at its upper end. */
function shareOfScale(score: number | null, definition: SurveyDefinition): number | null {
  const main = mainQuestion(definition);
  const scale = main && scaleOf(main);
  return score === null || !scale ? null : (score - scale.min) / (scale.max - scale.min);
}
