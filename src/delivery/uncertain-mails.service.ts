import { Injectable } from '@nestjs/common';
import { InvitationsService } from '../campaigns/invitations.service.js';
import { WavesService } from '../campaigns/waves.service.js';
import { Clock } from '../platform/clock.js';
import type { Page, PageQuery } from '../platform/http/page.js';
import { OnClock } from '../platform/schedule.js';
import { MailNotUncertain } from './delivery.errors.js';
import { type UncertainMail, UncertainMailsQueries } from './uncertain-mails.queries.js';

/** Mails of which nobody knows whether they arrived. They are never sent again but by a person's decision. */
@Injectable()
export class UncertainMails {
  constructor(
    private readonly queries: UncertainMailsQueries,
    private readonly waves: WavesService,
    private readonly invitations: InvitationsService,
    private readonly clock: Clock,
  ) {}

  @OnClock('delivery.mark_uncertain')
  async mark(): Promise<void> {
    await this.queries.mark(this.clock.now());
  }

  async list(waveId: string, query: PageQuery): Promise<Page<UncertainMail>> {
    await this.waves.get(waveId);
    return this.queries.list(waveId, query);
  }

  /** Has one sent once more, at the risk that a person gets it twice. */
  async retry(waveId: string, contactId: string): Promise<void> {
    await this.invitations.get(waveId, contactId);
    if (!(await this.queries.retry(waveId, contactId, this.clock.now()))) throw new MailNotUncertain();
  }
}
