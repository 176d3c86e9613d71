import { createTransport } from 'nodemailer';
import request from 'supertest';
import { MailCatcher } from '../../src/launch/mail-catcher.js';

let catcher: MailCatcher;

beforeAll(async () => {
  catcher = await MailCatcher.start();
  const transport = createTransport(catcher.smtpUrl);
  const html =
    '<html><head></head><body><script>alert(1)</script><a href="https://a.example/">Go</a></body></html>';
  const mail = {
    from: 'heed@example.com',
    to: 'jane@example.com',
    subject: '<i>Hello</i>',
    text: 'Go <there>',
    html,
  };
  await transport.sendMail(mail);
  transport.close();
});

describe('mail that is caught', () => {
  it('is listed, and read as HTML, as text and as it came', async () => {
    const list = await request(catcher.address).get('/').expect(200);
    expect(list.text).toContain('<a href="/mails/1">&#60;i&#62;Hello&#60;/i&#62;</a>');
    const mail = await request(catcher.address).get('/mails/1').expect(200);
    expect(mail.text).toContain('Go &#60;there&#62;');
    expect(mail.text).toContain('Message-ID: ');
    expect(mail.headers['content-security-policy']).not.toContain('script-src');
  });

  it('runs no script of its own, and its links open elsewhere', async () => {
    const { text, headers } = await request(catcher.address).get('/mails/1/html').expect(200);
    expect(text).toContain('<base target="_blank">');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*sandbox allow-popups /);
  });

  it('is shown to this machine alone', async () => {
    await request(catcher.address).get('/').set('host', 'evil.example').expect(403);
    await request(catcher.address).get('/mails/2').expect(404);
  });
});
