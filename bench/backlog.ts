import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Bench } from './harness.js';
import { type BenchTenant, sampleResponse } from './tenant.js';

const RESPONSES = 6_000;
const BULK = 500;

export interface BacklogFigure {
  responses: number;
  seconds: number;
  responsesPerSecond: number;
  tasks: number;
}

/** Responses received while no worker ran, all detractors; then one worker, until nothing is due. */
export async function benchBacklog(bench: Bench, tenant: BenchTenant): Promise<BacklogFigure> {
  for (let n = 0; n < RESPONSES; n += BULK) {
    const responses = Array.from({ length: BULK }, (_, i) => sampleResponse(n + i, (n + i) % 7));
    await tenant.post('/v1/responses/bulk', { responses });
  }
  const client = new pg.Client(bench.services.databaseUrl);
  await client.connect();
  await bench.run('worker');
  const begun = Date.now();
  await drained(client);
  const seconds = (Date.now() - begun) / 1_000;
  await client.query(`set app.tenant_id = '${tenant.tenantId}'`);
  const { rows } = await client.query<{ tasks: number }>('select count(*)::int as tasks from task');
  await client.end();
  await bench.end('worker');
  return {
    responses: RESPONSES,
    seconds,
    responsesPerSecond: Math.round(RESPONSES / seconds),
    tasks: rows[0]!.tasks,
  };
}

/** Waits until the outbox is empty. */
async function drained(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query("select from outbox where state <> 'dead' limit 1");
    if (rows.length === 0) return;
    await sleep(50);
  }
}
