import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { NotFound } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import { assertVersion } from '../platform/http/if-match.js';
import type { Page, PageQuery } from '../platform/http/page.js';
import { pageById } from '../platform/http/page-by-id.js';
import { Campaign } from './campaign.entity.js';
import { WaveAlreadyClosed, WaveAlreadyOpen, WaveWindowInvalid } from './campaigns.errors.js';
import { WaveClosingMoved, WaveOpened } from './campaigns.events.js';
import { MAX_LASTS_DAYS } from './schedule.js';
import { WaveCourse } from './wave-course.service.js';
import { Wave } from './wave.entity.js';
import { type WaveRecord, WavesQueries } from './waves.queries.js';

export type { WaveRecord };

const DAY_MS = 86_400_000;

@Injectable()
export class WavesService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly queries: WavesQueries,
    private readonly course: WaveCourse,
  ) {}

  async get(id: string): Promise<WaveRecord> {
    const wave = await this.queries.find(id);
    if (!wave) throw NotFound.of('wave', id);
    return wave;
  }

  /** Null when there is no such wave. */
  find(id: string): Promise<WaveRecord | null> {
    return this.queries.find(id);
  }

  byIds(ids: string[]): Promise<WaveRecord[]> {
    return this.queries.byIds(ids);
  }

  listOf(campaignId: string, query: PageQuery): Promise<Page<Wave>> {
    return pageById(this.database.repository(Wave), query, { campaignId });
  }

  /** All invitations of a wave that was launching are made. */
  async opened(id: string): Promise<void> {
    const wave = await this.queries.markOpen(id, this.clock.now());
    if (wave) this.events.record(new WaveOpened(id, wave.campaignId, wave.number));
  }

  /** Lets a wave close earlier or later. */
  async moveClosing(id: string, closesAt: Date, version: number | undefined): Promise<void> {
    const wave = await this.lock(id, version);
    if (wave.state === 'closed') throw new WaveAlreadyClosed(id);
    this.assertClosing(wave, closesAt);
    wave.closesAt = closesAt;
    await this.database.repository(Wave).save(wave);
    this.events.record(new WaveClosingMoved(id, wave.campaignId, closesAt.toISOString()));
  }

  /** Says before a wave opens whether those who answer can win something; it is kept from opening meanwhile. */
  async setIncentive(id: string, hasIncentive: boolean): Promise<void> {
    const wave = await this.lock(id, undefined);
    if (wave.state !== 'planned') throw new WaveAlreadyOpen(id);
    if (wave.hasIncentive === hasIncentive) return;
    wave.hasIncentive = hasIncentive;
    await this.database.repository(Wave).save(wave);
  }

  async close(id: string, version: number | undefined): Promise<void> {
    const wave = await this.lock(id, version);
    if (wave.state === 'closed') throw new WaveAlreadyClosed(id);
    await this.course.closeAll([id], this.clock.now());
  }

  private assertClosing({ opensAt, asksUntil }: Wave, closesAt: Date): void {
    const now = this.clock.now();
    if (closesAt <= now) throw new WaveWindowInvalid('must be in the future; close the wave to end it now');
    if (closesAt <= asksUntil)
      throw new WaveWindowInvalid(`must be after ${asksUntil.toISOString()}, until when people are asked`);
    const latest = new Date(asksUntil.getTime() + MAX_LASTS_DAYS * DAY_MS);
    if (closesAt > latest)
      throw new WaveWindowInvalid(`must be at most ${MAX_LASTS_DAYS} days after ${opensAt.toISOString()}`);
  }

  /** The campaign comes first, as everywhere: whoever plans the next wave holds it. */
  private async lock(id: string, version: number | undefined): Promise<Wave> {
    const found = await this.database.repository(Wave).findOne({ id });
    if (!found) throw NotFound.of('wave', id);
    await this.database.repository(Campaign).lockOne({ id: found.campaignId });
    const wave = (await this.database.repository(Wave).lockOne({ id }))!;
    assertVersion('wave', wave, version);
    return wave;
  }
}
