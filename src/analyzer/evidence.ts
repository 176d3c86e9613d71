/** A range of tokens, `to` exclusive. */
export interface TokenRange {
  from: number;
  to: number;
}

/** What a token must add for itself, of what the strongest one adds: keeps words that merely lean along out. */
const LEAST_SHARE = 0.15;

/**
 * The range whose contributions stand out most (the maximum-sum window of what each adds above `LEAST_SHARE` of the
 * strongest, by Kadane's algorithm). Never empty: where nothing contributes it is the token that speaks least against.
 * Null without contributions. Linear time.
 */
export function strongestRange(contributions: Float32Array): TokenRange | null {
  if (contributions.length === 0) return null;
  let strongest = 0;
  contributions.forEach((contribution, at) => {
    if (contribution > contributions[strongest]!) strongest = at;
  });
  const least = contributions[strongest]! * LEAST_SHARE;
  let best = { from: strongest, to: strongest + 1 };
  if (least <= 0) return best;

  let [bestSum, start, sum] = [0, 0, 0];
  contributions.forEach((contribution, at) => {
    if (sum <= 0) [start, sum] = [at, 0];
    sum += contribution - least;
    if (sum > bestSum) [best, bestSum] = [{ from: start, to: at + 1 }, sum];
  });
  return best;
}
