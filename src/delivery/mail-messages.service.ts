import { Inject, Injectable } from '@nestjs/common';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Config } from '../config.js';
import { Clock } from '../platform/clock.js';
import { CONFIG } from '../platform/config.module.js';
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
@Injectable()
export class MailMessages {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async compose({ sender, brand, write }: Lot, mail: ReadyMail): Promise<MailMessage> {
    const content = write(mail, mail.step);
    const id = `${mail.bounceToken}.${mail.step}`;
    const message = new MailComposer({
      from: { name: inLine(sender.fromName), address: sender.fromAddress },
      to: { name: inLine(mail.name ?? ''), address: mail.email },
      replyTo: sender.replyTo ?? undefined,
      subject: content.subject,
      messageId: `<${id}@${domainOf(sender.fromAddress)}>`,
      date: this.clock.now(),
      headers: {
        // RFC 8058: mail programs show a button that unsubscribes without opening a page.
        'List-Unsubscribe': { prepared: true, value: `<${mail.links.unsubscribe}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Content-Language': content.tag,
        'X-Auto-Response-Suppress': 'OOF, AutoReply',
      },
      text: plainMail(content, mail.links),
      html: htmlMail(content, mail.links, brand),
      encoding: 'quoted-printable', // what the library chooses for nearly all of them, after a look at every letter
      disableFileAccess: true,
      disableUrlAccess: true,
    }).compile();
    const from = sender.isOwnServer ? sender.fromAddress : (this.config.bouncesTo ?? sender.fromAddress);
    const [to = ''] = message.getEnvelope().to;
    return { envelope: { from, to, id }, bytes: await message.build() };
  }
}

function inLine(name: string): string {
  return name.replace(CONTROLS, ' ').trim();
}
