import { Injectable } from '@nestjs/common';
import { Any, Not } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { newId } from '../platform/ids.js';
import { OnClock } from '../platform/schedule.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { Campaign } from './campaign.entity.js';
import { CampaignClosed, WaveClosed, WaveLaunchStarted } from './campaigns.events.js';
import { WaveDayQueries } from './wave-days.queries.js';
import { isOver, nextWindow, type WaveWindow } from './wave-window.js';
import { Wave } from './wave.entity.js';
import { WavesQueries } from './waves.queries.js';

/**
 * Takes waves through their lives. The next wave of a campaign is planned when one opens, so what is due is always
 * a row; a row is locked before it is moved and a wave's number is unique, so a strike twice or cut short does no harm.
 */
@Injectable()
export class WaveCourse {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly surveys: SurveysService,
    private readonly queries: WavesQueries,
    private readonly days: WaveDayQueries,
  ) {}

  @OnClock('campaign.advance')
  async advance(): Promise<void> {
    const now = this.clock.now();
    await this.closeAll(await this.queries.lockToClose(now), now);
    // One that opens or is passed over plans the next, which may be due as well.
    while (await this.openDue(now));
    await this.days.keep(now);
  }

  async plan(
    campaign: Campaign,
    number: number,
    { opensAt, asksUntil, closesAt }: WaveWindow,
  ): Promise<void> {
    const survey = await this.surveys.get(campaign.surveyId);
    const wave = Object.assign(new Wave(), {
      id: newId(),
      campaignId: campaign.id,
      number,
      surveyId: survey.id,
      surveyVersion: survey.currentVersion,
      state: 'planned' as const,
      ...{ opensAt, asksUntil, closesAt },
      withheldAnswers: 0,
      hasIncentive: false,
      createdAt: this.clock.now(),
      version: 1,
    });
    await this.database.repository(Wave).insert(wave);
  }

  /** Opens what is planned for now, of running campaigns; how many waves that moved. */
  async openDue(now: Date): Promise<number> {
    const ids = await this.queries.lockToOpen(now);
    if (ids.length === 0) return 0;
    for (const wave of await this.wavesIn(ids)) {
      const campaign = await this.campaignOf(wave);
      if (isOver(wave, now)) await this.close(wave, campaign, now);
      else await this.open(wave, campaign, now);
    }
    return ids.length;
  }

  /** Closes waves whose rows are locked. */
  async closeAll(ids: string[], now: Date): Promise<void> {
    if (ids.length === 0) return;
    for (const wave of await this.wavesIn(ids)) await this.close(wave, await this.campaignOf(wave), now);
  }

  /** Closes all waves of a campaign that is locked and closed already, so that none follows. */
  async closeWavesOf(campaign: Campaign, now: Date): Promise<void> {
    const waves = await this.database
      .repository(Wave)
      .find({ campaignId: campaign.id, state: Not('closed') });
    for (const wave of waves) await this.close(wave, campaign, now);
  }

  private async open(wave: Wave, campaign: Campaign, now: Date): Promise<void> {
    const { currentVersion } = await this.surveys.get(campaign.surveyId);
    wave.open(currentVersion);
    await this.database.repository(Wave).save(wave);
    this.events.record(new WaveLaunchStarted(wave.id, campaign.id));
    await this.planNext(wave, campaign, now);
  }

  private async close(wave: Wave, campaign: Campaign, now: Date): Promise<void> {
    const wasPlanned = wave.state === 'planned';
    wave.close(now);
    await this.database.repository(Wave).save(wave);
    this.events.record(new WaveClosed(wave.id, campaign.id, wave.number));
    if (wasPlanned) await this.planNext(wave, campaign, now);
    if (campaign.schedule.type === 'once') await this.finish(campaign);
  }

  private async planNext(wave: Wave, campaign: Campaign, now: Date): Promise<void> {
    if (campaign.state === 'closed') return;
    const window = nextWindow(campaign.schedule, campaign.timeZone, wave.opensAt, now);
    if (window) await this.plan(campaign, wave.number + 1, window);
  }

  /** A campaign that asks once ends with its wave. */
  private async finish(campaign: Campaign): Promise<void> {
    if (campaign.state === 'closed') return;
    campaign.advance('close');
    await this.database.repository(Campaign).save(campaign);
    this.events.record(new CampaignClosed(campaign.id));
  }

  private wavesIn(ids: string[]): Promise<Wave[]> {
    return this.database
      .repository(Wave)
      .find({ id: Any(ids) }, { order: { campaignId: 'ASC', number: 'ASC' } });
  }

  private async campaignOf({ campaignId }: Wave): Promise<Campaign> {
    return (await this.database.repository(Campaign).findOne({ id: campaignId }))!;
  }
}
