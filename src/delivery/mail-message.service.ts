import MimeNode from 'nodemailer/lib/mime-node';
import type { MailContent } from './mail-content.js';
import { htmlMail } from './mail-html.js';
import type { Lot, ReadyMail } from './mail-lots.service.js';
import { alternativesOf, BOUNDARY } from './mime-body.js';
import { plainMail } from './mail-plain.js';
import { domainOf } from './pace.js';
import type { Envelope } from './smtp-line.service.js';

/** One mail as it goes over the line. */
export interface MailMessage {
  envelope: Envelope;
  bytes: Buffer;
}

/** What may not stand in a header: it would end there, and what follows begin another. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/** Puts together what one person is sent. The library writes the headers, where names and addresses need care. */
export function messageOf(
  { sender, brand }: Lot,
  mail: ReadyMail,
  content: MailContent,
  bouncesTo: string | undefined,
  date: Date,
): MailMessage {
  const id = `${mail.bounceToken}.${mail.step}`;
  const domain = domainOf(sender.fromAddress);
  const node = new MimeNode('multipart/alternative', { baseBoundary: BOUNDARY, boundary: BOUNDARY });
  node.setHeader({
    From: { name: inLine(sender.fromName), address: sender.fromAddress },
    To: { name: inLine(mail.name ?? ''), address: mail.email },
    ...(sender.replyTo && { 'Reply-To': sender.replyTo }),
    Subject: content.subject,
    'Message-ID': `<${id}@${domain}>`,
    Date: date.toUTCString().replace('GMT', '+0000'),
    // RFC 8058: mail programs show a button that unsubscribes without opening a page.
    'List-Unsubscribe': { prepared: true, value: `<${mail.links.unsubscribe}>` },
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Content-Language': content.tag,
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
    'MIME-Version': '1.0',
  });
  const body = alternativesOf(plainMail(content, mail.links), htmlMail(content, mail.links, brand));
  const from = sender.isOwnServer ? sender.fromAddress : (bouncesTo ?? sender.fromAddress);
  const [to = ''] = node.getEnvelope().to;
  const bytes = Buffer.from(`${node.buildHeaders()}\r\n\r\n${body}`, 'latin1');
  return { envelope: { from, to, id }, bytes };
}

function inLine(name: string): string {
  return name.replace(CONTROLS, ' ').trim();
}
