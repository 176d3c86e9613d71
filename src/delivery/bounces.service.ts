import { Injectable } from '@nestjs/common';
import { type ParsedMail, simpleParser } from 'mailparser';
import { emailKey } from '../accounts/recognition.js';
import { InvitationsService } from '../campaigns/invitations.service.js';
import { LinksService } from '../campaigns/links.service.js';
import { SuppressionsService } from '../campaigns/suppressions.service.js';
import { Clock } from '../platform/clock.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import { type Bounce, type BounceKind, tokenIn } from './bounce.js';
import { BouncesQueries, type Mailed } from './bounces.queries.js';
import { bounceIn, complaintIn } from './delivery-status.js';
import type { BounceReason } from './settlement.js';

const MAX_DETAIL_CHARS = 500;

/** `unknown`: it is about no mail of this tenant's. */
export type BounceOutcome = 'noted' | 'unknown';

export interface IncomingBounce extends Bounce {
  /** The Message-ID or the token in it, by which the mail is known; the last to `email`, without it. */
  messageId: string | null;
  occurredAt: Date | null;
}

const REASONS: Partial<Record<BounceKind, BounceReason>> = {
  hard: 'hard_bounce',
  refused: 'refused',
  complaint: 'complaint',
};

/** Hears what became of mails after they were sent. */
@Injectable()
export class BouncesService {
  constructor(
    private readonly queries: BouncesQueries,
    private readonly links: LinksService,
    private readonly invitations: InvitationsService,
    private readonly suppressions: SuppressionsService,
    private readonly clock: Clock,
  ) {}

  async note(bounce: IncomingBounce): Promise<BounceOutcome> {
    const mailed = await this.mailedBy(bounce);
    if (!mailed) return 'unknown';
    const { kind, detail } = bounce;
    const { waveId, contactId } = mailed;
    const at = bounce.occurredAt ?? this.clock.now();
    const reason = REASONS[kind];
    if (kind === 'delivered') await this.invitations.mark(waveId, contactId, 'delivered', at);
    if (reason) await this.invitations.mark(waveId, contactId, 'bounced', at, reason);
    if (detail) await this.queries.noteDetail(waveId, contactId, detail.slice(0, MAX_DETAIL_CHARS));
    await this.suppress(mailed, bounce);
    return 'noted';
  }

  /**
   * Reads a mail that came back: a delivery status notification or a feedback report. Anybody can write such a mail, so
   * it is believed only if it holds the token of one of this tenant's own.
   */
  async noteMessage(bytes: Buffer): Promise<BounceOutcome> {
    const mail = await simpleParser(bytes, { keepDeliveryStatus: true });
    const token = tokenIn(bytes.toString('latin1').replace(/=\r?\n/g, ''));
    const bounce = reportIn(mail);
    if (!token || !bounce) return 'unknown';
    return this.note({ ...bounce, messageId: `${token}.0`, occurredAt: mail.date ?? null });
  }

  private mailedBy({ messageId, email }: IncomingBounce): Promise<Mailed | null> {
    if (messageId === null) return email ? this.queries.lastMailedTo(emailKey(email)) : Promise.resolve(null);
    const token = tokenIn(messageId);
    const link = token && this.links.read(token);
    const isOurs = link && link.kind === 'bounce' && link.tenantId === currentTransaction().tenantId;
    return isOurs ? this.queries.mailed(link.waveId, link.subject) : Promise.resolve(null);
  }

  /** The address the contact had then may be another than the one they have now, which is innocent. */
  private async suppress(mailed: Mailed, { kind, email }: IncomingBounce): Promise<void> {
    if ((kind !== 'hard' && kind !== 'complaint') || !mailed.email) return;
    if (email && emailKey(email) !== mailed.email) return;
    await this.suppressions.add([mailed.email], kind === 'hard' ? 'hard_bounce' : 'complaint');
  }
}

function reportIn({ attachments }: ParsedMail): Bounce | null {
  for (const { contentType, content } of attachments) {
    const text = () => content.toString('utf8');
    if (contentType === 'message/delivery-status') return bounceIn(text());
    if (contentType === 'message/feedback-report') return complaintIn(text());
  }
  return null;
}
