import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { BallotKeysService } from './ballot-keys.service.js';
import { LaunchQueries } from './launch.queries.js';
import { type WaveRecord, WavesService } from './waves.service.js';

/** Contacts looked at in one transaction: beyond this it gets no faster, and others wait the longer. */
export const LAUNCH_CHUNK = 20_000;

/** Makes the invitations of a wave, chunk by chunk, however often it is begun and wherever it is broken off. */
@Injectable()
export class LaunchService {
  constructor(
    private readonly database: Database,
    private readonly waves: WavesService,
    private readonly queries: LaunchQueries,
    private readonly ballotKeys: BallotKeysService,
  ) {}

  /** Opens the wave when all its invitations are made. Does nothing to one that is not being launched. */
  async launch(tenantId: string, waveId: string, chunk = LAUNCH_CHUNK): Promise<void> {
    const inTenant = <T>(work: () => Promise<T>) => this.database.inTenant(tenantId, work);
    while (await inTenant(() => this.advance(waveId, chunk)));
  }

  /** Whether there is more to do. */
  private async advance(waveId: string, chunk: number): Promise<boolean> {
    const progress = await this.queries.lockProgress(waveId);
    if (!progress) return false;
    const wave = await this.waves.get(waveId);
    const upTo = invitesAtLaunch(wave) ? await this.queries.endOfChunk(progress.upTo, chunk) : null;
    if (upTo === null) return this.open(wave);
    await this.queries.lockAsking();
    await this.queries.invite(wave, progress.upTo, upTo);
    await this.queries.saveProgress(waveId, upTo);
    return true;
  }

  private async open(wave: WaveRecord): Promise<false> {
    if (wave.isAnonymous) {
      await this.queries.allowWholeWave();
      await this.queries.blankSmallGroups(wave.id, wave.minimumGroup);
      await this.queries.makeBallots(wave.id, await this.ballotKeys.make(wave.id));
    }
    await this.waves.opened(wave.id);
    return false;
  }
}

/** Others are asked one by one: when their event happens, or when the tenant's product asks for it. */
function invitesAtLaunch({ channel, schedule }: WaveRecord): boolean {
  return schedule.type !== 'triggered' && (channel === 'email' || channel === 'link');
}
