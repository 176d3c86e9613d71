import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { modelBytes } from '../src/analyzer/model-file.js';
import { exampleOfAnswer, exampleOfEmotions, exampleOfOwn, unasked } from './corpus.js';
import type { Example } from './dataset.js';
import { readEmotionRows } from './goemotions.js';
import { isHeldOut, readNhsRows } from './nhs.js';
import { ownSentences } from './own-sentences.js';
import { RECIPE, trainModel } from './trainer.js';

const USAGE = 'Usage: npm run train:analysis -- --data DIR [--out models/analysis-en.bin] [--seed 1]';

function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      out: { type: 'string', default: 'models/analysis-en.bin' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (values.data === undefined || !/^\d{1,9}$/.test(values.seed)) {
    say(USAGE);
    process.exitCode = 2;
    return;
  }
  const seed = Number(values.seed);
  const bytes = modelBytes(trainModel(examplesIn(values.data, seed), { ...RECIPE, seed }, say));
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, bytes);
  say(`${values.out}: ${(bytes.length / 2 ** 20).toFixed(2)} MiB`);
}

/** How often each answer is seen for each comment of Reddit: there are few of them, and they are what customers write. */
const ANSWER_WEIGHT = 3;

/** All that may be learned from: not the dev split, not the respondents held out. */
function examplesIn(data: string, seed: number): Example[] {
  const emotions = readEmotionRows(join(data, 'goemotions', 'train.tsv')).map(exampleOfEmotions);
  const comments = readNhsRows(join(data, 'nhs-fft', 'comments.csv'));
  const answers = comments.filter((row) => !isHeldOut(row)).map(exampleOfAnswer);
  return [
    ...emotions,
    ...Array<Example[]>(ANSWER_WEIGHT).fill(answers).flat(),
    ...unasked(answers),
    ...ownSentences(seed).map(exampleOfOwn),
  ];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main();
