import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Metrics } from '../metrics.js';
import type { Recorded } from './event.js';
import { Events } from './events.js';
import { Handlers, type RegisteredHandler } from './handlers.js';
import { Holds } from './holds.js';
import { CallAgain, DEFAULT_RETRY_DELAYS_MS } from './on.js';
import { Outbox } from './outbox.js';

/** What a job carries: one handler to be told of some events of one tenant. Ids only. */
export interface Delivery {
  tenantId: string;
  handler: string;
  outboxIds: string[];
}

/** Share of a retry's delay added at random, so that what failed together does not come back together. */
const JITTER = 0.3;

/**
 * Tells handlers of events. A handler's work and the deletion of its outbox rows are one transaction:
 * a job that comes twice finds no row and does nothing. Outside, it finds the row held while it is being told.
 */
@Injectable()
export class Dispatcher {
  private readonly logger = new Logger(Dispatcher.name);

  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly handlers: Handlers,
    private readonly outbox: Outbox,
    private readonly holds: Holds,
    private readonly metrics: Metrics,
  ) {}

  async deliver(delivery: Delivery): Promise<void> {
    const handler = this.handlers.named(delivery.handler) ?? unknown(delivery.handler);
    if (!handler.outside) return this.attempt(handler, delivery);
    for (const id of delivery.outboxIds)
      await this.holds.during(id, () => this.attempt(handler, { ...delivery, outboxIds: [id] }));
  }

  private async attempt(handler: RegisteredHandler, delivery: Delivery): Promise<void> {
    try {
      await (handler.outside ? this.runOutside(handler, delivery) : this.runInside(handler, delivery));
      this.metrics.countDelivery(handler.name, 'told', delivery.outboxIds.length);
    } catch (error) {
      if (delivery.outboxIds.length === 1) return this.setback(handler, delivery, error as Error);
      // One bad event must not hold up the rest of its batch.
      for (const id of delivery.outboxIds) await this.attempt(handler, { ...delivery, outboxIds: [id] });
    }
  }

  private runInside(handler: RegisteredHandler, { tenantId, outboxIds }: Delivery): Promise<void> {
    return this.database.inTenant(tenantId, async () => {
      const events = await this.events.take(outboxIds, handler.name);
      if (events.length > 0) await handler.run(events as Recorded<never>[]);
    });
  }

  /** Of one row, which is held. */
  private async runOutside(handler: RegisteredHandler, { tenantId, outboxIds }: Delivery): Promise<void> {
    const [id] = outboxIds as [string];
    const events = await this.database.inTenant(tenantId, async () => {
      const rows = await this.database.query<{ eventId: string }>(
        'select event_id as "eventId" from outbox where tenant_id = $1 and id = $2 and handler = $3',
        [id, handler.name],
      );
      return this.events.byIds(rows.map((row) => row.eventId));
    });
    await handler.run(events as Recorded<never>[]);
    await this.outbox.strikeOut(id);
  }

  private async setback(
    handler: RegisteredHandler,
    { tenantId, outboxIds }: Delivery,
    error: Error,
  ): Promise<void> {
    const [id] = outboxIds as [string];
    if (error instanceof CallAgain) return this.outbox.postpone(id, error.at);
    const attempts = await this.outbox.attempts(id);
    const delayMs = handler.retryDelaysMs[attempts];
    this.metrics.countDelivery(handler.name, delayMs === undefined ? 'dead' : 'failed', 1);
    const message = {
      message: `${handler.name} failed`,
      tenantId,
      outboxId: id,
      attempt: attempts + 1,
      err: error,
    };
    if (delayMs === undefined) this.logger.error({ ...message, message: `${message.message} and gave up` });
    else this.logger.warn(message);
    await this.outbox.fail(
      id,
      error.message,
      delayMs === undefined ? null : delayMs * (1 + JITTER * Math.random()),
    );
  }
}

/** Another version of Heed recorded it, which is about to take over or was rolled back: worth some patience. */
function unknown(name: string): RegisteredHandler {
  const run = () => Promise.reject(new Error(`This version of Heed has no handler ${name}`));
  return { name, outside: false, retryDelaysMs: DEFAULT_RETRY_DELAYS_MS, onlyWhere: null, run };
}
