import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { NotFound } from '../platform/errors.js';
import type { Recorded } from '../platform/events/event.js';
import { Events } from '../platform/events/events.js';
import { newId } from '../platform/ids.js';
import { webhookBody } from './payload.js';
import { WebhookAttempt } from './webhook-attempt.entity.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';
import { WebhookEndpointIsDisabled } from './webhooks.errors.js';
import { WebhookDeliveryOpened } from './webhooks.events.js';
import { REPLAY_LIMIT, WebhooksQueries } from './webhooks.queries.js';

/** Attempts shown with a delivery, the latest; replays may add any number. */
const ATTEMPTS_SHOWN = 100;

@Injectable()
export class WebhookDeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly endpoints: WebhookEndpointsService,
    private readonly queries: WebhooksQueries,
  ) {}

  async get(id: string): Promise<WebhookDelivery> {
    const delivery = await this.database.repository(WebhookDelivery).findOne({ id });
    if (!delivery) throw NotFound.of('webhook_delivery', id);
    return delivery;
  }

  /** How the attempts to deliver went, the latest first. */
  attempts(deliveryId: string): Promise<WebhookAttempt[]> {
    return this.database
      .repository(WebhookAttempt)
      .find({ deliveryId }, { order: { id: 'DESC' }, take: ATTEMPTS_SHOWN });
  }

  /** Opens a delivery of each event to each endpoint that wants it; an endpoint that is disabled skips it. */
  async open(events: Recorded[]): Promise<void> {
    const endpoints = await this.database.repository(WebhookEndpoint).find({ deletedAt: IsNull() });
    const now = this.clock.now();
    const deliveries = events.flatMap((event) =>
      endpoints
        .filter((endpoint) => endpoint.wants(event.type))
        .map((endpoint) => WebhookDelivery.of(event, { id: newId(), endpoint, now })),
    );
    if (deliveries.length === 0) return;
    const inserted = await this.queries.insertDeliveries(deliveries);
    for (const { id, state } of deliveries) if (state === 'pending' && inserted.has(id)) this.announce(id);
  }

  /** Sends a `webhook.test` to an endpoint, to see whether it arrives. */
  async test(endpointId: string): Promise<WebhookDelivery> {
    await this.assertEnabled(endpointId);
    const delivery = WebhookDelivery.test(newId(), endpointId, this.clock.now());
    await this.database.repository(WebhookDelivery).insert(delivery);
    this.announce(delivery.id);
    return delivery;
  }

  /** Delivers once more, under the same `webhook-id`. */
  async replay(id: string): Promise<WebhookDelivery> {
    const delivery = await this.database.repository(WebhookDelivery).lockOne({ id });
    if (!delivery) throw NotFound.of('webhook_delivery', id);
    await this.assertEnabled(delivery.endpointId);
    delivery.replay(this.clock.now());
    this.announce(id);
    return this.database.repository(WebhookDelivery).save(delivery);
  }

  /** Replays what failed or was skipped since then, as many as one call takes up. */
  async replayMissed(endpointId: string, since: Date): Promise<{ replayed: number; isComplete: boolean }> {
    await this.assertEnabled(endpointId);
    const ids = await this.queries.reopen(endpointId, since, this.clock.now());
    for (const id of ids) this.announce(id);
    return { replayed: ids.length, isComplete: ids.length < REPLAY_LIMIT };
  }

  /** What is sent: the same for every attempt. */
  async body({ eventId, endpointId, type, createdAt }: WebhookDelivery): Promise<string> {
    if (eventId === null) {
      return webhookBody({ type, occurredAt: createdAt, data: { webhookEndpointId: endpointId } });
    }
    const [event] = await this.events.byIds([eventId]);
    return webhookBody({ type, occurredAt: event!.occurredAt, data: { ...event!.data, eventId } });
  }

  private announce(deliveryId: string): void {
    this.events.record(new WebhookDeliveryOpened(deliveryId));
  }

  private async assertEnabled(endpointId: string): Promise<void> {
    const endpoint = await this.endpoints.get(endpointId);
    if (endpoint.disabledAt) throw new WebhookEndpointIsDisabled(endpointId);
  }
}
