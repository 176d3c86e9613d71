import type { Category } from '../surveys/score.js';

/** A Net Promoter Score and how far chance alone could have moved it; all in points from -100 to 100. */
export interface Nps {
  score: number;
  /** Ends of the 95 % confidence interval. */
  low: number;
  high: number;
}

/** Of the normal distribution, for 95 %. */
const Z_95 = 1.959964;

/**
 * The score, percent promoters minus percent detractors, with its 95 % confidence interval. Null without any response.
 *
 * The interval is the adjusted Wald one, the best of those compared by Rocks ("Interval Estimation for the Net Promoter
 * Score", The American Statistician 70, 2016): a plain normal interval after adding three responses, ¾ of a promoter,
 * ¾ of a detractor and 1½ passives. Without them a dozen promoters and nobody else would seem certain. It is cut at
 * ±100 and always holds the score.
 */
export function nps({ promoter, passive, detractor }: Readonly<Record<Category, number>>): Nps | null {
  const count = promoter + passive + detractor;
  if (count === 0) return null;
  const score = (100 * (promoter - detractor)) / count;
  const adjusted = { count: count + 3, promoter: promoter + 0.75, detractor: detractor + 0.75 };
  const difference = (adjusted.promoter - adjusted.detractor) / adjusted.count;
  const variance = (adjusted.promoter + adjusted.detractor) / adjusted.count - difference ** 2;
  const reach = 100 * Z_95 * Math.sqrt(variance / adjusted.count);
  return {
    score,
    low: Math.max(-100, Math.min(score, 100 * difference - reach)),
    high: Math.min(100, Math.max(score, 100 * difference + reach)),
  };
}
