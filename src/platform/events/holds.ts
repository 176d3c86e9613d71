import { Injectable, Logger } from '@nestjs/common';
import { Outbox } from './outbox.js';

/** How often a run says that it is still at work, in milliseconds: twice more before its row goes to others. */
const RENEW_EVERY_MS = 5_000;

/**
 * Sees to it that what no transaction can guard is done by one run at a time, however long it takes and however often
 * its job comes: each run holds its outbox row, against other processes in PostgreSQL and within this one here.
 */
@Injectable()
export class Holds {
  private readonly logger = new Logger(Holds.name);
  private readonly atWork = new Set<string>();

  constructor(private readonly outbox: Outbox) {}

  /** Does the work while holding the row; does nothing when the row is settled, not due, or another run's. */
  async during(outboxId: string, work: () => Promise<void>): Promise<void> {
    if (this.atWork.has(outboxId)) return;
    this.atWork.add(outboxId);
    try {
      if (await this.outbox.hold(outboxId)) await this.renewing(outboxId, work);
    } finally {
      this.atWork.delete(outboxId);
    }
  }

  private async renewing(outboxId: string, work: () => Promise<void>): Promise<void> {
    const timer = setInterval(() => {
      this.outbox.renew(outboxId).catch((error: Error) => {
        this.logger.warn({ message: `Could not renew a hold: ${error.message}`, outboxId, err: error });
      });
    }, RENEW_EVERY_MS).unref();
    try {
      await work();
    } finally {
      clearInterval(timer);
    }
  }
}
