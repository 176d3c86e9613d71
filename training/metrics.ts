/** How often a label was rightly given (tp), wrongly given (fp) and wrongly not given (fn). */
export interface Counts {
  tp: number;
  fp: number;
  fn: number;
}

export interface LabelScore {
  precision: number;
  recall: number;
  f1: number;
  /** How many examples have the label. */
  support: number;
}

/** What is never given and never missed has no precision or recall: they are 0 then, as in scikit-learn. */
export function scoreOf({ tp, fp, fn }: Counts): LabelScore {
  return {
    precision: ratio(tp, tp + fp),
    recall: ratio(tp, tp + fn),
    f1: ratio(2 * tp, 2 * tp + fp + fn),
    support: tp + fn,
  };
}

/** Counts per label over examples; `weights` says how often each example counts (1 by default). */
export function countsOf(
  truth: ArrayLike<number>[],
  given: ArrayLike<number>[],
  labels: number,
  weights?: Int32Array,
): Counts[] {
  const counts = Array.from({ length: labels }, () => ({ tp: 0, fp: 0, fn: 0 }));
  truth.forEach((labelsTrue, example) => {
    const weight = weights ? weights[example]! : 1;
    if (weight === 0) return;
    for (let label = 0; label < labels; label++) {
      const [isTrue, isGiven] = [labelsTrue[label]! > 0, given[example]![label]! > 0];
      if (isTrue && isGiven) counts[label]!.tp += weight;
      else if (isGiven) counts[label]!.fp += weight;
      else if (isTrue) counts[label]!.fn += weight;
    }
  });
  return counts;
}

/** The mean of the labels' F1. */
export function macroF1(counts: Counts[]): number {
  return counts.reduce((sum, count) => sum + scoreOf(count).f1, 0) / Math.max(1, counts.length);
}

/** F1 of all decisions together. */
export function microF1(counts: Counts[]): number {
  const sum = (key: keyof Counts) => counts.reduce((total, count) => total + count[key], 0);
  return scoreOf({ tp: sum('tp'), fp: sum('fp'), fn: sum('fn') }).f1;
}

/**
 * The threshold on scores at which F1 is best: half-way to the next score below. 1 when nothing has the label.
 * Weighted by nothing; ties in score stay together. O(n log n).
 */
export function bestThreshold(scores: ArrayLike<number>, truth: ArrayLike<number>): number {
  const order = Array.from(scores, (_score, at) => at).sort((a, b) => scores[b]! - scores[a]!);
  const support = order.filter((at) => truth[at]! > 0).length;
  let [tp, best, threshold] = [0, 0, 1];
  order.forEach((example, rank) => {
    if (truth[example]! > 0) tp++;
    const [score, next] = [scores[example]!, scores[order[rank + 1] ?? -1] ?? 0];
    if (score === next) return;
    const f1 = ratio(2 * tp, rank + 1 + support);
    if (f1 > best) [best, threshold] = [f1, (score + next) / 2];
  });
  return threshold;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
