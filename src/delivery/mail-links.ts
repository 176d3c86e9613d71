import type { Scale } from '../surveys/scale.js';

/** Where the links of one person's mail lead. */
export interface MailLinks {
  /** Their own page. */
  answer: string;
  unsubscribe: string;
}

/** The page with a score chosen: following it records nothing yet, for machines follow links too. */
export function scoreLink({ answer }: MailLinks, score: number): string {
  return `${answer}${answer.includes('?') ? '&' : '?'}score=${score}`;
}

/** All scores of a scale, the lowest first. */
export function scoresOf({ min, max }: Scale): number[] {
  return Array.from({ length: max - min + 1 }, (_, i) => min + i);
}
