import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { CallAgain } from '../platform/events/on.js';
import { newId } from '../platform/ids.js';
import { JITTER_SHARE, nextStep, SLOW_DOWN_MS } from './retry-schedule.js';
import { WebhookAttempt } from './webhook-attempt.entity.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookEndpointHealthService } from './webhook-endpoint-health.service.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';
import { type AttemptOutcome, type WebhookMessage, WebhookSenderService } from './webhook-sender.service.js';

/**
 * Attempts deliveries. An attempt is three steps: read in a transaction what is to be sent, send it
 * outside any, note in another what came of it. Whoever dies between the last two sends once more: a
 * receiver gets each event at least once, always under the same `webhook-id`.
 */
@Injectable()
export class WebhookAttemptsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly deliveries: WebhookDeliveriesService,
    private readonly health: WebhookEndpointHealthService,
    private readonly sender: WebhookSenderService,
  ) {}

  /** Makes the attempt that is due, if one is. Throws `CallAgain` when it is not due yet or another is to follow. */
  async attempt(tenantId: string, deliveryId: string): Promise<void> {
    const due = await this.database.inTenant(tenantId, () => this.due(deliveryId));
    if (!due) return;
    const at = this.clock.now();
    const outcome = await this.sender.send(due.message, due.endpoint, at);
    const again = await this.database.inTenant(tenantId, () => this.note(deliveryId, outcome, at));
    if (again) throw new CallAgain(again);
  }

  private async due(id: string): Promise<{ message: WebhookMessage; endpoint: WebhookEndpoint } | null> {
    const delivery = await this.database.repository(WebhookDelivery).lockOne({ id });
    if (delivery?.state !== 'pending') return null;
    const endpoint = await this.database.repository(WebhookEndpoint).findOne({ id: delivery.endpointId });
    if (!endpoint?.isOpen()) {
      delivery.skip();
      await this.database.repository(WebhookDelivery).save(delivery);
      return null;
    }
    assertDue(delivery, endpoint, this.clock.now());
    return { message: { id, body: await this.deliveries.body(delivery) }, endpoint };
  }

  /** Returns when the next attempt is due, if one is. */
  private async note(deliveryId: string, outcome: AttemptOutcome, at: Date): Promise<Date | null> {
    const delivery = (await this.database.repository(WebhookDelivery).lockOne({ id: deliveryId }))!;
    const { status, error, durationMs, responseExcerpt } = outcome;
    const attempt = delivery.attempts + 1;
    const fields = { id: newId(), deliveryId, attempt, at, status, durationMs, error, responseExcerpt };
    await this.database.repository(WebhookAttempt).insert(Object.assign(new WebhookAttempt(), fields));
    // Somebody else made an attempt meanwhile and ended the matter.
    if (delivery.state !== 'pending') return null;
    const now = this.clock.now();
    const step = nextStep(attempt, outcome, Math.random(), now);
    delivery.follow(step, outcome, now);
    await this.database.repository(WebhookDelivery).save(delivery);
    await this.health.note(delivery.endpointId, step, now);
    return delivery.nextAttemptAt;
  }
}

/** A call may come too early: after a crash, or while the receiver rests. Those that waited for it return scattered. */
function assertDue({ nextAttemptAt }: WebhookDelivery, { restUntil }: WebhookEndpoint, now: Date): void {
  if (nextAttemptAt && nextAttemptAt > now) throw new CallAgain(nextAttemptAt);
  if (restUntil && restUntil > now) {
    throw new CallAgain(new Date(restUntil.getTime() + SLOW_DOWN_MS * JITTER_SHARE * Math.random()));
  }
}
