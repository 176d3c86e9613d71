/** A share of people, with the interval it lies in with 95 % confidence; all three from 0 to 1. */
export interface Rate {
  share: number;
  low: number;
  high: number;
}

/** How much greater one share is than another, from -1 to 1, with its 95 % interval. */
export interface RateDifference extends Rate {
  /** Whether the interval leaves out zero, so that chance alone hardly explains it. */
  isReal: boolean;
}

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959964;

/** The share of those asked who answered, with Wilson's score interval (1927); null when nobody was asked. */
export function rateOf(answered: number, asked: number): Rate | null {
  if (asked === 0) return null;
  const share = answered / asked;
  const weight = 1 + Z ** 2 / asked;
  const middle = (share + Z ** 2 / (2 * asked)) / weight;
  const half = (Z / weight) * Math.sqrt((share * (1 - share)) / asked + Z ** 2 / (4 * asked ** 2));
  // At its ends the interval touches the share, and rounding would have it miss it.
  return {
    share,
    low: Math.max(0, Math.min(share, middle - half)),
    high: Math.min(1, Math.max(share, middle + half)),
  };
}

/** How much `rate` is above `other`, with Newcombe's hybrid score interval (1998, method 10). */
export function differenceOf(rate: Rate, other: Rate): RateDifference {
  const share = rate.share - other.share;
  const low = share - Math.hypot(rate.share - rate.low, other.high - other.share);
  const high = share + Math.hypot(rate.high - rate.share, other.share - other.low);
  return { share, low, high, isReal: low > 0 || high < 0 };
}
