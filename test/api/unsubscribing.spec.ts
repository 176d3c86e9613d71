import request from 'supertest';
import { campaignOf, contactsOf, surveyOf } from '../support/campaigns.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { MailServer } from '../support/mail-server.js';
import { sendDue, started } from '../support/mails.js';

let server: MailServer;
let heed: Heed;
let tenant: TestTenant;

beforeAll(async () => {
  server = await MailServer.start();
  heed = await Heed.start({ HEED_SMTP_URL: server.url, HEED_MAIL_FROM: 'surveys@heed.example' });
});

afterAll(async () => {
  await heed.close();
  await server.close();
});

beforeEach(async () => {
  server.clear();
  heed.setTime(new Date('2026-11-23T12:00:00Z'));
  tenant = await heed.tenant();
  await surveyOf(tenant);
});

/** Sends one invitation; the path its unsubscribe link leads to. */
async function mailed(): Promise<{ path: string; waveId: string; contactId: string }> {
  const [contactId] = await contactsOf(tenant, 1);
  const schedule = { type: 'once', lastsDays: 21, remindAfterDays: [7] };
  const waveId = await started(tenant, await campaignOf(tenant, { schedule }));
  await sendDue(tenant);
  const [, path] = /^List-Unsubscribe: <http:\/\/[^/]*(\/u\/[\w-]+)>/m.exec(server.caught[0]!.source)!;
  return { path: path!, waveId, contactId: contactId! };
}

async function suppressions(): Promise<object[]> {
  return (await tenant.get('/v1/suppressions').expect(200)).body.items as object[];
}

