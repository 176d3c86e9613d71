import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import type { CampaignOutcome } from './campaign-events.service.js';

/** A campaign that listens for an event, and the wave that asks about it. */
export interface Listener {
  campaignId: string;
  event: string;
  isPaused: boolean;
  waveId: string | null;
}

export interface EventRow {
  event: string;
  externalId: string;
  contactId: string;
  occurredAt: Date;
}

/** What an event asked when it was posted first. */
export interface KnownEvent {
  event: string;
  externalId: string;
  contactId: string;
  outcomes: CampaignOutcome[];
}

@Injectable()
export class CampaignEventsQueries {
  constructor(private readonly database: Database) {}

  /** A wave takes events until it closes, so that none is lost in the moment before the next month's opens. */
  listeners(events: string[], now: Date): Promise<Listener[]> {
    return this.database.query<Listener>(
      `select c.id as "campaignId", c.listens_to as event, c.state = 'paused' as "isPaused", w.id as "waveId"
         from campaign c
         left join lateral (
           select w.id from wave w
            where w.tenant_id = $1 and w.campaign_id = c.id and w.state in ('launching', 'open') and w.closes_at > $3
            order by w.number desc limit 1) w on true
        where c.tenant_id = $1 and c.listens_to = any($2::text[]) and c.state in ('running', 'paused')
        order by c.id`,
      [events, now],
    );
  }

  /** Those that were posted before; waits for whoever is posting the same ones. */
  async takeNew(rows: EventRow[], now: Date): Promise<KnownEvent[]> {
    const taken = await this.database.query<{ event: string; externalId: string }>(
      `insert into campaign_event (tenant_id, id, event, external_id, contact_id, occurred_at, received_at, outcomes)
       select $1, e.*, $7, '[]'
         from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::timestamptz[]) e
        order by 3, 4
       on conflict (tenant_id, event, external_id) do nothing
       returning event, external_id as "externalId"`,
      [
        rows.map(() => newId()),
        ...[rows.map(({ event }) => event), rows.map(({ externalId }) => externalId)],
        ...[rows.map(({ contactId }) => contactId), rows.map(({ occurredAt }) => occurredAt), now],
      ],
    );
    if (taken.length === rows.length) return [];
    const isNew = new Set(taken.map(keyOfEvent));
    const known = rows.filter((row) => !isNew.has(keyOfEvent(row)));
    return this.database.query<KnownEvent>(
      `select event, external_id as "externalId", contact_id as "contactId", outcomes from campaign_event
        where tenant_id = $1 and (event, external_id) in (select * from unnest($2::text[], $3::text[]))`,
      [known.map(({ event }) => event), known.map(({ externalId }) => externalId)],
    );
  }

  async keepOutcomes(
    outcomes: { event: string; externalId: string; outcomes: CampaignOutcome[] }[],
  ): Promise<void> {
    if (outcomes.length === 0) return;
    await this.database.query(
      `update campaign_event c set outcomes = e.outcomes
         from unnest($2::text[], $3::text[], $4::jsonb[]) e (event, external_id, outcomes)
        where c.tenant_id = $1 and c.event = e.event and c.external_id = e.external_id`,
      [
        outcomes.map(({ event }) => event),
        outcomes.map(({ externalId }) => externalId),
        outcomes.map((one) => JSON.stringify(one.outcomes)),
      ],
    );
  }

  async forgetBefore(moment: Date): Promise<void> {
    await this.database.query('delete from campaign_event where tenant_id = $1 and received_at < $2', [
      moment,
    ]);
  }
}

/** Event names hold no space. */
export function keyOfEvent({ event, externalId }: { event: string; externalId: string }): string {
  return `${event} ${externalId}`;
}
