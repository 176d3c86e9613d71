import { Injectable } from '@nestjs/common';
import type { Recorded } from '../platform/events/event.js';
import { EVERY_PUBLISHED_FACT, On } from '../platform/events/on.js';
import { EndpointAlarmService } from './endpoint-alarm.service.js';
import { WebhookAttemptsService } from './webhook-attempts.service.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';
import { WebhookDeliveryOpened, WebhookEndpointDisabled } from './webhooks.events.js';

/** Most facts are recorded for tenants that have no endpoint. */
const HAS_ENDPOINTS = 'exists (select from webhook_endpoint where tenant_id = $1 and deleted_at is null)';

@Injectable()
export class WebhooksReactions {
  constructor(
    private readonly deliveries: WebhookDeliveriesService,
    private readonly attempts: WebhookAttemptsService,
    private readonly alarm: EndpointAlarmService,
  ) {}

  @On(EVERY_PUBLISHED_FACT, { onlyWhere: HAS_ENDPOINTS })
  openDeliveries(events: Recorded[]): Promise<void> {
    return this.deliveries.open(events);
  }

  @On(WebhookDeliveryOpened, { outside: true })
  async attempt(opened: Recorded<WebhookDeliveryOpened>[]): Promise<void> {
    for (const { tenantId, data } of opened) await this.attempts.attempt(tenantId, data.webhookDeliveryId);
  }

  /** Whoever disabled it by hand knows. */
  @On(WebhookEndpointDisabled, { outside: true })
  async tellOwners(disabled: Recorded<WebhookEndpointDisabled>[]): Promise<void> {
    for (const { tenantId, id, data } of disabled)
      if (data.reason !== 'by_hand') await this.alarm.raise(tenantId, id, data.webhookEndpointId);
  }
}
