import { type Scaled, scaleOf } from './scale.js';

export const CATEGORIES = ['promoter', 'passive', 'detractor'] as const;
export type Category = (typeof CATEGORIES)[number];

/**
 * What a score says of the one who gave it. On the nps scale 9–10 is a promoter, 7–8 a passive, 0–6 a detractor
 * (Reichheld, "The One Number You Need to Grow", 2003). On every other scale the upper third of the range is a
 * promoter and the lower third a detractor, ends included: csat 4–5 / 3 / 1–2, ces 5–7 / 4 / 1–3.
 *
 * Throws a RangeError when the question has no scale or the score is not a whole number on it.
 */
export function categoryOf(question: Scaled, score: number): Category {
  const scale = scaleOf(question);
  if (!scale || !Number.isInteger(score) || score < scale.min || score > scale.max) {
    throw new RangeError(`${score} is not on the scale of a ${question.type} question`);
  }
  if (question.type === 'nps') return score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor';
  // Whole numbers throughout, so that exactly one third and two thirds fall on the right side.
  const thirds = 3 * (score - scale.min);
  const range = scale.max - scale.min;
  if (thirds >= 2 * range) return 'promoter';
  return thirds <= range ? 'detractor' : 'passive';
}
