import { Injectable } from '@nestjs/common';
import { type ContactReference, ContactsService } from '../accounts/contacts.service.js';
import { Clock } from '../platform/clock.js';
import { Invalid } from '../platform/errors.js';
import type { Properties } from '../platform/properties.js';
import { OnClock } from '../platform/schedule.js';
import { CampaignEventsQueries, keyOfEvent, type Listener } from './campaign-events.queries.js';
import { EventNamesNobody } from './campaigns.errors.js';
import type { TriggerOutcome } from './trigger-outcome.js';
import { TriggeredInvitations } from './triggered-invitations.service.js';

/** How long an event is remembered, so that it asks once however often it is posted, in days. */
export const EVENT_REMEMBERED_DAYS = 400;
const DAY_MS = 86_400_000;

export interface IncomingEvent {
  event: string;
  contact: ContactReference;
  externalId: string;
  /** Now, when left out. */
  occurredAt?: Date;
  properties?: Properties;
}

/** What an event led to in one campaign that listens for it. */
export interface CampaignOutcome {
  campaignId: string;
  waveId: string | null;
  outcome: TriggerOutcome;
  reason: string | null;
  dueAt: Date | string | null;
  url: string | null;
}

export interface TakenEvent {
  externalId: string;
  contactId: string | null;
  isDuplicate: boolean;
  campaigns: CampaignOutcome[];
}

export type EventOutcome = TakenEvent | { error: Invalid };

/** An event of a person we know, for which some campaign listens. */
export interface HeardEvent {
  event: string;
  externalId: string;
  contactId: string;
  occurredAt: Date;
  properties: Properties | undefined;
}

/** Takes in what happened to people, and has them asked about it. */
@Injectable()
export class CampaignEventsService {
  constructor(
    private readonly clock: Clock,
    private readonly contacts: ContactsService,
    private readonly queries: CampaignEventsQueries,
    private readonly invitations: TriggeredInvitations,
  ) {}

  /** In the order given. An event nobody listens for leaves nothing behind. */
  async receive(incoming: IncomingEvent[]): Promise<EventOutcome[]> {
    const now = this.clock.now();
    const listeners = await this.queries.listeners([...new Set(incoming.map(({ event }) => event))], now);
    const isHeard = new Set(listeners.map(({ event }) => event));
    const heard = await this.identify(
      incoming.filter(({ event }) => isHeard.has(event)),
      now,
    );
    const taken = await this.take(
      heard.filter((one): one is HeardEvent => !(one instanceof Invalid)),
      listeners,
      now,
    );
    let next = 0;
    return incoming.map(({ event, externalId }) => {
      if (!isHeard.has(event)) return { externalId, contactId: null, isDuplicate: false, campaigns: [] };
      const one = heard[next++]!;
      return one instanceof Invalid ? { error: one } : taken.shift()!;
    });
  }

  @OnClock('campaign.forget_events')
  async forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - EVENT_REMEMBERED_DAYS * DAY_MS);
    await this.queries.forgetBefore(before);
  }

  private async identify(incoming: IncomingEvent[], now: Date): Promise<(HeardEvent | Invalid)[]> {
    const resolved = await this.contacts.resolveEach(incoming.map(({ contact }) => contact));
    return incoming.map(({ event, externalId, occurredAt = now, properties }, i) => {
      const found = resolved[i]!;
      if (found instanceof Invalid) return found;
      const { contactId } = found;
      if (contactId === null) return new EventNamesNobody();
      return { event, externalId, contactId, occurredAt, properties };
    });
  }

  /** The outcomes of events, in their order. Those posted before, and repeats among these, ask nobody. */
  private async take(events: HeardEvent[], listeners: Listener[], now: Date): Promise<TakenEvent[]> {
    const firsts = new Map([...events].reverse().map((one) => [keyOfEvent(one), one]));
    const known = new Map(
      (await this.queries.takeNew([...firsts.values()], now)).map((one) => [keyOfEvent(one), one]),
    );
    const fresh = [...firsts.values()].filter((one) => !known.has(keyOfEvent(one))).reverse();
    const asked = await this.invitations.ask(fresh, listeners, now);
    await this.queries.keepOutcomes(
      fresh.map(({ event, externalId }, i) => ({ event, externalId, outcomes: asked[i]! })),
    );
    const outcomes = new Map(fresh.map((one, i) => [keyOfEvent(one), asked[i]!]));
    return events.map((one) => {
      const key = keyOfEvent(one);
      const before = known.get(key);
      const { externalId, contactId } = before ?? firsts.get(key)!;
      const isDuplicate = before !== undefined || firsts.get(key) !== one;
      return { externalId, contactId, isDuplicate, campaigns: before?.outcomes ?? outcomes.get(key)! };
    });
  }
}
