import { Database } from '../../src/platform/database/database.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { Mailbox } from '../support/mailbox.js';
import { Receiver } from '../support/receiver.js';

let heed: Heed;
let mailbox: Mailbox;
let receiver: Receiver;
beforeAll(async () => {
  mailbox = await Mailbox.start();
  heed = await Heed.start({
    HEED_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8',
    HEED_SMTP_URL: mailbox.url,
    HEED_MAIL_FROM: 'heed@example.com',
  });
});
afterAll(async () => {
  await heed.close();
  await mailbox.close();
});
beforeEach(async () => (receiver = await Receiver.start()));
afterEach(async () => {
  mailbox.arrived.length = 0;
  mailbox.refusal = null;
  await receiver.close();
});

async function endpointThatIsGone(tenant: TestTenant): Promise<void> {
  const endpoint = { url: `${receiver.url}?token=secret`, types: ['*'] };
  const { body } = await tenant.post('/v1/webhook-endpoints', endpoint).expect(201);
  receiver.answer = { status: 410 };
  await tenant.post(`/v1/webhook-endpoints/${body.id}/test`).expect(201);
  await tenant.settle();
}

describe('the owners of a tenant', () => {
  it('are written to when Heed stops sending to an endpoint, and nobody else is', async () => {
    const acme = await heed.tenant();
    await acme.member('owner');
    await acme.member('admin');
    const left = await acme.member('owner');
    await acme.post(`/v1/members/${left.memberId}/deactivation`).expect(201);
    const { body } = await acme.get('/v1/members').expect(200);
    const members = body.items as { id: string; role: string; email: string }[];
    const owners = members.filter(({ id, role }) => role === 'owner' && id !== left.memberId);

    await endpointThatIsGone(acme);
    expect(mailbox.arrived).toHaveLength(1);
    const [{ from, to, source }] = mailbox.arrived as [(typeof mailbox.arrived)[0]];
    expect(from).toBe('heed@example.com');
    expect(to.sort()).toEqual(owners.map(({ email }) => email).sort());
    expect(source).toContain('Subject: Heed stopped sending webhooks to 127.0.0.1');
    expect(source).not.toContain('secret');
  });

  it('are written to once the mail server is well again, under the same message id', async () => {
    const acme = await heed.tenant();
    mailbox.refusal = 451;
    await endpointThatIsGone(acme);
    expect(mailbox.arrived).toHaveLength(0);
    mailbox.refusal = null;
    await heed.app
      .get(Database)
      .withoutTenant((client) =>
        client.query('update outbox set available_at = now() where tenant_id = $1', [acme.id]),
      );
    await acme.settle();
    expect(mailbox.arrived).toHaveLength(1);
    expect(mailbox.arrived[0]!.source).toMatch(/^Message-ID: <[0-9a-f-]{36}@example\.com>\r$/m);
  });

  it('are not written to about an endpoint they disabled themselves', async () => {
    const acme = await heed.tenant();
    const endpoint = { url: receiver.url, types: ['*'] };
    const { body } = await acme.post('/v1/webhook-endpoints', endpoint).expect(201);
    await acme.patch(`/v1/webhook-endpoints/${body.id}`, { enabled: false }).expect(200);
    await acme.settle();
    expect(mailbox.arrived).toHaveLength(0);
  });
});
