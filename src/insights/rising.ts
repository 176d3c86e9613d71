import { believable, erfc, type Share } from './significance.js';

/** A phrase and in how many texts it stands, lately and before. */
export interface Counted {
  phrase: string;
  now: number;
  before: number;
}

export interface Risen extends Counted {
  /** Dunning's G²: the higher, the less it is chance. */
  logLikelihood: number;
  /** How likely chance alone makes a difference of this size, from 0 to 1. */
  chance: number;
}

/** Of the phrases said to have risen, the share that may be chance. */
const FALSE_SHARE = 0.05;
/** A longer phrase that stands in this share of the texts of a shorter one is what these are about. */
const SAME_TOPIC = 2 / 3;

/**
 * The log-likelihood ratio of two shares (Dunning, Accurate Methods for the Statistics of Surprise and Coincidence,
 * Computational Linguistics 19, 1993): 0 where they are equal; good for rare events, too.
 */
export function logLikelihood(one: Share, other: Share): number {
  const [count, total] = [one.count + other.count, one.total + other.total];
  const cells = [one, other].flatMap(({ count: seen, total: of }) => [
    { seen, expected: (of * count) / total },
    { seen: of - seen, expected: (of * (total - count)) / total },
  ]);
  const sum = cells.reduce(
    (sum, { seen, expected }) => (seen === 0 ? sum : sum + seen * Math.log(seen / expected)),
    0,
  );
  return Math.max(0, 2 * sum);
}

/**
 * The phrases that are commoner now than before by more than chance, judged together: of many thousands, hundreds
 * seem to rise by chance alone. The surest first.
 */
export function risen(counted: readonly Counted[], totals: { now: number; before: number }): Risen[] {
  if (totals.now === 0 || totals.before === 0) return [];
  const tested = counted.map((one) => {
    const shares = [
      { count: one.now, total: totals.now },
      { count: one.before, total: totals.before },
    ] as const;
    const ratio = logLikelihood(...shares);
    // Twice the logarithm follows a χ² distribution with one degree of freedom, the square of a normal one.
    return { ...one, logLikelihood: ratio, chance: erfc(Math.sqrt(ratio / 2)) };
  });
  const believed = believable(
    tested.map(({ chance }) => chance),
    FALSE_SHARE,
  );
  return tested
    .filter(({ now, before }, index) => believed[index] && now / totals.now > before / totals.before)
    .sort((a, b) => b.logLikelihood - a.logLikelihood || (a.phrase < b.phrase ? -1 : 1));
}

/** One phrase for each topic, in the order given: the longest that nearly all of its texts hold. */
export function distinct(
  phrases: readonly Risen[],
  isPartOf: (phrase: string, other: string) => boolean,
): Risen[] {
  const whole = phrases.filter(
    (one) =>
      !phrases.some(
        (other) => other !== one && isPartOf(one.phrase, other.phrase) && other.now >= one.now * SAME_TOPIC,
      ),
  );
  const kept: Risen[] = [];
  for (const one of whole) {
    const isKnown = kept.some(({ phrase }) => isPartOf(phrase, one.phrase) || isPartOf(one.phrase, phrase));
    if (!isKnown) kept.push(one);
  }
  return kept;
}
