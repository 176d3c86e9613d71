import { RowIndex } from '../src/analyzer/row-index.js';
import { type Example, featureRows, featuresOf, vocabularyOf } from './dataset.js';
import { bestThreshold } from './metrics.js';
import { Network, probabilities, type TrainingOptions } from './network.js';

export interface LabelledText {
  text: string;
  question: string | null;
  /** 1 for each label that holds, else 0. */
  labels: Float32Array;
}

export interface LabelModel {
  /** The probability of each label. */
  judge(text: string, question: string | null): Float32Array;
  /** For each label the probability from which it is taken to hold, as found by cross-validation. */
  thresholds: number[];
}

const OPTIONS: TrainingOptions & { leastExamples: number; mostRows: number; folds: number } = {
  dimensions: 96,
  epochs: 30,
  learningRate: 0.5,
  dropout: 0.88,
  lengthExponent: 0.5,
  leastExamples: 2,
  mostRows: 43_000,
  folds: 5,
  seed: 1,
};

/** Vectors and one head for any labels, learned from nothing but these texts. Seconds for some thousands. */
export function trainLabels(texts: LabelledText[], options: Partial<typeof OPTIONS> = {}): LabelModel {
  const chosen = { ...OPTIONS, ...options };
  const judged = Array.from({ length: chosen.folds }, (_fold, fold) => {
    const judge = judgeOf(
      texts.filter((_text, at) => at % chosen.folds !== fold),
      chosen,
    );
    return texts
      .filter((_text, at) => at % chosen.folds === fold)
      .map((one) => ({ ...one, given: judge(one) }));
  }).flat();
  const thresholds = Array.from(texts[0]!.labels, (_label, label) =>
    bestThreshold(
      judged.map(({ given }) => given[label]!),
      judged.map(({ labels }) => labels[label]!),
    ),
  );
  const judge = judgeOf(texts, chosen);
  return { judge: (text, question) => judge({ text, question }), thresholds };
}

type Judge = (of: Pick<LabelledText, 'text' | 'question'>) => Float32Array;

function judgeOf(texts: LabelledText[], options: typeof OPTIONS): Judge {
  const hashes = texts.map(({ text, question }) => featuresOf(text, question));
  const vocabulary = vocabularyOf(hashes, options.leastExamples, options.mostRows);
  const index = new RowIndex(vocabulary);
  const examples: Example[] = texts.map(({ text, question, labels }) => ({
    text,
    question,
    targets: [labels],
    isMeasured: true,
  }));
  const shape = { labels: texts[0]!.labels.length, isExclusive: false, weight: 1 };
  const network = new Network(vocabulary.length, [shape], options);
  network.train(examples, Int32Array.from(examples.keys()), featureRows(hashes, index));
  return ({ text, question }) =>
    probabilities(network.outputs(0, featureRows([featuresOf(text, question)], index), 0), false);
}
