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
import { benchLaunch } from './launch.js';
import { benchMail } from './mail.js';
import { benchPage } from './page.js';
import { type BenchTenant, makeTenant, openApp } from './tenant.js';

/** What is measured, in this order: each on a tenant of its own. */
const MEASUREMENTS: Record<string, (bench: Bench, tenant: BenchTenant) => unknown> = {
  analysis: () => benchAnalysis(),
  intake: benchIntake,
  backlog: async (bench, tenant) => {
    await clearOutbox(bench);
    return benchBacklog(bench, tenant);
  },
  latency: async (bench, tenant) => {
    await bench.run('worker');
    const figure = await benchLatency(bench, tenant);
    await bench.end('worker');
    return figure;
  },
  insights: (bench, tenant) => benchInsights(bench, tenant, verbatims),
  launch: (bench, tenant) => benchLaunch(bench, tenant, launchSize),
  page: benchPage,
  mail: (bench, tenant) => benchMail(bench, tenant, mails),
  imports: (bench, tenant) => benchImport(bench, tenant, importSizes),
};

/**
 * `npm run bench [-- name …] [-- --json] [-- --quick]`: what Heed does on this machine, beside what the machine could
 * do; all of it, or the measurements named. `--quick` does with about a tenth
 * of the rows what is else done with all.
 */
const json = process.argv.includes('--json');
const isQuick = process.argv.includes('--quick');
const launchSize = isQuick ? 100_000 : 1_000_000;
const mails = isQuick ? 3_000 : 20_000;
const verbatims = isQuick ? 10_000 : 100_000;
const importSizes = isQuick ? [1_000, 100_000] : [1_000, 1_000_000];
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = named.filter((name) => !(name in MEASUREMENTS));
if (unknown.length > 0) {
  throw new Error(
    `No such measurement: ${unknown.join(', ')}. There are ${Object.keys(MEASUREMENTS).join(', ')}.`,
  );
}
if (!process.env.DATABASE_URL) rmSync('.heed/bench', { recursive: true, force: true });

const bench = await Bench.start();
try {
  await bench.run('main');
  const figures: Record<string, unknown> = { machine: machine() };
  for (const name of named.length > 0 ? named : Object.keys(MEASUREMENTS)) {
    say(name);
    figures[name] = await MEASUREMENTS[name]!(bench, await newTenant(bench));
    say(`  ${JSON.stringify(figures[name])}`);
  }
  report(figures);
} finally {
  await bench.stop();
}

async function newTenant({ env, address }: Bench): Promise<BenchTenant> {
  const app = await openApp(env);
  const tenant = await makeTenant(app, address);
  await app.close();
  return tenant;
}

/** The intake's thousands of events are not what the next measurements are about, nor the last that come late. */
async function clearOutbox({ services }: Bench): Promise<void> {
  const client = new pg.Client(services.databaseUrl);
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
