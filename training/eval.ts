import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EmbeddedModel } from '../src/analyzer/model.js';
import {
  emotionReport,
  FIXED_THRESHOLDS,
  judgeEmotions,
  sentimentReport,
  themeReport,
  thresholdsFrom,
} from './evaluations.js';
import { readEmotionRows, readLabelNumbers } from './goemotions.js';
import { languageReport } from './language-evaluation.js';
import { isHeldOut, readNhsRows } from './nhs.js';
import { printed, type Report } from './report.js';

const USAGE = `Usage: npm run eval:analysis -- --data DIR [--file FILE [--labels FILE]] [--model FILE] [--json]
  --data    the folder with goemotions/ and nhs-fft/
  --file    measure on this file instead: .tsv as GoEmotions' (text, label numbers), .csv as that of the NHS comments
  --labels  names of the .tsv file's label numbers, a line each, where they are not GoEmotions' own
  --model   the model to measure (models/analysis-en.bin)
  --json    for machines`;

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      file: { type: 'string' },
      labels: { type: 'string' },
      model: { type: 'string', default: 'models/analysis-en.bin' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.data === undefined) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const model = EmbeddedModel.parse(readFileSync(values.model));
  const reports = values.file
    ? reportsOnFile(model, values.data, values.file, values.labels)
    : await reportsOnData(model, values.data);
  process.stdout.write(
    values.json ? `${JSON.stringify(reports, null, 2)}\n` : reports.map(printed).join('\n'),
  );
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
  ];
}

function reportsOnFile(model: EmbeddedModel, data: string, file: string, labels?: string): Report[] {
  if (file.endsWith('.csv')) return reportsOnComments(model, data, file);
  const judged = judgeEmotions(model, readEmotionRows(file, labels ? readLabelNumbers(labels) : undefined));
  const dev = judgeEmotions(model, readEmotionRows(join(data, 'goemotions', 'dev.tsv')));
  return [
    emotionReport(file, 'Thresholds chosen on GoEmotions dev.', judged, thresholdsFrom(dev)),
    emotionReport(file, 'Every label cut at a fixed 0.3.', judged, FIXED_THRESHOLDS),
  ];
}

/** Respondents the model was trained on are left out of a file that has them. */
function reportsOnComments(model: EmbeddedModel, data: string, file: string): Report[] {
  const training = readNhsRows(join(data, 'nhs-fft', 'comments.csv')).filter((row) => !isHeldOut(row));
  const trainedOn = new Set(training.map(({ respondent }) => respondent));
  const rows = readNhsRows(file).filter(({ respondent }) => !trainedOn.has(respondent));
  return [
    sentimentReport(file, 'Respondents not trained on.', model, rows),
    themeReport(file, training, rows),
  ];
}
