import { EMOTION_LABELS, SENTIMENT_LABELS } from '../src/analyzer/labels.js';
import type { EmbeddedModel } from '../src/analyzer/model.js';
import { CUT } from './calibration.js';
import type { EmotionRow } from './goemotions.js';
import { trainLabels } from './label-trainer.js';
import { bestThreshold } from './metrics.js';
import type { NhsRow } from './nhs.js';
import { NHS_THEMES, themesOf } from './nhs-themes.js';
import { exclusiveReport, multiLabelReport, type Report } from './report.js';

/** Rows with what the model makes of them. */
export interface JudgedEmotions {
  truth: Float32Array[];
  probabilities: Float32Array[];
}

export function judgeEmotions(model: EmbeddedModel, rows: EmotionRow[]): JudgedEmotions {
  const truth = rows.map(({ labels }) =>
    Float32Array.from(EMOTION_LABELS, (_label, at) => (labels.includes(at) ? 1 : 0)),
  );
  return { truth, probabilities: rows.map(({ text }) => model.read(text, null).judge().emotions) };
}

/** For each label the threshold at which its F1 on these rows is best. */
export function thresholdsFrom({ truth, probabilities }: JudgedEmotions): number[] {
  return EMOTION_LABELS.map((_label, label) =>
    bestThreshold(
      probabilities.map((given) => given[label]!),
      truth.map((labels) => labels[label]!),
    ),
  );
}

export function emotionReport(
  name: string,
  how: string,
  { truth, probabilities }: JudgedEmotions,
  thresholds: number[],
): Report {
  const given = probabilities.map((row) => row.map((value, at) => (value >= thresholds[at]! ? 1 : 0)));
  return multiLabelReport(`${name}: 28 emotions`, how, EMOTION_LABELS, truth, given);
}

export const FIXED_THRESHOLDS = EMOTION_LABELS.map(() => CUT);

/** The likeliest of three; rows without a sentiment are left out. */
export function sentimentReport(name: string, how: string, model: EmbeddedModel, rows: NhsRow[]): Report {
  const labelled = rows.filter(({ sentiment }) => sentiment !== null);
  const truth = labelled.map(({ sentiment }) => SENTIMENT_LABELS.indexOf(sentiment!));
  const given = labelled.map(({ text, question }) => {
    const { sentiment } = model.read(text, question).judge();
    const likeliest = Math.max(...SENTIMENT_LABELS.map((label) => sentiment[label]));
    return SENTIMENT_LABELS.findIndex((label) => sentiment[label] === likeliest);
  });
  return exclusiveReport(`${name}: sentiment`, how, SENTIMENT_LABELS, truth, given);
}

/** Vectors and head learned from the training rows alone, thresholds by cross-validation among them. */
export function themeReport(name: string, training: NhsRow[], rows: NhsRow[]): Report {
  const learned = trainLabels(training.map((row) => ({ ...row, labels: themesOf(row) })));
  const given = rows.map(({ text, question }) =>
    learned.judge(text, question).map((value, at) => (value >= learned.thresholds[at]! ? 1 : 0)),
  );
  const how = `Trained on ${training.length} comments of other respondents, thresholds by cross-validation among them.`;
  return multiLabelReport(`${name}: ten major themes`, how, NHS_THEMES, rows.map(themesOf), given);
}
