import { believable, chanceOfDifference } from './significance.js';

/** Of the movements said to be real, the share that may be chance. */
const FALSE_SHARE = 0.05;

/** How many verbatims mention a theme in a period and in the one before. */
export interface Mentioned {
  verbatims: number;
  before: number;
}

/** What became of a theme's share of the verbatims since the period before. */
export interface Movement {
  verbatimsBefore: number;
  /** Of the verbatims of the period before, from 0 to 1; null when there were none. */
  shareBefore: number | null;
  /** Difference of the shares, from -1 to 1; null when there is none to compare. */
  change: number | null;
  /** How likely chance alone makes a difference of this size, from 0 to 1. */
  chance: number;
  /** Whether it is more than chance, judged together with the movements of all the other themes. */
  isSignificant: boolean;
}

/** The movements of themes, given the verbatims judged in the period and in the one before; in their order. */
export function movementsOf(
  themes: readonly Mentioned[],
  totals: { now: number; before: number },
): Movement[] {
  const chances = themes.map(({ verbatims, before }) =>
    chanceOfDifference({ count: verbatims, total: totals.now }, { count: before, total: totals.before }),
  );
  const significant = believable(chances, FALSE_SHARE);
  return themes.map(({ verbatims, before }, index) => {
    const [share, shareBefore] = [shareOf(verbatims, totals.now), shareOf(before, totals.before)];
    const change = share === null || shareBefore === null ? null : share - shareBefore;
    return {
      verbatimsBefore: before,
      shareBefore,
      change,
      chance: chances[index]!,
      isSignificant: significant[index]!,
    };
  });
}

/** From 0 to 1; null of nothing. */
export function shareOf(count: number, total: number): number | null {
  return total === 0 ? null : count / total;
}
