import { randomOf } from '../src/analyzer/seeded.js';

export interface Interval {
  value: number;
  low: number;
  high: number;
}

/** Intervals move in the third decimal between seeds at this number. */
export const RESAMPLES = 1_000;

/**
 * 95 % percentile intervals of statistics over examples drawn with replacement (Efron 1979). A statistic is given how
 * often each example counts, and gives its values in a fixed order.
 */
export function intervalsOf(
  examples: number,
  statistics: (weights?: Int32Array) => number[],
  seed = 1,
  resamples = RESAMPLES,
): Interval[] {
  const random = randomOf(seed);
  const drawn = Array.from({ length: resamples }, () => {
    const weights = new Int32Array(examples);
    for (let at = 0; at < examples; at++) weights[Math.floor(random() * examples)]!++;
    return statistics(weights);
  });
  return statistics().map((value, at) => {
    const sorted = drawn.map((values) => values[at]!).sort((a, b) => a - b);
    return { value, low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
  });
}

function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
