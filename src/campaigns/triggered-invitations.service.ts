import { Injectable } from '@nestjs/common';
import type { CampaignOutcome, HeardEvent } from './campaign-events.service.js';
import type { Listener } from './campaign-events.queries.js';
import { type Invited, InvitationsService } from './invitations.service.js';
import { LinksService } from './links.service.js';
import type { TriggeredSchedule } from './schedule.js';
import { dueAfter, type TriggerOutcome } from './trigger-outcome.js';
import { type WaveRecord, WavesService } from './waves.service.js';

/** Asks people in the waves of the campaigns that listen for what happened to them. */
@Injectable()
export class TriggeredInvitations {
  constructor(
    private readonly waves: WavesService,
    private readonly invitations: InvitationsService,
    private readonly links: LinksService,
  ) {}

  /** For each event what it led to, in each campaign that listens for it. */
  async ask(events: HeardEvent[], listeners: Listener[], now: Date): Promise<CampaignOutcome[][]> {
    const waves = await this.waves.byIds(listeners.flatMap(({ waveId }) => waveId ?? []));
    const outcomes: CampaignOutcome[][] = events.map(() => []);
    for (const listener of listeners) {
      const wave = waves.find(({ id }) => id === listener.waveId) ?? null;
      const told = events
        .map((event, index) => ({ event, index }))
        .filter((one) => one.event.event === listener.event);
      const asked = await this.askIn(
        wave,
        listener,
        told.map(({ event }) => event),
        now,
      );
      for (const [i, { index }] of told.entries()) outcomes[index]!.push(asked[i]!);
    }
    return outcomes;
  }

  private async askIn(
    wave: WaveRecord | null,
    { campaignId, isPaused }: Listener,
    events: HeardEvent[],
    now: Date,
  ): Promise<CampaignOutcome[]> {
    const nothing = (outcome: TriggerOutcome): CampaignOutcome => ({
      ...{ campaignId, waveId: wave?.id ?? null, outcome, reason: null, dueAt: null, url: null },
    });
    if (isPaused || !wave) return events.map(() => nothing('paused'));
    const due = events.map(({ occurredAt }) => dueAfter(occurredAt, wave.schedule as TriggeredSchedule, now));
    // A person is asked once in a wave: about what happened to them first.
    const firsts = new Map(
      events.flatMap((event, i) => (due[i] ? [[event.contactId, i] as const] : [])).reverse(),
    );
    const invited = await this.invitations.invite(
      wave,
      [...firsts].map(([contactId, i]) => ({ contactId, dueAt: due[i]!, properties: events[i]!.properties })),
    );
    const byContact = new Map(invited.map((one) => [one.contactId, one]));
    return events.map(({ contactId }, i) => {
      if (!due[i]) return nothing('too_late');
      const one = byContact.get(contactId);
      if (!one) return nothing('not_in_audience');
      if (!one.isNew || firsts.get(contactId) !== i) return nothing('already_asked');
      return { ...nothing(one.state), reason: one.reason, dueAt: one.dueAt, url: this.linkOf(wave, one) };
    });
  }

  /** Where Heed does not bring it to the person itself, whoever posted the event does. */
  private linkOf(wave: WaveRecord, { contactId, state }: Invited): string | null {
    if (state !== 'scheduled' || (wave.channel !== 'link' && wave.channel !== 'api')) return null;
    return this.links.urlOf(`/r/${this.links.personal(wave.id, contactId)}`);
  }
}
