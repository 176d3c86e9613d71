import { join } from 'node:path';
import { EmbeddedModel } from '../src/analyzer/model.js';
import { UnreadableModel } from '../src/analyzer/model-file.js';
import { STARTER_THEMES } from '../src/analyzer/starter-themes.js';
import {
  emotionReport,
  FIXED_THRESHOLDS,
  judgeEmotions,
  sentimentReport,
  themeReport,
  thresholdsFrom,
} from './evaluations.js';
import { readEmotionRows, readLabelNumbers } from './goemotions.js';
import { bytesOf, linesOf, UnreadableData } from './labelled-file.js';
import { type LabelledComment, readLabelledComments } from './labelled-comment.js';
import { languageReport } from './language-evaluation.js';
import { isHeldOut, readNhsRows } from './nhs.js';
import type { Report } from './report.js';
import { reviewReports } from './review-evaluation.js';

export interface EvaluationOptions {
  /** The folder with `goemotions/` and `nhs-fft/`. */
  data: string;
  /** A labelled file to measure on instead. */
  file?: string;
  /** Names of the label numbers of a `.tsv` file. */
  labels?: string;
  model: string;
}

const THEME_KEYS = STARTER_THEMES.map(({ key }) => key);
const OWN_FILES = ['reviews', 'themes', 'actionability'].map((name) => `training/${name}-en.jsonl`);

/** Measures a model on the data sets, or on one file. Throws `UnreadableData` for files that are not as they should be. */
export function evaluate({ data, file, labels, model: modelFile }: EvaluationOptions): Promise<Report[]> {
  const model = modelIn(modelFile);
  return file === undefined
    ? reportsOnData(model, data)
    : Promise.resolve(reportsOnFile(model, data, file, labels));
}

function modelIn(file: string): EmbeddedModel {
  try {
    return EmbeddedModel.parse(bytesOf(file));
  } catch (error) {
    throw error instanceof UnreadableModel ? new UnreadableData(`${file}: ${error.message}`) : error;
  }
}

async function reportsOnData(model: EmbeddedModel, data: string): Promise<Report[]> {
  const devRows = readEmotionRows(join(data, 'goemotions', 'dev.tsv'));
  const dev = judgeEmotions(model, devRows);
  const comments = readNhsRows(join(data, 'nhs-fft', 'comments.csv'));
  const [heldOut, training] = [comments.filter(isHeldOut), comments.filter((row) => !isHeldOut(row))];
  return [
    emotionReport(
      'GoEmotions dev',
      'Thresholds chosen on these very rows, which flatters a little.',
      dev,
      thresholdsFrom(dev),
    ),
    emotionReport(
      'GoEmotions dev',
      'Every label cut at a fixed 0.3; dev was not learned from.',
      dev,
      FIXED_THRESHOLDS,
    ),
    sentimentReport('NHS comments', 'Respondents held out from training.', model, heldOut),
    themeReport('NHS comments', training, heldOut),
    await languageReport('GoEmotions dev', devRows),
    ...OWN_FILES.flatMap((own) => reportsOnLabelled(model, own)),
  ];
}

function reportsOnFile(model: EmbeddedModel, data: string, file: string, labels?: string): Report[] {
  if (file.endsWith('.csv')) return reportsOnComments(model, data, file);
  if (file.endsWith('.jsonl')) return reportsOnLabelled(model, file);
  if (!file.endsWith('.tsv')) throw new UnreadableData(`${file}: not a .tsv, .csv or .jsonl file`);
  const themes = labels === undefined ? null : themeNumbers(labels);
  if (themes !== null) return reviewReports(file, 'Untrained.', model, themedRows(file, themes));
  const numbers = labels === undefined ? undefined : readLabelNumbers(labels);
  const judged = judgeEmotions(model, readEmotionRows(file, numbers));
  const dev = judgeEmotions(model, readEmotionRows(join(data, 'goemotions', 'dev.tsv')));
  return [
    emotionReport(file, 'Thresholds chosen on GoEmotions dev.', judged, thresholdsFrom(dev)),
    emotionReport(file, 'Every label cut at a fixed 0.3.', judged, FIXED_THRESHOLDS),
  ];
}

/** The starter themes that the label numbers stand for; null for other names. */
function themeNumbers(labels: string): number[] | null {
  const isThemes = linesOf(labels).some((name) => THEME_KEYS.includes(name.trim()));
  return isThemes ? readLabelNumbers(labels, THEME_KEYS) : null;
}

function themedRows(file: string, numbers: number[]): LabelledComment[] {
  return readEmotionRows(file, numbers).map(({ text, labels }) => ({
    text,
    question: null,
    themes: new Map(labels.map((label) => [THEME_KEYS[label]!, null])),
    actionability: null,
    part: null,
  }));
}

/** Its parts one by one: what was looked at to mend faults does not measure how many are left. */
function reportsOnLabelled(model: EmbeddedModel, file: string): Report[] {
  const rows = readLabelledComments(file);
  const parts = [...new Set(rows.map(({ part }) => part))];
  return parts.flatMap((part) =>
    reviewReports(
      part === null ? file : `${file}, ${part}`,
      'Untrained.',
      model,
      rows.filter((row) => row.part === part),
    ),
  );
}

/** Respondents the model was trained on are left out of a file that has them. */
function reportsOnComments(model: EmbeddedModel, data: string, file: string): Report[] {
  const training = readNhsRows(join(data, 'nhs-fft', 'comments.csv')).filter((row) => !isHeldOut(row));
  const trainedOn = new Set(training.map(({ respondent }) => respondent));
  const rows = readNhsRows(file).filter(({ respondent }) => !trainedOn.has(respondent));
  if (rows.length === 0) throw new UnreadableData(`${file}: no comments of respondents not trained on`);
  return [
    sentimentReport(file, 'Respondents not trained on.', model, rows),
    themeReport(file, training, rows),
  ];
}
