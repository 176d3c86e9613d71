import { Injectable } from '@nestjs/common';
import { WaveClosed } from '../campaigns/campaigns.events.js';
import type { Recorded } from '../platform/events/event.js';
import { On } from '../platform/events/on.js';
import { PrizeEntriesService } from './prize-entries.service.js';

@Injectable()
export class PrizesReactions {
  constructor(private readonly entries: PrizeEntriesService) {}

  @On(WaveClosed)
  async sealEntries(closed: Recorded<WaveClosed>[]): Promise<void> {
    for (const { data } of closed) await this.entries.close(data.waveId);
  }
}
