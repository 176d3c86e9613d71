import { Injectable } from '@nestjs/common';
import type { Recorded } from '../platform/events/event.js';
import { EVERY_PUBLISHED_FACT, On } from '../platform/events/on.js';
import { WebhookAttemptsService } from './webhook-attempts.service.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';
import { WebhookDeliveryOpened } from './webhooks.events.js';

@Injectable()
export class WebhooksReactions {
  constructor(
    private readonly deliveries: WebhookDeliveriesService,
    private readonly attempts: WebhookAttemptsService,
  ) {}

  @On(EVERY_PUBLISHED_FACT)
  openDeliveries(events: Recorded[]): Promise<void> {
    return this.deliveries.open(events);
  }

  @On(WebhookDeliveryOpened, { outside: true })
  async attempt(opened: Recorded<WebhookDeliveryOpened>[]): Promise<void> {
    for (const { tenantId, data } of opened) await this.attempts.attempt(tenantId, data.webhookDeliveryId);
  }
}
