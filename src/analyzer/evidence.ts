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
 * Null without tokens. Linear time.
 */
export function strongestRange(contributions: Float32Array, from: number, to: number): TokenRange | null {
  if (from >= to) return null;
  let strongest = from;
  for (let at = from + 1; at < to; at++) if (contributions[at]! > contributions[strongest]!) strongest = at;
  const least = contributions[strongest]! * LEAST_SHARE;
  if (least <= 0) return { from: strongest, to: strongest + 1 };

  let [best, bestSum, start, sum] = [{ from: strongest, to: strongest + 1 }, 0, from, 0];
  for (let at = from; at < to; at++) {
    if (sum <= 0) [start, sum] = [at, 0];
    sum += contributions[at]! - least;
    if (sum > bestSum) [best, bestSum] = [{ from: start, to: at + 1 }, sum];
  }
  return best;
}
