export const QUESTION_TYPES = [
  'nps',
  'csat',
  'ces',
  'rating',
  'text',
  'single_choice',
  'multi_choice',
  'consent',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** What is known of a question's answers by how it is asked. */
export interface Scaled {
  type: QuestionType;
  /** Ends of a rating's scale, both included; 1 and 5 unless said otherwise. */
  min?: number;
  max?: number;
}

export interface Scale {
  min: number;
  max: number;
}

/** Ratings run from anywhere to anywhere within 0 to this. */
export const MAX_RATING = 100;

const FIXED_SCALES: Partial<Record<QuestionType, Scale>> = {
  nps: { min: 0, max: 10 },
  csat: { min: 1, max: 5 },
  ces: { min: 1, max: 7 },
};
const DEFAULT_RATING: Scale = { min: 1, max: 5 };

/** The scale a question is answered on, both ends included, or null when it is not answered by a score. */
export function scaleOf(question: Scaled): Scale | null {
  if (question.type !== 'rating') return FIXED_SCALES[question.type] ?? null;
  return { min: question.min ?? DEFAULT_RATING.min, max: question.max ?? DEFAULT_RATING.max };
}
