import { type Interval, intervalsOf } from './bootstrap.js';
import { countsOf, macroF1, microF1, scoreOf, type LabelScore } from './metrics.js';

export interface Report {
  title: string;
  /** How it was measured, as plainly as can be. */
  how: string;
  examples: number;
  labels: (LabelScore & { label: string; interval: Interval })[];
  summary: Record<string, Interval>;
}

/** Several labels may hold: F1 of each, their mean (macro) and that of all decisions (micro). */
export function multiLabelReport(
  title: string,
  how: string,
  names: readonly string[],
  truth: ArrayLike<number>[],
  given: ArrayLike<number>[],
): Report {
  const counts = countsOf(truth, given, names.length);
  const [macro, micro, ...each] = intervalsOf(truth.length, (weights) => {
    const drawn = countsOf(truth, given, names.length, weights);
    return [macroF1(drawn), microF1(drawn), ...drawn.map((count) => scoreOf(count).f1)];
  });
  const labels = names.map((label, at) => ({ label, ...scoreOf(counts[at]!), interval: each[at]! }));
  return { title, how, examples: truth.length, labels, summary: { 'macro F1': macro!, 'micro F1': micro! } };
}

/** Exactly one label holds: F1 of each, their mean, and the share judged rightly. */
export function exclusiveReport(
  title: string,
  how: string,
  names: readonly string[],
  truth: number[],
  given: number[],
): Report {
  const oneHot = (label: number) => names.map((_name, at) => (at === label ? 1 : 0));
  const report = multiLabelReport(title, how, names, truth.map(oneHot), given.map(oneHot));
  const { 'micro F1': accuracy, 'macro F1': macro } = report.summary; // with one label each the two are the same
  return { ...report, summary: { accuracy: accuracy!, 'macro F1': macro! } };
}

export function printed({ title, how, examples, labels, summary }: Report): string {
  const header = ['', 'precision', 'recall', 'F1', '95 %', 'support'];
  const rows = labels.map(({ label, precision, recall, f1, interval, support }) => [
    label,
    ...[precision, recall, f1].map(digits),
    `${digits(interval.low)}–${digits(interval.high)}`,
    String(support),
  ]);
  const totals = Object.entries(summary).map(
    ([name, { value, low, high }]) => `${name} ${value.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`,
  );
  return [
    `## ${title}`,
    `${how} ${examples} examples.`,
    ...(rows.length > 0 ? aligned([header, ...rows]) : []),
    totals.join(' · '),
    '',
  ].join('\n');
}

function aligned(rows: string[][]): string[] {
  const widths = rows[0]!.map((_cell, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ')
      .trimEnd(),
  );
}

function digits(value: number): string {
  return value.toFixed(2);
}
