import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Bench, percentile } from './harness.js';
import { type BenchTenant, sampleResponse } from './tenant.js';

const PER_SECOND = 100;
const SECONDS = 20;
const LOOK_MS = 10;

export interface LatencyFigure {
  responsesPerSecond: number;
  measured: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
}

/** From the 201 of a detractor's response until another connection can read its task. */
export async function benchLatency(bench: Bench, tenant: BenchTenant): Promise<LatencyFigure> {
  const accepted = new Map<string, number>();
  const delays: number[] = [];
  const client = new pg.Client(bench.services.databaseUrl);
  await client.connect();
  await client.query(`set app.tenant_id = '${tenant.tenantId}'`);
  const end = Date.now() + SECONDS * 1_000;
  const watching = watch(client, accepted, delays, end + 10_000);
  const begun = Date.now();
  const posts: Promise<void>[] = [];
  for (let n = 0; Date.now() < end; n++) {
    await sleep(begun + (n * 1_000) / PER_SECOND - Date.now());
    posts.push(
      tenant
        .post('/v1/responses', sampleResponse(n, n % 7))
        .then((response) => response.json() as Promise<{ id: string }>)
        .then(({ id }) => void accepted.set(id, Date.now())),
    );
  }
  await Promise.all(posts);
  await watching;
  await client.end();
  const figure = (share: number) => Math.round(percentile(delays, share));
  return {
    responsesPerSecond: PER_SECOND,
    measured: delays.length,
    p50Ms: figure(0.5),
    p95Ms: figure(0.95),
    p99Ms: figure(0.99),
  };
}

async function watch(
  client: pg.Client,
  accepted: Map<string, number>,
  delays: number[],
  until: number,
): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  const seen = new Map<string, number>();
  let quiet = 0;
  while (Date.now() < until && quiet < 300) {
    const { rows } = await client.query<{ id: string; response_id: string }>(
      'select id, response_id from loop where id > $1 order by id',
      [after],
    );
    quiet = rows.length > 0 || accepted.size === 0 ? 0 : quiet + 1;
    // A batch's ids are not in the order of their commits, so look a little behind the newest.
    for (const row of rows) if (!seen.has(row.response_id)) seen.set(row.response_id, Date.now());
    for (const [id, at] of seen) {
      const since = accepted.get(id);
      if (since === undefined || Number.isNaN(since)) continue;
      delays.push(Math.max(0, at - since));
      accepted.set(id, Number.NaN);
    }
    if (rows.length > 200) after = rows[rows.length - 200]!.id;
    await sleep(LOOK_MS);
  }
}
