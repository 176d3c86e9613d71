import MailComposer from 'nodemailer/lib/mail-composer';
import { contentOf } from './mail-content.js';
import { htmlMail } from './mail-html.js';
import type { Lot, ReadyMail } from './mail-lots.service.js';
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

/** Puts together what one person is sent. */
export async function messageOf(
  lot: Lot,
  mail: ReadyMail,
  bouncesTo: string | undefined,
  date: Date,
): Promise<MailMessage> {
  const { sender, brand } = lot;
  const content = contentOf(lot.asked, mail, mail.step);
  const id = `${mail.bounceToken}.${mail.step}`;
  const node = new MailComposer({
    from: { name: inLine(sender.fromName), address: sender.fromAddress },
    to: { name: inLine(mail.name ?? ''), address: mail.email },
    ...(sender.replyTo && { replyTo: sender.replyTo }),
    subject: content.subject,
    messageId: `<${id}@${domainOf(sender.fromAddress)}>`,
    date,
    text: plainMail(content, mail.links),
    html: htmlMail(content, mail.links, brand),
    headers: {
      // RFC 8058: mail programs show a button that unsubscribes without opening a page.
      'List-Unsubscribe': { prepared: true, value: `<${mail.links.unsubscribe}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Content-Language': content.tag,
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const { to } = node.getEnvelope();
  const from = sender.isOwnServer ? sender.fromAddress : (bouncesTo ?? sender.fromAddress);
  return { envelope: { from, to: to[0] ?? '', id }, bytes: await node.build() };
}

function inLine(name: string): string {
  return name.replace(CONTROLS, ' ').trim();
}
