import pg from 'pg';
import { campaignOf, contactsOf, surveyOf } from '../support/campaigns.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { MailServer } from '../support/mail-server.js';
import { findUncertain, started } from '../support/mails.js';
import { OwnServices } from '../support/own-services.js';
import { HeedProcess } from '../support/processes.js';
import { until } from '../support/until.js';

const CONTACTS = 300;
/** They send at the same time, and are killed together. */
const WORKERS = 2;

type Moment = 'beforeRecipient' | 'beforeTaking' | 'beforeReply';

/** When they are killed: once so many more mails have come, at this moment of the next, or wherever they are. */
const KILLS: { after: number; moment?: Moment }[] = [
  { after: 10, moment: 'beforeReply' },
  { after: 15 },
  { after: 5, moment: 'beforeRecipient' },
  { after: 20, moment: 'beforeTaking' },
  { after: 0, moment: 'beforeReply' },
  { after: 33 },
];

let services: OwnServices;
let server: MailServer;
let heed: Heed;
let tenant: TestTenant;
let env: Record<string, string>;

beforeAll(async () => {
  services = await OwnServices.start('mail');
  server = await MailServer.start();
  env = { ...services.env, HEED_SMTP_URL: server.url, HEED_MAIL_FROM: 'surveys@heed.example' };
  heed = await Heed.start(env);
}, 120_000);

afterAll(async () => {
  await heed.close();
  await server.close();
  await services.remove();
});

/** Starts workers, and kills them all in the middle of what they do. */
async function sendAndKill(round: number): Promise<void> {
  const { after, moment } = KILLS[round]!;
  const target = server.caught.length + after;
  const labels = Array.from({ length: WORKERS }, (_, n) => `worker-${round}-${n}`);
  const workers = labels.map((label) => new HeedProcess('worker', env, services.folder, label));
  const ready = Promise.all(workers.map((worker) => worker.start()));
  server.beforeRecipient = async () => void (await ready); // or one would have sent all before the other runs
  const hasSent = () => server.caught.length >= target;
  const killAll = () => Promise.all(workers.map((worker) => worker.kill()));
  if (moment) await Promise.all([ready, at(moment, ready, hasSent, killAll)]);
  else await ready.then(() => until('more mails have come', hasSent)).then(killAll);
  server.beforeRecipient = null;
}

/** Does something at a moment of the first mail for which it is time. */
function at(
  moment: Moment,
  ready: Promise<unknown>,
  isTime: () => boolean,
  act: () => Promise<unknown>,
): Promise<void> {
  return new Promise((resolve) => {
    server[moment] = async () => {
      await ready;
      if (!isTime()) return;
      server[moment] = null;
      await act().then(() => resolve());
    };
  });
}

/** Lets the time pass after which what a dead process held is somebody else's. */
async function letHoldsPass(): Promise<void> {
  const client = new pg.Client(services.env.DATABASE_URL);
  await client.connect();
  await client.query(
    `begin; set local app.tenant_id = '${tenant.id}';
     update invitation set mail_held_until = now() - interval '1 second'
      where tenant_id = '${tenant.id}' and mail_state in ('claimed', 'handing_over');
     commit`,
  );
  await client.end();
  await findUncertain(tenant);
}

async function uncertain(waveId: string): Promise<string[]> {
  const { body } = await tenant.get(`/v1/waves/${waveId}/uncertain-mails?limit=200`).expect(200);
  return (body.items as { contactId: string }[]).map(({ contactId }) => contactId);
}

/** Has a worker send all there is to send, and stop by itself. */
async function sendAll(waveId: string, label: string): Promise<void> {
  const worker = new HeedProcess('worker', env, services.folder, label);
  await worker.start();
  const path = `/v1/waves/${waveId}/invitations?state=scheduled&limit=200`;
  const isDone = async () => {
    const { body } = await tenant.get(path).expect(200);
    return (body.items as object[]).length === (await uncertain(waveId)).length;
  };
  await until('nothing is due any more', isDone, 120_000);
  expect(await worker.stop()).toBe(0);
}

it('senders that are killed send nobody two mails, and leave at most one mail each of which nobody knows', async () => {
  tenant = await heed.tenant();
  await surveyOf(tenant);
  await contactsOf(tenant, CONTACTS);
  const waveId = await started(tenant, await campaignOf(tenant));
  const mailsTo = (email: string) => server.to(email).length;
  const emails = Array.from({ length: CONTACTS }, (_, i) => `c${i}@example.com`);

  let before = 0;
  for (let round = 0; round < KILLS.length; round++) {
    await sendAndKill(round);
    await letHoldsPass();
    const now = (await uncertain(waveId)).length;
    expect(now - before).toBeLessThanOrEqual(WORKERS);
    before = now;
  }
  await sendAll(waveId, 'worker-last');

  const lost = await uncertain(waveId);
  expect(emails.filter((email) => mailsTo(email) > 1)).toEqual([]);
  // The server had taken the mails whose senders died while they waited for its reply.
  expect(lost.length).toBeGreaterThanOrEqual(KILLS.filter(({ moment }) => moment === 'beforeReply').length);
  expect(emails.filter((email) => mailsTo(email) === 0).length).toBeLessThanOrEqual(lost.length);

  for (const contactId of lost) {
    await tenant.post(`/v1/waves/${waveId}/invitations/${contactId}/mail-retry`).expect(204);
  }
  await sendAll(waveId, 'worker-once-more');
  expect(emails.filter((email) => mailsTo(email) === 0)).toEqual([]);
}, 300_000);
