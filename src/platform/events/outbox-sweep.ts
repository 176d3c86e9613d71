import { Injectable, Logger } from '@nestjs/common';
import { OnClock } from '../schedule.js';
import { Outbox } from './outbox.js';

/**
 * A row enqueued for longer than this was lost on its way, in seconds, or waits behind a slow world: then taking it
 * up again finds its job and does nothing. What is known to be lost is not left to this.
 */
const LOST_AFTER_SECONDS = 60;

@Injectable()
export class OutboxSweep {
  private readonly logger = new Logger(OutboxSweep.name);

  constructor(private readonly outbox: Outbox) {}

  @OnClock('outbox.release_lost')
  async releaseLost(): Promise<void> {
    const released = await this.outbox.releaseEnqueuedFor(LOST_AFTER_SECONDS);
    if (released > 0)
      this.logger.warn({ message: `Took up ${released} outbox rows that were lost on their way` });
  }
}
