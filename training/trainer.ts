import { createHash } from 'node:crypto';
import { ACTIONABILITIES } from '../src/analyzer/analysis.js';
import { EMOTION_LABELS, SENTIMENT_LABELS } from '../src/analyzer/labels.js';
import type { ModelHeader, ModelParts } from '../src/analyzer/model-file.js';
import { RowIndex } from '../src/analyzer/row-index.js';
import { calibrate, CUT, type Calibration } from './calibration.js';
import { type Example, type FeatureRows, featureRows, featuresOf, vocabularyOf } from './dataset.js';
import { type HeadShape, Network, type TrainingOptions } from './network.js';
import { quantised } from './quantise.js';

export interface Recipe extends TrainingOptions {
  leastExamples: number;
  mostRows: number;
  /** Into how many parts the examples are divided to calibrate the emotions on texts not trained on. */
  folds: number;
}

export const RECIPE: Recipe = {
  dimensions: 96,
  epochs: 5,
  learningRate: 0.5,
  dropout: 0.8,
  lengthExponent: 0.5,
  leastExamples: 4,
  mostRows: 43_000,
  folds: 3,
  seed: 1,
};

const HEADS: HeadShape[] = [
  { labels: EMOTION_LABELS.length, isExclusive: false, weight: 1 },
  { labels: SENTIMENT_LABELS.length, isExclusive: true, weight: 1 },
  { labels: ACTIONABILITIES.length, isExclusive: true, weight: 1 },
];

type Progress = (line: string) => void;

/** Trains the model that Heed ships. The same examples, recipe and seed make the same bytes. */
export function trainModel(examples: Example[], recipe: Recipe, tell: Progress): ModelParts {
  const hashes = examples.map(({ text, question }) => featuresOf(text, question));
  const vocabulary = vocabularyOf(hashes, recipe.leastExamples, recipe.mostRows);
  const features = featureRows(hashes, new RowIndex(vocabulary));
  tell(`${examples.length} examples, ${vocabulary.length} rows`);
  const calibration = crossCalibrate(examples, features, vocabulary.length, recipe, tell);
  const network = trainOn(examples, features, vocabulary.length, recipe, () => true, tell);
  const { table, scale } = quantised(network.table);
  const heads = concatenated(network.heads);
  const version = `en-${digestOf(vocabulary, heads, table)}`;
  const shape = { version, language: 'en', dimensions: recipe.dimensions, rows: vocabulary.length, scale };
  return { header: headerOf(shape, recipe, calibration), hashes: vocabulary, heads, table };
}

/** Each part is judged by a network that has not seen it; all parts together then say where to cut. */
function crossCalibrate(
  examples: Example[],
  features: FeatureRows,
  rows: number,
  recipe: Recipe,
  tell: Progress,
): Calibration[] {
  const judged: { outputs: Float32Array; truth: Float32Array }[] = [];
  for (let fold = 0; fold < recipe.folds; fold++) {
    tell(`calibrating ${fold + 1} of ${recipe.folds}`);
    const isApart = (example: number) => example % recipe.folds === fold;
    const network = trainOn(examples, features, rows, recipe, (example) => !isApart(example), tell);
    examples.forEach(({ targets, isMeasured }, example) => {
      if (!isApart(example) || !isMeasured || !targets[0]) return;
      judged.push({ outputs: network.outputs(example, features, 0), truth: targets[0] });
    });
  }
  return EMOTION_LABELS.map((_label, at) =>
    calibrate(
      judged.map(({ outputs }) => outputs[at]!),
      judged.map(({ truth }) => truth[at]!),
    ),
  );
}

function trainOn(
  examples: Example[],
  features: FeatureRows,
  rows: number,
  recipe: Recipe,
  isSeen: (example: number) => boolean,
  tell: Progress,
): Network {
  const network = new Network(rows, HEADS, recipe);
  const seen = Int32Array.from(examples.keys()).filter(isSeen);
  network.train(examples, seen, features, (epoch, loss) =>
    tell(`epoch ${epoch + 1}, loss ${loss.toFixed(4)}`),
  );
  return network;
}

type Shape = Pick<ModelHeader, 'version' | 'language' | 'dimensions' | 'rows' | 'scale'>;

function headerOf(shape: Shape, recipe: Recipe, calibration: Calibration[]): ModelHeader {
  return {
    ...shape,
    lengthExponent: recipe.lengthExponent,
    heads: {
      emotion: [...EMOTION_LABELS],
      sentiment: [...SENTIMENT_LABELS],
      actionability: [...ACTIONABILITIES],
    },
    calibration: calibration.map(({ slope, offset }) => ({ slope: round(slope), offset: round(offset) })),
    thresholds: EMOTION_LABELS.map(() => CUT),
  };
}

/** Names a model by what it has learned, so that no two that judge differently share a version. */
function digestOf(...parts: ArrayBufferView[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  return hash.digest('hex').slice(0, 8);
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function concatenated(parts: Float32Array[]): Float32Array {
  return Float32Array.from(parts.flatMap((part) => Array.from(part)));
}
