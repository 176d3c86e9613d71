import { Database } from '../../src/platform/database/database.js';
import { campaignOf, contactsOf, MAIL, surveyOf } from '../support/campaigns.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { type CaughtMail, MailServer } from '../support/mail-server.js';
import { findUncertain, sendDue, started } from '../support/mails.js';

let server: MailServer;
let heed: Heed;
let tenant: TestTenant;

const MONDAY_NOON = new Date('2026-11-23T12:00:00Z');
const DAY_MS = 86_400_000;

beforeAll(async () => {
  server = await MailServer.start();
  heed = await Heed.start({
    HEED_SMTP_URL: server.url,
    HEED_MAIL_FROM: 'surveys@heed.example',
    HEED_PUBLIC_URL: 'https://ask.heed.example',
  });
});

afterAll(async () => {
  await heed.close();
  await server.close();
});

beforeEach(async () => {
  server.clear();
  heed.setTime(MONDAY_NOON);
  tenant = await heed.tenant();
  await surveyOf(tenant);
});

async function invitation(waveId: string, contactId: string) {
  const { body } = await tenant.get(`/v1/waves/${waveId}/invitations/${contactId}`).expect(200);
  return body as { state: string; reason: string | null; sentAt: string | null };
}

function later(ms: number): void {
  heed.setTime(new Date(MONDAY_NOON.getTime() + ms));
}

