import autocannon from 'autocannon';
import pg from 'pg';
import { type Bench, percentile, say } from './harness.js';
import { captureIntake } from './captured-sql.js';
import { hasPgbench, plainLoop } from './plain-loop.js';
import { type BenchTenant, openApp, sampleResponse } from './tenant.js';

const CONNECTIONS = [1, 16, 64];
const WARM_UP_SECONDS = 8;
/** Heed and the plain loop take turns this often, for a shared machine changes its speed within seconds. */
const ROUNDS = 3;
const SECONDS = 8;

/** Medians of the rounds. */
export interface IntakeFigure {
  connections: number;
  heedPerSecond: number;
  plainLoopPerSecond: number;
  /** Heed's rate as a share of the plain loop's. */
  share: number;
  p50Ms: number;
  p99Ms: number;
  /** Answers other than 201. */
  failures: number;
}

/** One response a request, over HTTP with an API key, durable with its event before the 201. */
export async function benchIntake(bench: Bench, tenant: BenchTenant): Promise<IntakeFigure[]> {
  const app = await openApp(bench.env);
  const statements = await captureIntake(app, tenant.tenantId);
  await app.close();
  say(
    `Intake: ${statements.length} round trips a response; plain loop by ${hasPgbench() ? 'pgbench' : 'Node'}`,
  );
  await load(bench, tenant, 16, WARM_UP_SECONDS);
  const figures: IntakeFigure[] = [];
  for (const connections of CONNECTIONS) {
    const rounds: IntakeFigure[] = [];
    while (rounds.length < ROUNDS) rounds.push(await round(bench, tenant, statements, connections));
    const figure = medianOf(rounds);
    say(`  ${JSON.stringify(figure)}`);
    figures.push(figure);
  }
  return figures;
}

async function round(
  bench: Bench,
  tenant: BenchTenant,
  statements: string[],
  connections: number,
): Promise<IntakeFigure> {
  const plainLoopPerSecond = await plainLoop(bench.services.databaseUrl, statements, connections, SECONDS);
  await tidyUp(bench.services.ownerUrl);
  const result = await load(bench, tenant, connections, SECONDS);
  const heedPerSecond = result['2xx'] / result.duration;
  return {
    connections,
    heedPerSecond: Math.round(heedPerSecond),
    plainLoopPerSecond: Math.round(plainLoopPerSecond),
    share: Number((heedPerSecond / plainLoopPerSecond).toFixed(2)),
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    failures: result.non2xx + result.errors,
  };
}

/** Heed is not to be measured beside the autovacuum of what the plain loop left. */
async function tidyUp(ownerUrl: string | undefined): Promise<void> {
  if (!ownerUrl) return;
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query('vacuum analyze response, event, outbox');
  await client.end();
}

function medianOf(rounds: IntakeFigure[]): IntakeFigure {
  const fields = Object.keys(rounds[0]!) as (keyof IntakeFigure)[];
  return Object.fromEntries(
    fields.map((field) => [
      field,
      percentile(
        rounds.map((round) => round[field]),
        0.5,
      ),
    ]),
  ) as unknown as IntakeFigure;
}

function load(
  bench: Bench,
  tenant: BenchTenant,
  connections: number,
  seconds: number,
): Promise<autocannon.Result> {
  let n = 0;
  return autocannon({
    url: `${bench.address}/v1/responses`,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        headers: { authorization: `Bearer ${tenant.apiKey}`, 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: JSON.stringify(sampleResponse(n++)) }),
      },
    ],
  });
}
