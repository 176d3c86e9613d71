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

/**
 * Counts per label over examples. A label is 0 where it does not hold; where what holds is said by different numbers, a wrong
 * one is both wrongly given and missed. `weights` says how often each example counts (1 by default).
 */
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
      const [right, answer] = [labelsTrue[label]!, given[example]![label]!];
      if (right !== 0 && right === answer) counts[label]!.tp += weight;
      if (answer !== 0 && right !== answer) counts[label]!.fp += weight;
      if (right !== 0 && right !== answer) counts[label]!.fn += weight;
    }
  });
  return counts;
}

/** The mean of the F1 of the labels that occur: rightly, wrongly or missed. */
export function macroF1(counts: Counts[]): number {
  const occurring = counts.filter(({ tp, fp, fn }) => tp + fp + fn > 0);
  return occurring.reduce((sum, count) => sum + scoreOf(count).f1, 0) / Math.max(1, occurring.length);
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
