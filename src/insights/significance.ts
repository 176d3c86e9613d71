/** How many of how many. */
export interface Share {
  count: number;
  total: number;
}

/** Below this many expected in any cell of the table the normal curve is no good likeness (Cochran 1954). */
const LEAST_EXPECTED = 5;
/** Tables whose chance differs by less than this factor count as equally unlikely; floats are not exact. */
const SAME_CHANCE = 1 + 1e-7;

/**
 * How likely two shares differ as much as these, or more, when nothing but chance tells them apart: from 0 to 1, two-sided. By
 * the pooled z-test for two proportions (Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions, 3rd ed.,
 * ch. 3), and by Fisher's exact test where counts are too small for it. 1 when either total is 0.
 */
export function chanceOfDifference(one: Share, other: Share): number {
  const [total, count] = [one.total + other.total, one.count + other.count];
  if (one.total === 0 || other.total === 0 || count === 0 || count === total) return 1;
  const leastExpected = (Math.min(count, total - count) * Math.min(one.total, other.total)) / total;
  if (leastExpected < LEAST_EXPECTED) return fisher(one, other);
  const pooled = count / total;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / one.total + 1 / other.total));
  const z = (one.count / one.total - other.count / other.total) / error;
  return erfc(Math.abs(z) / Math.SQRT2);
}

/**
 * Which of many findings to believe, so that at most the given share of those believed is expected to be chance, by
 * the step-up procedure of Benjamini & Hochberg (J. R. Stat. Soc. B 57, 1995). In the order of the chances given.
 */
export function believable(chances: readonly number[], falseShare: number): boolean[] {
  const ranked = [...chances].sort((a, b) => a - b);
  const last = ranked.findLastIndex((chance, index) => chance <= ((index + 1) / ranked.length) * falseShare);
  return chances.map((chance) => last >= 0 && chance <= ranked[last]!);
}

/** The complementary error function, with a relative error below 1.2e-7 (Numerical Recipes, 2nd ed., 6.2). For x ≥ 0. */
export function erfc(x: number): number {
  const t = 1 / (1 + x / 2);
  const series = ERFC.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return t * Math.exp(-x * x + series);
}

const ERFC = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];

/** All tables with the same margins that are no likelier than this one (Fisher 1922). */
function fisher(one: Share, other: Share): number {
  const [total, count] = [one.total + other.total, one.count + other.count];
  const logChance = (k: number) =>
    logChoose(one.total, k) + logChoose(other.total, count - k) - logChoose(total, count);
  const observed = Math.exp(logChance(one.count)) * SAME_CHANCE;
  let sum = 0;
  for (let k = Math.max(0, count - other.total); k <= Math.min(one.total, count); k++) {
    const chance = Math.exp(logChance(k));
    if (chance <= observed) sum += chance;
  }
  return Math.min(sum, 1);
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** Exact sums for small n, Stirling's series beyond, whose error there is below 1e-10. */
function logFactorial(n: number): number {
  if (n > 100) return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3);
  let sum = 0;
  for (let i = 2; i <= n; i++) sum += Math.log(i);
  return sum;
}