describe('an invitation by mail', () => {
  it('is sent once, whoever looks how often', async () => {
    const [contactId] = await contactsOf(tenant, 1);
    const waveId = await started(tenant, await campaignOf(tenant));
    await Promise.all([sendDue(tenant), sendDue(tenant)]);
    await sendDue(tenant);
    expect(server.caught).toHaveLength(1);
    expect(await invitation(waveId, contactId!)).toMatchObject({
      state: 'sent',
      sentAt: MONDAY_NOON.toISOString(),
    });
  });

  it('asks the first question with a link for each number, in HTML and in text, and can be unsubscribed from', async () => {
    await contactsOf(tenant, 1);
    await started(tenant, await campaignOf(tenant));
    await sendDue(tenant);
    const [mail] = server.caught;
    expect(mail!.subject).toBe('How are we doing, Customer?');
    expect(mail!.from!.value).toEqual([{ name: 'Acme', address: 'surveys@heed.example' }]);
    const links = [...(mail!.html as string).matchAll(/href="(https:[^"]*score&#61;(\d+))"/g)];
    expect(links.map(([, , score]) => Number(score))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const score of [0, 10])
      expect(mail!.text).toMatch(new RegExp(`https://ask.heed.example/r/.{87}\\?score=${score}\\b`));
    expect(mail!.source).toMatch(/^List-Unsubscribe: <https:\/\/ask\.heed\.example\/u\/[\w-]{87}>\r$/m);
    expect(mail!.source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  });

  it('is not sent by the channels link, embed and api', async () => {
    await contactsOf(tenant, 1);
    for (const channel of ['link', 'embed', 'api']) {
      const origins = channel === 'embed' ? ['https://shop.example'] : undefined;
      const fields = { name: channel, channel, mail: undefined, origins, quarantineDays: 0 };
      await started(tenant, await campaignOf(tenant, fields));
    }
    await sendDue(tenant);
    expect(server.caught).toEqual([]);
  });

  it('waits while its campaign is paused', async () => {
    await contactsOf(tenant, 1);
    const campaignId = await campaignOf(tenant);
    await started(tenant, campaignId);
    await tenant.post(`/v1/campaigns/${campaignId}/pause`).expect(201);
    await sendDue(tenant);
    expect(server.caught).toEqual([]);
    await tenant.post(`/v1/campaigns/${campaignId}/resumption`).expect(201);
    await sendDue(tenant);
    expect(server.caught).toHaveLength(1);
  });

  it('is not sent to whoever was suppressed after the wave was launched', async () => {
    const [contactId] = await contactsOf(tenant, 2);
    const waveId = await started(tenant, await campaignOf(tenant));
    await tenant.post('/v1/suppressions', { email: 'c0@example.com' }).expect(201);
    await sendDue(tenant);
    expect(server.caught.map(({ envelope }) => envelope.to)).toEqual(['c1@example.com']);
    expect(await invitation(waveId, contactId!)).toMatchObject({ state: 'suppressed', reason: 'by_hand' });
  });

  it('is sent to the address a contact has by now, or to none', async () => {
    const [changed, gone] = await contactsOf(tenant, 2);
    const waveId = await started(tenant, await campaignOf(tenant));
    await tenant.patch(`/v1/contacts/${changed}`, { email: 'new@example.com' }).expect(200);
    await tenant.patch(`/v1/contacts/${gone}`, { email: null }).expect(200);
    await sendDue(tenant);
    expect(server.caught.map(({ envelope }) => envelope.to)).toEqual(['new@example.com']);
    expect(await invitation(waveId, gone!)).toMatchObject({ state: 'suppressed', reason: 'no_address' });
  });

  it('reminds of itself until it is answered or the wave is over', async () => {
    await contactsOf(tenant, 1);
    const schedule = { type: 'once', lastsDays: 21, remindAfterDays: [7, 14] };
    await started(tenant, await campaignOf(tenant, { schedule }));
    for (const day of [0, 6.9, 7, 14, 20]) {
      later(day * DAY_MS);
      await sendDue(tenant);
    }
    expect(server.caught.map(({ messageId }) => /\.(\d)@/.exec(messageId!)![1])).toEqual(['0', '1', '2']);
    expect(server.caught[1]!.text).toContain('A reminder: Acme would still like to hear from you.');
  });
});

describe('a mail server', () => {
  it('that wants a mail later gets it later, and not for ever', async () => {
    const [contactId] = await contactsOf(tenant, 1);
    server.behaviours.set('c0@example.com', { recipient: [451, '4.7.1 Greylisted'] });
    const waveId = await started(tenant, await campaignOf(tenant));
    await sendDue(tenant);
    server.behaviours.clear();
    later(4 * 60_000);
    await sendDue(tenant);
    expect(server.caught).toHaveLength(0);
    later(5 * 60_000);
    await sendDue(tenant);
    expect(server.caught).toHaveLength(1);
    expect(await invitation(waveId, contactId!)).toMatchObject({ state: 'sent', reason: null });
  });

  it('that puts a mail off for days is given up', async () => {
    const [contactId] = await contactsOf(tenant, 1);
    server.behaviours.set('c0@example.com', { message: [452, '4.2.2 Mailbox full'] });
    const waveId = await started(tenant, await campaignOf(tenant));
    for (let day = 0; day < 6; day += 0.25) {
      later(day * DAY_MS);
      await sendDue(tenant);
    }
    expect(await invitation(waveId, contactId!)).toMatchObject({ state: 'bounced', reason: 'given_up' });
  });

  it('that knows no such mailbox is believed for all campaigns', async () => {
    const [contactId] = await contactsOf(tenant, 2);
    server.behaviours.set('c0@example.com', { recipient: [550, '5.1.1 No such user'] });
    const waveId = await started(tenant, await campaignOf(tenant));
    await sendDue(tenant);
    expect(server.caught.map(({ envelope }) => envelope.to)).toEqual(['c1@example.com']);
    expect(await invitation(waveId, contactId!)).toMatchObject({ state: 'bounced', reason: 'hard_bounce' });
    const { body } = await tenant.get('/v1/suppressions?email=c0@example.com').expect(200);
    expect(body.items).toMatchObject([{ reason: 'hard_bounce' }]);
  });

  it('that refuses what it reads refuses this mail, not the address', async () => {
    const [contactId] = await contactsOf(tenant, 1);
    server.behaviours.set('c0@example.com', { message: [554, '5.7.1 Looks like spam'] });
    const waveId = await started(tenant, await campaignOf(tenant));
    await sendDue(tenant);
    expect(await invitation(waveId, contactId!)).toMatchObject({ state: 'bounced', reason: 'refused' });
    const { body } = await tenant.get('/v1/suppressions').expect(200);
    expect(body.items).toEqual([]);
  });

  it('that takes a mail and dies before it says so leaves it uncertain, until a person decides', async () => {
    const [contactId] = await contactsOf(tenant, 1);
    server.behaviours.set('c0@example.com', { vanishes: true });
    const waveId = await started(tenant, await campaignOf(tenant));
    await sendDue(tenant);
    server.behaviours.clear();
    later(DAY_MS);
    await findUncertain(tenant);
    await sendDue(tenant);
    expect(server.caught).toHaveLength(1);
    const retry = `/v1/waves/${waveId}/invitations/${contactId}/mail-retry`;
    await tenant.post(retry).expect(204);
    await sendDue(tenant);
    expect(server.caught).toHaveLength(2);
    expect(await invitation(waveId, contactId!)).toMatchObject({ state: 'sent' });
    await tenant.post(retry).expect(409);
  });

  it('that refuses the sender costs nobody their mail', async () => {
    await contactsOf(tenant, 1);
    server.sender = [535, '5.7.8 Who are you?'];
    await started(tenant, await campaignOf(tenant));
    await sendDue(tenant);
    const { body: troubled } = await tenant.get('/v1/mail-sender').expect(200);
    expect(troubled.trouble).toMatchObject({ code: '535', failures: 1 });
    server.sender = null;
    await sendDue(tenant); // still resting
    expect(server.caught).toHaveLength(0);
    later(31_000);
    await sendDue(tenant);
    expect(server.caught).toHaveLength(1);
    const { body } = await tenant.get('/v1/mail-sender').expect(200);
    expect(body.trouble).toBeNull();
  });
});

describe('the pace', () => {
  it('is kept for each domain, and no domain waits for another', async () => {
    await contactsOf(tenant, 5, 'a');
    await tenant
      .post('/v1/contacts', { externalId: 'other', email: 'x@other.example', name: 'X' })
      .expect(201);
    const sender = { fromName: 'Acme', fromAddress: 'acme@heed.example', mailsPerMinuteAndDomain: 2 };
    await tenant.put('/v1/mail-sender', sender).expect(200);
    await started(tenant, await campaignOf(tenant));
    const sentPerMinute: number[] = [];
    for (const minute of [0, 1, 2, 3]) {
      later(minute * 60_000);
      const before = server.caught.length;
      await sendDue(tenant);
      sentPerMinute.push(server.caught.length - before);
    }
    expect(sentPerMinute).toEqual([3, 2, 1, 0]);
    expect(server.to('x@other.example')).toHaveLength(1);
  });
});

describe("a server of the tenant's own", () => {
  let inside: Heed;

  beforeAll(async () => {
    inside = await Heed.start({ HEED_MAIL_ALLOWED_NETWORKS: '127.0.0.0/8' });
  });

  afterAll(() => inside.close());

  /** Has a tenant send by it; what keeps mail from being sent then. */
  async function sentBy(smtpUrl: string, by: TestTenant): Promise<{ code: string; error: string } | null> {
    await contactsOf(by, 1);
    await by
      .put('/v1/mail-sender', { fromName: 'Acme', fromAddress: 'ask@acme.example', smtpUrl })
      .expect(200);
    await started(by, await campaignOf(by));
    await sendDue(by);
    return (await by.get('/v1/mail-sender').expect(200)).body.trouble;
  }

  async function tenantInside(): Promise<TestTenant> {
    inside.setTime(MONDAY_NOON);
    const other = await inside.tenant();
    await surveyOf(other);
    return other;
  }

  it('sends in the name of any domain', async () => {
    expect(await sentBy(server.url, await tenantInside())).toBeNull();
    expect(server.caught.map(({ from }) => from!.value[0]!.address)).toEqual(['ask@acme.example']);
  });

  it('is told no password without TLS', async () => {
    const url = server.url.replace('//', '//user:secret@');
    expect(await sentBy(url, await tenantInside())).toMatchObject({ failures: 1 });
    expect(server.signedIn).toEqual([]);
    expect(server.caught).toEqual([]);
  });

  it("must not be within the installation's network", async () => {
    const error = '127.0.0.1 is not on the public internet';
    expect(await sentBy(server.url, tenant)).toMatchObject({ code: 'unreachable', error });
    expect(server.caught).toEqual([]);
  });
});

describe('what a mail says of a person', () => {
  const contact = (name: string) => tenant.post('/v1/contacts', { email: 'y@example.com', name }).expect(201);

  it('is filled in, and what is HTML in a name stays text', async () => {
    await contact('<b>Eve</b>');
    await started(tenant, await campaignOf(tenant, { mail: { ...MAIL, intro: 'Dear {{name}}' } }));
    await sendDue(tenant);
    const [caught] = server.caught;
    expect(caught!.html).toContain('Dear &#60;b&#62;Eve&#60;/b&#62;');
    expect(caught!.text).toContain('Dear <b>Eve</b>');
  });

  it.each([
    ['commas and quotes', 'Doe, "Jane" <all@example.com>', 'Doe, "Jane" <all@example.com>'],
    ['a line separator', 'Jane\u2028Bcc: all@example.com', 'Jane Bcc: all@example.com'],
    ['a next line', 'Jane\u0085Bcc: all@example.com', 'Jane Bcc: all@example.com'],
    ['another script', 'عمر الخيام', 'عمر الخيام'],
  ])('goes to them alone when their name has %s', async (_what, name, shown) => {
    await contact(name);
    await started(tenant, await campaignOf(tenant));
    await sendDue(tenant);
    const [{ envelope, headers }] = server.caught as [CaughtMail];
    expect(envelope.to).toBe('y@example.com');
    expect(headers.get('to')).toMatchObject({ value: [{ address: 'y@example.com', name: shown }] });
    expect(headers.has('bcc')).toBe(false);
  });

  it.each(['y@example.com,all@example.com', 'y@example.com\r\nBcc: all@example.com', 'nobody'])(
    'is not sent to what is no address by now: %j',
    async (email) => {
      const { body } = await contact('Yve');
      const waveId = await started(tenant, await campaignOf(tenant));
      // Past the API, which lets no such address in.
      const sql = 'update contact set email = $3 where tenant_id = $1 and id = $2';
      const database = heed.app.get(Database);
      await database.inTenant(tenant.id, () => database.query(sql, [body.id, email]));
      await sendDue(tenant);
      expect(server.caught).toEqual([]);
      expect(await invitation(waveId, body.id as string)).toMatchObject({
        state: 'suppressed',
        reason: 'no_address',
      });
    },
  );
});
