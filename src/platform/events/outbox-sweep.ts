import { Injectable, Logger } from '@nestjs/common';
import { OnClock } from '../schedule.js';
import { Outbox } from './outbox.js';

/**
 * A row enqueued for longer than this, and told by nobody, was lost on its way, in seconds. The last resort, for what
 * the relay did not notice; longer than a job can wait behind others for a world that lets each of them time out.
 */
const LOST_AFTER_SECONDS = 120;

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
