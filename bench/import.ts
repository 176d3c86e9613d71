import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, say } from './harness.js';
import { writeCsv } from './make-csv.js';
import type { BenchTenant } from './tenant.js';

const SAMPLING_MS = 100;

export interface ImportFigure {
  rows: number;
  /** Whether each row names a contact and an account as well. */
  withContacts: boolean;
  rowsPerSecond: number;
  seconds: number;
  /** Highest resident memory of the importing process; null where the system does not tell. */
  peakRssMiB: number | null;
}

/** `heed import responses` on made-up files, small and large, as a user runs it. */
export async function benchImport(
  bench: Bench,
  tenant: BenchTenant,
  sizes: number[],
): Promise<ImportFigure[]> {
  const figures: ImportFigure[] = [];
  for (const rows of sizes) {
    for (const withContacts of [false, true]) {
      const file = join('.heed', `bench-${rows}.csv`);
      const stream = createWriteStream(file);
      await writeCsv(rows, stream);
      await new Promise((resolve) => stream.end(resolve));
      const figure = { rows, withContacts, ...(await run(bench, tenant, file, rows, withContacts)) };
      say(`  ${JSON.stringify(figure)}`);
      figures.push(figure);
      rmSync(file);
    }
  }
  return figures;
}

async function run(bench: Bench, tenant: BenchTenant, file: string, rows: number, withContacts: boolean) {
  const survey = `import-${rows}-${withContacts ? 'with' : 'without'}-contacts`;
  await tenant.post('/v1/surveys', { key: survey, name: survey, definition: DEFINITION });
  const unmapped = ['contact.externalId=', 'contact.email=', 'account.name='];
  const map = ['score=Score', 'comment=Comment', ...(withContacts ? [] : unmapped)].join(',');
  const cli = join(import.meta.dirname, '../src/cli.js');
  const args = [
    cli,
    'import',
    'responses',
    file,
    '--tenant',
    tenant.tenantId,
    '--survey',
    survey,
    '--map',
    map,
  ];
  const child = spawn(process.execPath, [...args, '--json'], {
    env: bench.env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  let peakRssMiB: number | null = null;
  const sampling = setInterval(() => (peakRssMiB = peakRss(child.pid!) ?? peakRssMiB), SAMPLING_MS);
  const [code] = (await once(child, 'close')) as [number];
  clearInterval(sampling);
  if (code !== 0) throw new Error(`heed import ended with ${code}: ${output}`);
  const { startedAt, finishedAt, counts } = JSON.parse(output) as Outcome;
  if (counts.imported !== rows) throw new Error(`Imported ${counts.imported} of ${rows} rows.`);
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000;
  return { rowsPerSecond: Math.round(rows / seconds), seconds, peakRssMiB };
}

interface Outcome {
  startedAt: string;
  finishedAt: string;
  counts: { imported: number };
}

const DEFINITION = {
  questions: [
    { key: 'score', type: 'nps', label: 'How likely are you to recommend us?' },
    { key: 'comment', type: 'text', label: 'What is the main reason?' },
  ],
};

/** The most memory Linux saw the process hold, in MiB. */
function peakRss(pid: number): number | null {
  try {
    const kib = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kib === undefined ? null : Math.round(Number(kib) / 1024);
  } catch {
    return null;
  }
}
