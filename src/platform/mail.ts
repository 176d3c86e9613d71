import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Config } from '../config.js';
import { CONFIG } from './config.module.js';

/** How long the mail server may take to be reached and to answer, in milliseconds. */
const TIMEOUT_MS = 15_000;

export interface Letter {
  /** Names this letter: sent once more, it carries the same id, by which mailboxes know it again. */
  id: string;
  to: string[];
  subject: string;
  text: string;
}

/** Mail to the people who work with Heed, through the installation's SMTP server. For outside handlers. */
@Injectable()
export class Mail {
  private readonly transport: Transporter | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    if (!config.smtpUrl) return;
    this.transport = createTransport({
      url: config.smtpUrl,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Whether there is a server to send through. */
  get isConfigured(): boolean {
    return this.transport !== undefined;
  }

  /** Sends a letter; throws when the server does not take it for anyone. */
  async send({ id, to, subject, text }: Letter): Promise<void> {
    if (!this.transport) throw new Error('HEED_SMTP_URL is not set.');
    const from = this.config.mailFrom!;
    const messageId = `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`;
    await this.transport.sendMail({ from: { name: 'Heed', address: from }, to, subject, text, messageId });
  }
}
