import type { Feedback } from './feedback.js';

/** Whom to follow, spread over the whole demo: more would be too much to read. */
const WANTED: ((feedback: Feedback) => boolean)[] = [
  ({ topics }) => topics === 2,
  ({ category, topics }) => category === 'promoter' && topics === 0,
  ({ category, topics }) => category === 'detractor' && topics === 1,
  ({ category }) => category === 'passive',
  ({ topics }) => topics === 2,
  ({ category, topics }) => category === 'promoter' && topics === 1,
  ({ category, topics }) => category === 'detractor' && topics === 1,
  ({ category, topics }) => category === 'detractor' && topics === 0,
];

/** From each stretch of the feedback the first of the kind wanted there, if it has one. */
export function sampleOf(feedback: Feedback[]): Set<Feedback> {
  const stretch = Math.ceil(feedback.length / WANTED.length);
  const found = WANTED.map((isWanted, index) =>
    feedback
      .slice(index * stretch, (index + 1) * stretch)
      .find((one) => isWanted(one) && one.body.comment !== undefined),
  );
  return new Set(found.filter((one) => one !== undefined));
}
