import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { alternativesOf, BOUNDARY } from './mime-body.js';

const mailOf = (text: string, html: string) =>
  `Content-Type: multipart/alternative; boundary="${BOUNDARY}"\r\n\r\n${alternativesOf(text, html)}`;

describe('the body of a mail', () => {
  it('says the same in text and HTML, as any mail program reads it', async () => {
    const { text, html } = await simpleParser(mailOf('Grüße, = und 👋\n\nEnde', '<p>Grüße &amp; 👋</p>'));
    expect(text).toBe('Grüße, = und 👋\n\nEnde');
    expect(html).toBe('<p>Gr&#252;&#223;e &amp; &#128075;</p>');
  });

  it('has short lines of ASCII only, whatever it says', async () => {
    const texts = fc.string({ unit: 'binary', maxLength: 3_000 });
    await fc.assert(
      fc.asyncProperty(texts, async (said) => {
        const mail = mailOf(said, 'x');
        for (const line of mail.split('\r\n')) expect(line).toMatch(/^[\t\x20-\x7e]{0,998}$/);
        const { text = '' } = await simpleParser(mail);
        expect(text.trim()).toBe(said.replace(/\r\n?/g, '\n').trim());
      }),
      { numRuns: 50 },
    );
  });

  it('is not cut short by a text that looks like its boundary', async () => {
    const said = `Dear all,\n--${BOUNDARY}--\nregards`;
    expect((await simpleParser(mailOf(said, '<p>Hello</p>'))).text).toBe(said);
  });

  it('is sent as it is where it is ASCII already', () => {
    expect(alternativesOf('Hello', '<p>Hello</p>')).not.toContain('quoted-printable');
    expect(alternativesOf('a'.repeat(2_000), 'x')).toContain('quoted-printable');
  });
});
