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
  epochs: 50,
  learningRate: 0.4,
  dropout: 0.9,
  lengthExponent: 0.5,
  leastExamples: 2,
  mostRows: 43_000,
  folds: 10,
  seed: 1,
};

/**
 * Vectors and heads for any labels, learned from nothing but these texts. There is a network for each fold, which has
 * not seen it: there it finds the thresholds; elsewhere the networks judge together (their mean). Seconds for some
 * thousands of texts.
 */
export function trainLabels(texts: LabelledText[], options: Partial<typeof OPTIONS> = {}): LabelModel {
  const chosen = { ...OPTIONS, ...options };
  const folds = Array.from({ length: chosen.folds }, (_fold, fold) => {
    const isApart = (_text: LabelledText, at: number) => at % chosen.folds === fold;
    const judge = judgeOf(
      texts.filter((text, at) => !isApart(text, at)),
      chosen,
    );
    const judged = texts.filter(isApart).map((one) => ({ ...one, given: judge(one) }));
    return { judge, judged };
  });
  const judged = folds.flatMap((fold) => fold.judged);
  const thresholds = Array.from(texts[0]!.labels, (_label, label) =>
    bestThreshold(
      judged.map(({ given }) => given[label]!),
      judged.map(({ labels }) => labels[label]!),
    ),
  );
  const judge = (text: string, question: string | null) =>
    meanOf(folds.map((fold) => fold.judge({ text, question })));
  return { judge, thresholds };
}

/** The mean of their log odds, which unlike the plain mean does not draw what all agree on towards the middle. */
function meanOf(vectors: Float32Array[]): Float32Array {
  return vectors[0]!.map((_value, at) => {
    const odds = vectors.reduce((sum, vector) => sum + logit(vector[at]!), 0) / vectors.length;
    return 1 / (1 + Math.exp(-odds));
  });
}

function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
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
