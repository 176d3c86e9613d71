import { Injectable } from '@nestjs/common';
import { ContactsService } from '../accounts/contacts.service.js';
import { Clock } from '../platform/clock.js';
import { isUnderway } from './invitation-lifecycle.js';
import { ContactNotInAudience, WaveAsksByItself, WaveNotOpen } from './invitations.errors.js';
import { type InvitationRecord, InvitationsService } from './invitations.service.js';
import { LinksService } from './links.service.js';
import { type WaveRecord, WavesService } from './waves.service.js';

/** Asks single contacts at the tenant's word, and says by which links they answer. */
@Injectable()
export class InvitingService {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly waves: WavesService,
    private readonly contacts: ContactsService,
    private readonly links: LinksService,
    private readonly clock: Clock,
  ) {}

  /** Whoever was asked in the wave before keeps the invitation they have. */
  async invite(waveId: string, contactId: string): Promise<InvitationRecord> {
    const wave = await this.waves.get(waveId);
    assertInvitable(wave);
    await this.contacts.get(contactId);
    const [invited] = await this.invitations.invite(wave, [{ contactId, dueAt: this.clock.now() }]);
    if (!invited) throw new ContactNotInAudience();
    return this.invitations.get(waveId, contactId);
  }

  /** Gives for an invitation of the wave its link; null where nobody can answer by it, or nobody may know whose it is. */
  linksOf(wave: WaveRecord): (invitation: InvitationRecord) => string | null {
    if (wave.isAnonymous) return () => null;
    return ({ state, contactId }) =>
      isUnderway(state) || state === 'answered'
        ? this.links.urlOf(`/r/${this.links.personal(wave.id, contactId)}`)
        : null;
  }
}

/** An anonymous wave asks all at once: who is asked alone is known by when the answer comes. */
function assertInvitable({ state, channel, isAnonymous }: WaveRecord): void {
  if (isAnonymous) throw new WaveAsksByItself('An anonymous wave asks everybody at once, nobody alone.');
  if (channel !== 'api' && channel !== 'link')
    throw new WaveAsksByItself(
      `A wave by ${channel} gives out no links of its own; use the channel link or api.`,
    );
  if (state !== 'open') throw new WaveNotOpen(state);
}