describe('a link to unsubscribe', () => {
  it('that is only looked at changes nothing', async () => {
    const { path } = await mailed();
    const { text, headers } = await request(heed.url).get(path).expect(200);
    expect(text).toContain('No more surveys from Acme?');
    expect(text).toContain('<form method="post">');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(headers['set-cookie']).toBeUndefined();
    expect(await suppressions()).toEqual([]);
  });

  it.each([
    ['by a mail program, as a form', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'by a mail program, in parts',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
    ['by the button on its page', 'application/x-www-form-urlencoded', ''],
  ])('works %s, and no reminder follows', async (_how, type, body) => {
    const { path } = await mailed();
    const { text } = await request(heed.url).post(path).set('content-type', type).send(body).expect(200);
    expect(text).toContain('You are unsubscribed');
    expect(await suppressions()).toMatchObject([{ email: 'c0@example.com', reason: 'unsubscribed' }]);
    heed.setTime(new Date('2026-11-30T12:00:00Z'));
    await sendDue(tenant);
    expect(server.caught).toHaveLength(1);
  });

  it('can be taken back, but not for an address that does not exist', async () => {
    const { path } = await mailed();
    const post = (body: string) => request(heed.url).post(path).type('form').send(body).expect(200);
    await post('');
    expect((await request(heed.url).get(path)).text).toContain('Undo: ask me again');
    expect((await post('undo=1')).text).toContain('You will be asked again');
    expect(await suppressions()).toEqual([]);
    await tenant.post('/v1/suppressions', { email: 'c0@example.com', reason: 'hard_bounce' }).expect(201);
    await post('undo=1');
    expect(await suppressions()).toHaveLength(1);
  });

  it('speaks the language of the person, else of the browser', async () => {
    const { path, contactId } = await mailed();
    const get = () => request(heed.url).get(path).set('accept-language', 'fr').expect(200);
    expect((await get()).text).toContain('<html lang="fr" dir="ltr">');
    await tenant.patch(`/v1/contacts/${contactId}`, { language: 'he' }).expect(200);
    expect((await get()).text).toContain('<html lang="he" dir="rtl">');
  });

  it('that is forged, cut or for something else is unknown', async () => {
    const { path } = await mailed();
    const [, answerPath] = /\/r\/([\w-]{87})/.exec(server.caught[0]!.text!)!;
    for (const wrong of [path.slice(0, -1), `${path.slice(0, -4)}AAAA`, `/u/${answerPath}`, '/u/x']) {
      await request(heed.url).get(wrong).expect(404);
      await request(heed.url).post(wrong).expect(404);
    }
    expect(await suppressions()).toEqual([]);
  });
});

describe('what comes back', () => {
  async function state(waveId: string, contactId: string) {
    return (await tenant.get(`/v1/waves/${waveId}/invitations/${contactId}`).expect(200)).body as object;
  }
  const post = (bounce: object) => tenant.post('/v1/bounces', { bounces: [bounce] }).expect(200);

  it('by a webhook is noted: delivered, then a hard bounce', async () => {
    const { waveId, contactId } = await mailed();
    const { messageId } = server.caught[0]!;
    await post({ kind: 'delivered', messageId });
    expect(await state(waveId, contactId)).toMatchObject({ state: 'delivered' });
    const { body } = await post({ kind: 'hard', messageId, email: 'c0@example.com', detail: '550 gone' });
    expect(body).toEqual({ items: [{ outcome: 'noted' }] });
    expect(await state(waveId, contactId)).toMatchObject({ state: 'bounced', reason: 'hard_bounce' });
    expect(await suppressions()).toMatchObject([{ email: 'c0@example.com', reason: 'hard_bounce' }]);
  });

  it('by address is of the last mail to it', async () => {
    const { waveId, contactId } = await mailed();
    await post({ kind: 'complaint', email: 'C0@Example.com' });
    expect(await state(waveId, contactId)).toMatchObject({ state: 'bounced', reason: 'complaint' });
    expect(await suppressions()).toMatchObject([{ reason: 'complaint' }]);
  });

  it('for an address a contact no longer has does not touch the one they have', async () => {
    const { contactId } = await mailed();
    await tenant.patch(`/v1/contacts/${contactId}`, { email: 'new@example.com' }).expect(200);
    await post({ kind: 'hard', messageId: server.caught[0]!.messageId, email: 'c0@example.com' });
    expect(await suppressions()).toEqual([]);
  });

  it('about a mail of another tenant, or of nobody, is unknown', async () => {
    await mailed();
    const other = await heed.tenant('Other');
    for (const bounce of [
      { kind: 'hard', messageId: server.caught[0]!.messageId },
      { kind: 'hard', email: 'c0@example.com' },
      { kind: 'hard', messageId: '<x@example.com>' },
      { kind: 'hard' },
    ]) {
      const { body } = await other.post('/v1/bounces', { bounces: [bounce] }).expect(200);
      expect(body.items).toEqual([{ outcome: 'unknown' }]);
    }
  });

  function returned(messageId: string): string {
    return [
      'From: MAILER-DAEMON@mx.example.com',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      ...['', '--b', 'Content-Type: text/plain', '', 'It could not be delivered.'],
      ...['--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.com'],
      ...['', 'Final-Recipient: rfc822; c0@example.com', 'Action: failed', 'Status: 5.1.1'],
      ...['', '--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${messageId}`, '', '--b--', ''],
    ].join('\r\n');
  }
  const postMessage = (mail: string) =>
    tenant.post('/v1/bounces/messages').set('content-type', 'message/rfc822').send(mail).expect(200);

  it('as a mail is believed when it holds what only that mail had', async () => {
    const { waveId, contactId } = await mailed();
    const forged = server.caught[0]!.messageId!.replace(/^<..../, '<AAAA');
    expect((await postMessage(returned(forged))).body).toEqual({ outcome: 'unknown' });
    expect(await state(waveId, contactId)).toMatchObject({ state: 'sent' });
    expect((await postMessage(returned(server.caught[0]!.messageId!))).body).toEqual({ outcome: 'noted' });
    expect(await state(waveId, contactId)).toMatchObject({ state: 'bounced', reason: 'hard_bounce' });
  });
});
