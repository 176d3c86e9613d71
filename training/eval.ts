import { parseArgs } from 'node:util';
import { evaluate } from './evaluate.js';
import { UnreadableData } from './labelled-file.js';
import { printed } from './report.js';

const USAGE = `Usage: npm run eval:analysis -- --data DIR [--file FILE [--labels FILE]] [--model FILE] [--json]
  --data    the folder with goemotions/ and nhs-fft/
  --file    measure on this file instead: .tsv as GoEmotions' (text, label numbers), .csv as that of the NHS comments,
            .jsonl as training/reviews-en.jsonl (text, themes with polarity, actionability)
  --labels  names of the .tsv file's label numbers, a line each: emotions, or keys of starter themes
  --model   the model to measure (models/analysis-en.bin)
  --json    for machines`;

process.exitCode = await main();

async function main(): Promise<number> {
  const options = parsed();
  if (options === null) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  try {
    const reports = await evaluate(options);
    process.stdout.write(
      options.json ? `${JSON.stringify(reports, null, 2)}\n` : reports.map(printed).join('\n'),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof UnreadableData)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function parsed() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        file: { type: 'string' },
        labels: { type: 'string' },
        model: { type: 'string', default: 'models/analysis-en.bin' },
        json: { type: 'boolean', default: false },
      },
    });
    return values.data === undefined ? null : { ...values, data: values.data };
  } catch {
    return null; // an option nobody knows
  }
}
