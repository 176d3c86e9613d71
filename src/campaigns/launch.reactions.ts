import { Injectable } from '@nestjs/common';
import type { Recorded } from '../platform/events/event.js';
import { On } from '../platform/events/on.js';
import { WaveLaunchStarted } from './campaigns.events.js';
import { LaunchService } from './launch.service.js';

@Injectable()
export class LaunchReactions {
  constructor(private readonly launch: LaunchService) {}

  /** Takes longer than any transaction should, hence outside of one; every chunk of contacts has its own. */
  @On(WaveLaunchStarted, { outside: true })
  async launchWave(started: Recorded<WaveLaunchStarted>[]): Promise<void> {
    for (const { tenantId, data } of started) await this.launch.launch(tenantId, data.waveId);
  }
}
