import { Injectable } from '@nestjs/common';
import { publishedFacts, type Recorded } from '../platform/events/event.js';
import { On } from '../platform/events/on.js';
import { WebhookAttemptsService } from './webhook-attempts.service.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';
import { WebhookDeliveryOpened } from './webhooks.events.js';

// The last module of the line: by now the modules before it have declared their facts. A test makes sure.
const PUBLISHED = publishedFacts().map(({ fact }) => fact);

@Injectable()
export class WebhooksReactions {
  constructor(
    private readonly deliveries: WebhookDeliveriesService,
    private readonly attempts: WebhookAttemptsService,
  ) {}

  @On(PUBLISHED)
  openDeliveries(events: Recorded[]): Promise<void> {
    return this.deliveries.open(events);
  }

  @On(WebhookDeliveryOpened, { outside: true })
  async attempt(opened: Recorded<WebhookDeliveryOpened>[]): Promise<void> {
    for (const { data } of opened) await this.attempts.attempt(data.tenantId, data.webhookDeliveryId);
  }
}
