import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { CampaignCourse } from '../src/campaigns/campaign-course.service.js';
import type { NewCampaign } from '../src/campaigns/campaign-draft.js';
import { CampaignsService } from '../src/campaigns/campaigns.service.js';
import { LaunchService } from '../src/campaigns/launch.service.js';
import { WaveCourse } from '../src/campaigns/wave-course.service.js';
import { Database } from '../src/platform/database/database.js';
import { type Bench, say } from './harness.js';
import { type BenchTenant, openApp } from './tenant.js';

const SAMPLING_MS = 50;
const MiB = 1024 * 1024;

export interface LaunchFigure {
  wave: string;
  contacts: number;
  seconds: number;
  contactsPerSecond: number;
  /** What the launching process took beyond what it had before. */
  addedMiB: number;
  /** Invitations by what was decided. */
  decided: Record<string, number>;
}

const ASKED_BY_MAIL = {
  survey: 'nps',
  kind: 'relational',
  channel: 'email',
  mail: { subject: 'How are we doing?', intro: 'One question.' },
  schedule: { type: 'once', lastsDays: 21 },
  sendingHours: { from: '09:00', to: '17:00', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
  audience: {
    all: [
      {
        any: [
          { field: 'contact.properties.plan', op: 'eq', value: 'gold' },
          { field: 'contact.properties.seats', op: 'gte', value: 10 },
        ],
      },
      { not: { field: 'contact.capacity', op: 'in', value: ['team_member'] } },
    ],
  },
} as const satisfies Partial<NewCampaign>;

/** Waves one after the other: the first over empty ground, the others against those before. */
const WAVES = [
  { name: 'sampled', samplingPercent: 30, quarantineDays: 0 },
  { name: 'against the one before', samplingPercent: 80, quarantineDays: 90 },
  { name: 'anonymous', isAnonymous: true, quarantineDays: 0 },
];

/** Launching waves on many contacts, as the worker does: filter, quarantine, sampling, suppression, invitations. */
export async function benchLaunch(
  bench: Bench,
  { tenantId }: BenchTenant,
  contacts: number,
): Promise<LaunchFigure[]> {
  await populate(bench, tenantId, contacts);
  const app = await openApp(bench.env);
  const figures: LaunchFigure[] = [];
  for (const { name, ...terms } of WAVES) {
    const waveId = await begin(app, tenantId, { ...ASKED_BY_MAIL, name, ...terms });
    const { seconds, addedMiB } = await measured(() => app.get(LaunchService).launch(tenantId, waveId));
    const decided = await decisionsOf(app, tenantId, waveId);
    const contactsPerSecond = Math.round(contacts / seconds);
    const figure = { wave: name, contacts, seconds, contactsPerSecond, addedMiB, decided };
    say(`  ${JSON.stringify(figure)}`);
    figures.push(figure);
  }
  await app.close();
  return figures;
}

/** Starts a campaign and has its wave due; the wave's id. */
function begin(app: INestApplicationContext, tenantId: string, draft: NewCampaign): Promise<string> {
  const database = app.get(Database);
  return database.inTenant(tenantId, async () => {
    const { campaign } = await app.get(CampaignsService).create(draft);
    await app.get(CampaignCourse).start(campaign.id, undefined);
    await app.get(WaveCourse).advance();
    const [wave] = await database.query<{ id: string }>(
      'select id from wave where tenant_id = $1 and campaign_id = $2 order by number limit 1',
      [campaign.id],
    );
    return wave!.id;
  });
}

async function measured(work: () => Promise<void>): Promise<{ seconds: number; addedMiB: number }> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), SAMPLING_MS);
  const begun = performance.now();
  await work();
  const seconds = Number(((performance.now() - begun) / 1_000).toFixed(2));
  clearInterval(sampling);
  return { seconds, addedMiB: Math.round((peak - before) / MiB) };
}

async function decisionsOf(app: INestApplicationContext, tenantId: string, waveId: string) {
  const database = app.get(Database);
  const rows = await database.inTenant(tenantId, () =>
    database.query<{ decision: string; count: number }>(
      `select coalesce(reason, state) as decision, count(*)::int as count from invitation
        where tenant_id = $1 and wave_id = $2 group by 1 order by 2 desc`,
      [waveId],
    ),
  );
  return Object.fromEntries(rows.map(({ decision, count }) => [decision, count]));
}

/** Contacts in twenty times fewer companies and four time zones; one in a hundred unsubscribed. */
async function populate({ services }: Bench, tenantId: string, contacts: number): Promise<void> {
  const client = new pg.Client(services.ownerUrl);
  await client.connect();
  await client.query(`set app.tenant_id = '${tenantId}'`);
  await client.query(
    `insert into account (tenant_id, id, external_id, name, name_key, is_internal, properties, created_at, version)
     select $1, md5('account ' || n)::uuid, 'a' || n, 'Company ' || n, 'company ' || n, false, '{}', now(), 1
       from generate_series(0, $2::int / 20) n`,
    [tenantId, contacts],
  );
  await client.query(
    `insert into contact (tenant_id, id, account_id, external_id, email, name, capacity, language, time_zone,
                          properties, created_at, version)
     select $1, ('0190b0aa' || lpad(to_hex(n), 8, '0') || substr(md5(n::text), 1, 16))::uuid,
            md5('account ' || n % ($2::int / 20))::uuid, 'c' || n, 'c' || n || '@customer' || n % 5000 || '.example',
            'Contact ' || n, (array['champion', 'end_user', 'manager'])[1 + n % 3], (array['en', 'de'])[1 + n % 2],
            (array['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', null])[1 + n % 4],
            jsonb_build_object('plan', (array['gold', 'team'])[1 + n % 2], 'seats', n % 100, 'region', 'emea'), now(), 1
       from generate_series(1, $2::int) n`,
    [tenantId, contacts],
  );
  await client.query(
    `insert into suppression (tenant_id, email, reason, created_at)
     select tenant_id, email, 'unsubscribed', now() from contact where tenant_id = $1 and external_id like '%77'`,
    [tenantId],
  );
  for (const table of ['account', 'contact', 'suppression']) await client.query(`vacuum analyze ${table}`);
  await client.end();
}
