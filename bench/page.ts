import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { LinksService } from '../src/campaigns/links.service.js';
import { Database } from '../src/platform/database/database.js';
import { newId } from '../src/platform/ids.js';
import { type Bench, percentile } from './harness.js';
import { type BenchTenant, openApp } from './tenant.js';

const PER_SECOND = 200;
const WARM_UP_SECONDS = 5;
const SECONDS = 20;
const PEOPLE = 2_000;

export interface PageFigure {
  requestsPerSecond: number;
  measured: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  /** Bytes of the page, its style and script included. */
  pageBytes: number;
  /** Answers other than expected. */
  failures: number;
}

/**
 * The response page as people use it: each looks at it, has answers kept twice and sends them. Requests come at a
 * steady rate whether or not those before were answered, and each is measured from the moment it was due.
 */
export async function benchPage(bench: Bench, tenant: BenchTenant): Promise<PageFigure> {
  const tokens = await inviteMany(bench, tenant);
  await load(bench, tokens.slice(0, PEOPLE / 4), WARM_UP_SECONDS);
  return load(bench, tokens.slice(PEOPLE / 4), SECONDS);
}

async function load({ address }: Bench, tokens: string[], seconds: number): Promise<PageFigure> {
  const delaysMs: number[] = [];
  const pending: Promise<void>[] = [];
  let [failures, pageBytes] = [0, 0];
  const begun = performance.now();
  for (let n = 0; n < seconds * PER_SECOND; n++) {
    const dueMs = begun + (n * 1_000) / PER_SECOND;
    if (dueMs > performance.now()) await sleep(dueMs - performance.now());
    const step = n % 4;
    // Each person takes the next step a second after the one before.
    const person = Math.floor((n - step * PER_SECOND) / 4);
    const token = tokens[(person + tokens.length) % tokens.length]!;
    const request = async () => {
      const response = await STEPS[step]!(`${address}/r/${token}`);
      const body = await response.text();
      delaysMs.push(performance.now() - dueMs);
      if (response.status !== (step === 1 || step === 2 ? 204 : 200)) failures++;
      if (step === 0) pageBytes = Math.max(pageBytes, Buffer.byteLength(body));
    };
    pending.push(request().catch(() => void failures++));
  }
  await Promise.all(pending);
  const figure = (share: number) => Number(percentile(delaysMs, share).toFixed(1));
  return {
    requestsPerSecond: PER_SECOND,
    measured: delaysMs.length,
    ...{ p50Ms: figure(0.5), p95Ms: figure(0.95), p99Ms: figure(0.99) },
    pageBytes,
    failures,
  };
}

const form = (fields: Record<string, string>) => ({
  method: 'POST',
  body: new URLSearchParams({ _seen: 'score comment', _submissions: '0', ...fields }),
});

const STEPS = [
  (url: string) => fetch(`${url}?score=4`),
  (url: string) => fetch(`${url}/partial`, form({ score: '4', _opened: '1' })),
  (url: string) => fetch(`${url}/partial`, form({ score: '4', comment: 'The export is' })),
  (url: string) => fetch(url, form({ score: '4', comment: 'The export is slow.', _act: 'send' })),
];

/** A wave that is open, and the tokens of those invited to it. */
async function inviteMany(bench: Bench, { tenantId }: BenchTenant): Promise<string[]> {
  const app = await openApp(bench.env);
  const database = app.get(Database);
  const links = app.get(LinksService);
  const [campaignId, waveId] = [newId(), newId()];
  const contactIds = Array.from({ length: PEOPLE }, newId);
  const tokens = await database.inTenant(tenantId, async () => {
    await database.query(
      `insert into campaign (tenant_id, id, name, survey_id, kind, reach, is_anonymous, channel, audience, schedule, time_zone,
                             sampling_percent, quarantine_days, minimum_group, copied_properties, origins, state, created_at, version)
       select $1, $2, 'Bench', id, 'relational', 'external', false, 'email', '{}', '{"type":"once"}', 'UTC', 100, 0, 5, '[]', '[]',
              'running', now(), 1 from survey where tenant_id = $1 limit 1`,
      [campaignId],
    );
    await database.query(
      `insert into wave (tenant_id, id, campaign_id, number, survey_id, survey_version, state, opens_at, asks_until, closes_at,
                         created_at, version)
       select $1, $3, id, 1, survey_id, 1, 'open', now() - interval '1 day', now(), now() + interval '20 days', now(), 1
         from campaign where tenant_id = $1 and id = $2`,
      [campaignId, waveId],
    );
    await database.query(
      `insert into contact (tenant_id, id, email, properties, created_at, version)
       select $1, c, c || '@example.com', '{}', now(), 1 from unnest($2::uuid[]) c`,
      [contactIds],
    );
    await database.query(
      `insert into invitation (tenant_id, contact_id, wave_id, state) select $1, c, $3, 'sent' from unnest($2::uuid[]) c`,
      [contactIds, waveId],
    );
    return contactIds.map((contactId) => links.personal(waveId, contactId));
  });
  await app.close();
  await analyze(bench);
  return tokens;
}

/** Statistics as they are in a database that has been running for a while. */
async function analyze({ services }: Bench): Promise<void> {
  const client = new pg.Client(services.ownerUrl);
  await client.connect();
  await client.query('analyze contact, invitation, wave, campaign');
  await client.end();
}
