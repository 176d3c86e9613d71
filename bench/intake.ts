import autocannon from 'autocannon';
import { type Bench, say } from './harness.js';
import { captureIntake } from './captured-sql.js';
import { hasPgbench, plainLoop } from './plain-loop.js';
import { type BenchTenant, openApp, sampleResponse } from './tenant.js';

const CONNECTIONS = [1, 16, 64];
const WARM_UP_SECONDS = 3;
const SECONDS = 8;

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
    const plainLoopPerSecond = await plainLoop(bench.services.databaseUrl, statements, connections, SECONDS);
    const result = await load(bench, tenant, connections, SECONDS);
    const heedPerSecond = result['2xx'] / result.duration;
    const figure = {
      connections,
      heedPerSecond: Math.round(heedPerSecond),
      plainLoopPerSecond: Math.round(plainLoopPerSecond),
      share: Number((heedPerSecond / plainLoopPerSecond).toFixed(2)),
      p50Ms: result.latency.p50,
      p99Ms: result.latency.p99,
      failures: result.non2xx + result.errors,
    };
    say(`  ${JSON.stringify(figure)}`);
    figures.push(figure);
  }
  return figures;
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
