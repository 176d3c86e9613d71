import { Column, Entity } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import type { NextStep } from './retry-schedule.js';
import type { WebhookEndpoint } from './webhook-endpoint.entity.js';
import { WebhookDeliveryPending } from './webhooks.errors.js';

export const DELIVERY_STATES = ['pending', 'delivered', 'failed', 'skipped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** The type of a delivery a person asked for to try an endpoint. No event stands behind it. */
export const TEST_TYPE = 'webhook.test';

interface Opening {
  id: string;
  endpoint: WebhookEndpoint;
  now: Date;
}

/** One event to be told to one endpoint. Its id is the `webhook-id` of every attempt, replays included. */
@Entity('webhook_delivery')
export class WebhookDelivery extends TenantRow {
  @Column('uuid')
  endpointId: string;

  @Column('uuid', { nullable: true })
  eventId: string | null;

  @Column('text')
  type: string;

  @Column('text')
  state: DeliveryState;

  /** Made since it was opened or last replayed. */
  @Column('integer')
  attempts: number;

  @Column('timestamptz', { nullable: true })
  nextAttemptAt: Date | null;

  @Column('integer', { nullable: true })
  lastStatus: number | null;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { nullable: true })
  deliveredAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;

  /** To tell an endpoint of an event; skipped when the endpoint is disabled, to be replayed if somebody wants to. */
  static of(event: { id: string; type: string }, { id, endpoint, now }: Opening): WebhookDelivery {
    const { type, id: eventId } = event;
    return WebhookDelivery.open(
      { id, endpointId: endpoint.id, eventId, type },
      endpoint.disabledAt === null,
      now,
    );
  }

  static test(id: string, endpointId: string, now: Date): WebhookDelivery {
    return WebhookDelivery.open({ id, endpointId, eventId: null, type: TEST_TYPE }, true, now);
  }

  private static open(
    fields: Pick<WebhookDelivery, 'id' | 'endpointId' | 'eventId' | 'type'>,
    isEnabled: boolean,
    now: Date,
  ): WebhookDelivery {
    return Object.assign(new WebhookDelivery(), fields, {
      state: isEnabled ? 'pending' : 'skipped',
      nextAttemptAt: isEnabled ? now : null,
      attempts: 0,
      lastStatus: null,
      lastError: null,
      deliveredAt: null,
      createdAt: now,
    } as const);
  }

  /** Notes how an attempt ended and what follows from it. */
  follow(
    step: NextStep,
    { status, error }: { status: number | null; error: string | null },
    now: Date,
  ): void {
    this.attempts += 1;
    this.lastStatus = status;
    this.lastError = error;
    if (step.kind === 'retry') {
      this.nextAttemptAt = step.at;
      return;
    }
    this.nextAttemptAt = null;
    this.state = step.kind === 'delivered' ? 'delivered' : 'failed';
    if (step.kind === 'delivered') this.deliveredAt = now;
  }

  /** The endpoint is disabled: it is not told, unless somebody replays the delivery. */
  skip(): void {
    this.state = 'skipped';
    this.nextAttemptAt = null;
  }

  /** Begins the schedule anew, whatever became of it the first time. */
  replay(now: Date): void {
    if (this.state === 'pending') throw new WebhookDeliveryPending(this.id);
    this.state = 'pending';
    this.attempts = 0;
    this.nextAttemptAt = now;
    this.deliveredAt = null;
  }
}
