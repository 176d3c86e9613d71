import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Recorded } from '../platform/events/event.js';
import { On } from '../platform/events/on.js';
import { WaveClosed } from './campaigns.events.js';
import { WaveEnd } from './wave-end.service.js';
import { WavesService } from './waves.service.js';

@Injectable()
export class WavesReactions {
  constructor(
    private readonly database: Database,
    private readonly waves: WavesService,
    private readonly end: WaveEnd,
  ) {}

  /**
   * A million invitations are too many for one transaction, hence outside of any. Those of an anonymous wave
   * expire once the last answers are counted, which is done where ballots are kept.
   */
  @On(WaveClosed, { outside: true })
  async expire(closed: Recorded<WaveClosed>[]): Promise<void> {
    for (const { tenantId, data } of closed) {
      const wave = await this.database.inTenant(tenantId, () => this.waves.get(data.waveId));
      if (!wave.isAnonymous) await this.end.expire(tenantId, wave.id);
    }
  }
}
