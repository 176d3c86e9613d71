import 'reflect-metadata';
import { rmSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { benchAnalysis } from './analysis.js';
import { benchBacklog } from './backlog.js';
import { Bench, say } from './harness.js';
import { benchImport } from './import.js';
import { benchInsights } from './insights.js';
import { benchIntake } from './intake.js';
import { benchLatency } from './latency.js';
import { makeTenant, openApp } from './tenant.js';

/**
 * `npm run bench [-- --json] [-- --quick]`: what Heed does on this machine, beside what the machine could
 * do. `--quick` leaves the import of a million rows out, and reads insights from fewer verbatims.
 */
const json = process.argv.includes('--json');
const isQuick = process.argv.includes('--quick');
const importSizes = isQuick ? [1_000, 100_000] : [1_000, 1_000_000];
const verbatims = isQuick ? 10_000 : 100_000;
say('Analysis of comments');
const analysis = benchAnalysis();
say(`  ${JSON.stringify(analysis)}`);
if (!process.env.DATABASE_URL) rmSync('.heed/bench', { recursive: true, force: true });

const bench = await Bench.start();
try {
  await bench.run('main');
  const app = await openApp(bench.env);
  const [first, second, third, fourth] = [
    await makeTenant(app, bench.address),
    await makeTenant(app, bench.address),
    await makeTenant(app, bench.address),
    await makeTenant(app, bench.address),
  ];
  await app.close();
  const intake = await benchIntake(bench, first);
  await clearOutbox();
  say('Backlog drained by one worker');
  const backlog = await benchBacklog(bench, second);
  say(`  ${JSON.stringify(backlog)}`);
  say('From accepted response to visible task');
  await bench.run('worker');
  const latency = await benchLatency(bench, third);
  say(`  ${JSON.stringify(latency)}`);
  await bench.end('worker');
  say('Insights into a year of verbatims');
  const insights = await benchInsights(bench, fourth, verbatims);
  say(`  ${JSON.stringify(insights)}`);
  say('Import of a CSV file');
  const imports = await benchImport(bench, first, importSizes);
  report({ machine: machine(), analysis, intake, backlog, latency, insights, imports });
} finally {
  await bench.stop();
}

/** The intake's thousands of events are not what the next measurements are about, nor the last that come late. */
async function clearOutbox(): Promise<void> {
  const client = new pg.Client(bench.services.databaseUrl);
  await client.connect();
  while ((await client.query('delete from outbox')).rowCount !== 0) await sleep(500);
  await client.end();
}

function machine() {
  return {
    cores: cpus().length,
    model: cpus()[0]?.model,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}

function report(figures: object): void {
  if (json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  else console.dir(figures, { depth: null });
}
