import pg from 'pg';
import { campaignOf, contactsOf, surveyOf } from '../support/campaigns.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { MailServer } from '../support/mail-server.js';
import { findUncertain, started } from '../support/mails.js';
import { OwnServices } from '../support/own-services.js';
import { HeedProcess } from '../support/processes.js';
import { until } from '../support/until.js';

const CONTACTS = 300;
const KILLS = 4;

let services: OwnServices;
let server: MailServer;
let heed: Heed;
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
  await services.stop();
});

/** Lets the time pass after which what a dead process held is somebody else's. */
async function letHoldsPass(tenant: TestTenant): Promise<void> {
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

/** Kills a worker in mid-sending: while a message waits for its reply, or wherever it happens to be. */
async function killInTheMiddle(worker: HeedProcess, round: number): Promise<void> {
  const target = server.caught.length + 10 + round * 3;
  if (round % 2 === 0) {
    await new Promise<void>((resolve) => {
      server.beforeReply = async () => {
        if (server.caught.length >= target) await worker.kill().then(resolve);
      };
    });
    server.beforeReply = null;
    return;
  }
  await until('more mails have come', () => server.caught.length >= target);
  await worker.kill();
}

it('a sender that is killed sends nobody two mails, and leaves at most one mail uncertain each time', async () => {
  const tenant = await heed.tenant();
  await surveyOf(tenant);
  const contactIds = await contactsOf(tenant, CONTACTS);
  const waveId = await started(tenant, await campaignOf(tenant));
  const uncertain = async () => {
    const client = new pg.Client(services.env.DATABASE_OWNER_URL);
    await client.connect();
    await client.query(`set app.tenant_id = '${tenant.id}'`);
    const { rows } = await client.query<{ id: string; sent: Date | null }>(
      `select contact_id as id, sent_at as sent from invitation where tenant_id = $1 and mail_state = 'uncertain'`,
      [tenant.id],
    );
    await client.end();
    return rows;
  };

  for (let round = 0; round < KILLS; round++) {
    const worker = new HeedProcess('worker', env, services.folder, `worker-${round}`);
    await worker.start();
    await killInTheMiddle(worker, round);
    await letHoldsPass(tenant);
    expect((await uncertain()).length).toBeLessThanOrEqual(round + 1);
  }
  const last = new HeedProcess('worker', env, services.folder, 'worker-last');
  await last.start();
  const isDone = async () => {
    const { body } = await tenant
      .get(`/v1/waves/${waveId}/invitations?state=scheduled&limit=200`)
      .expect(200);
    return (body.items as object[]).length === (await uncertain()).length;
  };
  await until('nothing is due any more', isDone, 60_000);
  expect(await last.stop()).toBe(0);

  const ids = server.caught.map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(ids.length);
  const lost = await uncertain();
  // Those killed while a message waited for its reply had it taken, and nobody was told.
  expect(lost.length).toBeGreaterThanOrEqual(KILLS / 2);
  expect(ids.length).toBeGreaterThanOrEqual(contactIds.length - lost.length);
}, 300_000);
