import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import type { Recorded } from '../platform/events/event.js';
import { Events } from '../platform/events/events.js';
import { CallAgain, On } from '../platform/events/on.js';
import { OnClock } from '../platform/schedule.js';
import { AnalysisCorrected, LearningDue } from './analysis.events.js';
import { HeadsService } from './heads.service.js';
import { LearningService } from './learning.service.js';

/** Who corrects one text corrects the next, so what one such stretch of time brings is learned together; in milliseconds. */
const STRETCH_MS = 60_000;

@Injectable()
export class LearningReactions {
  constructor(
    private readonly learning: LearningService,
    private readonly heads: HeadsService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The first of many corrections that is called learns from all of them; the others find it done. */
  @On([AnalysisCorrected, LearningDue], { outside: true })
  async learn(due: Recorded<AnalysisCorrected | LearningDue>[]): Promise<void> {
    for (const { data, occurredAt } of due) {
      const stretches = Math.floor(occurredAt.getTime() / STRETCH_MS) + 1;
      const endsAt = new Date(stretches * STRETCH_MS);
      if (endsAt > this.clock.now()) throw new CallAgain(endsAt);
      await this.learning.learn(data.tenantId);
    }
  }

  /** A new version of the analyser has to be taught anew what the one before had learned. */
  @OnClock('analysis.learn')
  async learnAnew(): Promise<void> {
    const { tenantId } = currentTransaction();
    if (!(await this.heads.isUpToDate())) this.events.record(new LearningDue(tenantId));
  }
}
