import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { keyOf, type Page, pageOf } from '../platform/http/page.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import type { DeliveryFilter } from './webhooks.dto.js';

/** Most deliveries one replay takes up; the caller asks again for the rest. */
export const REPLAY_LIMIT = 1_000;

@Injectable()
export class WebhooksQueries {
  constructor(private readonly database: Database) {}

  /** An endpoint's deliveries, the newest first. */
  async deliveries(endpointId: string, query: DeliveryFilter): Promise<Page<WebhookDelivery>> {
    const before = keyOf(query, 1);
    const { state, type } = query;
    const rows = await this.database.repository(WebhookDelivery).find(
      {
        endpointId,
        ...(state === undefined ? {} : { state }),
        ...(type === undefined ? {} : { type }),
        ...(before === null ? {} : { id: LessThan(String(before[0])) }),
      },
      { order: { id: 'DESC' }, take: query.limit + 1 },
    );
    return pageOf(rows, query, (row) => [row.id]);
  }

  /** Inserts deliveries where event and endpoint have none yet. Returns the ids of those inserted. */
  async insertDeliveries(deliveries: WebhookDelivery[]): Promise<Set<string>> {
    const column = <V>(value: (delivery: WebhookDelivery) => V) => deliveries.map(value);
    const inserted = await this.database.query<{ id: string }>(
      `insert into webhook_delivery (tenant_id, id, endpoint_id, event_id, type, state, attempts, next_attempt_at, created_at)
       select $1, d.id, d.endpoint_id, d.event_id, d.type, d.state, 0, d.next_attempt_at, d.created_at
         from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[])
           as d (id, endpoint_id, event_id, type, state, next_attempt_at, created_at)
       on conflict (tenant_id, endpoint_id, event_id) do nothing
       returning id`,
      [
        column((d) => d.id),
        column((d) => d.endpointId),
        column((d) => d.eventId),
        column((d) => d.type),
        column((d) => d.state),
        column((d) => d.nextAttemptAt),
        column((d) => d.createdAt),
      ],
    );
    return new Set(inserted.map(({ id }) => id));
  }

  /** Makes an endpoint's failed and skipped deliveries pending again, the oldest first. Returns their ids. */
  async reopen(endpointId: string, since: Date, now: Date): Promise<string[]> {
    const reopened = await this.database.query<{ id: string }>(
      `with chosen as (
         select id from webhook_delivery
          where tenant_id = $1 and endpoint_id = $2 and state in ('failed', 'skipped') and created_at >= $3
          order by id limit $5 for update skip locked)
       update webhook_delivery d
          set state = 'pending', attempts = 0, next_attempt_at = $4
         from chosen where d.tenant_id = $1 and d.id = chosen.id
       returning d.id`,
      [endpointId, since, now, REPLAY_LIMIT],
    );
    return reopened.map(({ id }) => id);
  }
}
