import { Injectable } from '@nestjs/common';
import { NotFound } from '../platform/errors.js';
import type { Page, PageQuery } from '../platform/http/page.js';
import type { InvitationState, Step } from './invitation-lifecycle.js';
import { type InvitationFilter, type InvitationRecord, InvitationsQueries } from './invitations.queries.js';
import type { Invitee } from './invitee.js';
import { LaunchQueries } from './launch.queries.js';
import type { WaveRecord } from './waves.service.js';

export type { InvitationRecord };

/** What was decided about one of those who were to be asked. */
export interface Invited {
  contactId: string;
  /** Of those asked before, `scheduled`, however far they are. */
  state: 'scheduled' | 'suppressed' | 'not_sampled';
  reason: string | null;
  dueAt: Date | null;
  /** False when it was decided before. */
  isNew: boolean;
}

/** Who is asked in a wave, and how far each of them is. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly queries: InvitationsQueries,
    private readonly launch: LaunchQueries,
  ) {}

  /**
   * Asks single people in a wave that is open, by the rules of a launch. Whoever is outside the campaign's audience is
   * not in the answer; whoever was left out before is looked at anew. Each contact once.
   */
  async invite(wave: WaveRecord, invitees: Invitee[]): Promise<Invited[]> {
    if (invitees.length === 0) return [];
    await this.launch.lockAsking();
    const decided = new Set(await this.launch.inviteEach(wave, invitees));
    const rows = await this.queries.among(
      wave.id,
      invitees.map(({ contactId }) => contactId),
    );
    return rows.map(({ contactId, state, reason, invitedAt }) => ({
      ...{ contactId, state: decisionOf(state), reason, dueAt: invitedAt, isNew: decided.has(contactId) },
    }));
  }

  find(waveId: string, contactId: string): Promise<InvitationRecord | null> {
    return this.queries.find(waveId, contactId);
  }

  async get(waveId: string, contactId: string): Promise<InvitationRecord> {
    const invitation = await this.find(waveId, contactId);
    if (!invitation) throw NotFound.of('invitation', contactId);
    return invitation;
  }

  list(waveId: string, query: PageQuery & InvitationFilter): Promise<Page<InvitationRecord>> {
    return this.queries.list(waveId, query);
  }

  /**
   * Notes that something happened with an invitation. A state never moves back, so what comes late or twice does no
   * harm. `reason` says why a mail bounced.
   */
  async mark(waveId: string, contactId: string, step: Step, at: Date, reason = 'rejected'): Promise<void> {
    await this.queries.mark(waveId, contactId, step, at, reason);
  }
}

function decisionOf(state: InvitationState): Invited['state'] {
  return state === 'suppressed' || state === 'not_sampled' ? state : 'scheduled';
}
