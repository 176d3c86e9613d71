import type { Properties } from '../platform/properties.js';

/** Answers that come out of the ballot box in one transaction at most. Far above any `minimumGroup`. */
export const LOT_LIMIT = 2_000;

/** Answers in the box that carry the same properties. */
export interface Waiting {
  properties: Properties;
  count: number;
}

/** Answers that come out together, chosen by chance. */
export interface Lot {
  /** Of the group they are taken from; null when they are of any group, and come out without properties. */
  properties: Properties | null;
  count: number;
}

/**
 * How many of a group may come out, given how many wait. Never fewer than `minimumGroup`; and while the wave is open
 * as many stay behind, so that whoever answers last is as hidden among others as whoever answered first.
 */
export function lotOf(waiting: number, minimumGroup: number, isLast: boolean): number {
  if (isLast && waiting <= LOT_LIMIT) return waiting >= minimumGroup ? waiting : 0;
  const free = Math.min(waiting - minimumGroup, LOT_LIMIT);
  return free >= minimumGroup ? free : 0;
}

/**
 * The next answers that may come out; null when there are none. Once the wave is closed, what is left of groups that
 * are too small comes out together, if that is enough.
 */
export function nextLot(groups: readonly Waiting[], minimumGroup: number, isLast: boolean): Lot | null {
  for (const { properties, count } of groups) {
    const lot = lotOf(count, minimumGroup, isLast);
    if (lot > 0) return { properties, count: lot };
  }
  if (!isLast) return null;
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  const count = lotOf(all, minimumGroup, true);
  return count > 0 ? { properties: null, count } : null;
}
