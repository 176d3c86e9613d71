import { visitFeatures } from '../src/analyzer/features.js';
import { questionKindOf } from '../src/analyzer/question.js';
import { RowIndex } from '../src/analyzer/row-index.js';
import { tokensOf } from '../src/analyzer/tokens.js';

/** A text and what each head should make of it: a number for each label, or null where nobody said. */
export interface Example {
  text: string;
  question: string | null;
  targets: (Float32Array | null)[];
  /** Whether its labels are people's judgement of real text, so that thresholds may be set by it. */
  isMeasured: boolean;
}

/** Examples as rows of the table: those of example `i` lie in `rows` from `starts[i]` up to `starts[i + 1]`. */
export interface FeatureRows {
  rows: Int32Array;
  starts: Int32Array;
}

/** Hashes of the features of a text. */
export function featuresOf(text: string, question: string | null): Uint32Array {
  const hashes: number[] = [];
  visitFeatures(text, tokensOf(text), questionKindOf(question), (hash) => hashes.push(hash));
  return Uint32Array.from(hashes);
}

/** The features that the most examples share, at least `leastExamples` of them, at most `mostRows`; ascending. */
export function vocabularyOf(examples: Uint32Array[], leastExamples: number, mostRows: number): Uint32Array {
  const counts = new Map<number, number>();
  for (const hashes of examples)
    for (const hash of new Set(hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count >= leastExamples);
  frequent.sort(([hash, count], [otherHash, otherCount]) => otherCount - count || hash - otherHash);
  return Uint32Array.from(frequent.slice(0, mostRows), ([hash]) => hash).sort();
}

/** Features without a row are left out. */
export function featureRows(examples: Uint32Array[], vocabulary: RowIndex): FeatureRows {
  const starts = new Int32Array(examples.length + 1);
  const rows: number[] = [];
  examples.forEach((hashes, at) => {
    for (const hash of hashes) {
      const row = vocabulary.find(hash);
      if (row !== -1) rows.push(row);
    }
    starts[at + 1] = rows.length;
  });
  return { rows: Int32Array.from(rows), starts };
}
