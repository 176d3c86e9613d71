import { Injectable } from '@nestjs/common';
import { InvitationsService } from '../campaigns/invitations.service.js';
import { Clock } from '../platform/clock.js';
import { OnClock } from '../platform/schedule.js';
import { MailNotUncertain } from './delivery.errors.js';
import { DueMailsQueries } from './due-mails.queries.js';

/** Mails of which nobody knows whether they arrived. They are never sent again but by a person's decision. */
@Injectable()
export class UncertainMails {
  constructor(
    private readonly queries: DueMailsQueries,
    private readonly invitations: InvitationsService,
    private readonly clock: Clock,
  ) {}

  @OnClock('delivery.mark_uncertain')
  async mark(): Promise<void> {
    await this.queries.markUncertain(this.clock.now());
  }

  /** Has one sent once more, at the risk that a person gets it twice. */
  async retry(waveId: string, contactId: string): Promise<void> {
    await this.invitations.get(waveId, contactId);
    if (!(await this.queries.retry(waveId, contactId, this.clock.now()))) throw new MailNotUncertain();
  }
}
