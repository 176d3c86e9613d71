import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { firstProblems } from '../platform/reading.js';
import { AudiencesService } from './audiences.service.js';
import { draftProblems } from './campaign-draft.js';
import type { CampaignVerb } from './campaign-lifecycle.js';
import { Campaign } from './campaign.entity.js';
import { CampaignNotReady } from './campaigns.errors.js';
import { CampaignClosed, CampaignPaused, CampaignResumed, CampaignStarted } from './campaigns.events.js';
import { CampaignsService, type Described } from './campaigns.service.js';
import { WaveCourse } from './wave-course.service.js';
import { firstWindow } from './wave-window.js';

/** Starting, pausing, resuming and closing campaigns. */
@Injectable()
export class CampaignCourse {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly campaigns: CampaignsService,
    private readonly waves: WaveCourse,
    private readonly audiences: AudiencesService,
  ) {}

  /** Plans the first wave, and opens it when it is to open at once. */
  start(id: string, version: number | undefined): Promise<Described> {
    return this.advance(id, version, 'start', async ({ campaign, survey }, now) => {
      const problems = firstProblems(draftProblems({ ...campaign, survey }, now));
      if (problems.length > 0) throw new CampaignNotReady(problems);
      if (mailsAtOnce(campaign)) await this.audiences.refuseEmpty(campaign);
      this.events.record(new CampaignStarted(id));
      await this.waves.plan(campaign, 1, firstWindow(campaign.schedule, campaign.timeZone, now));
    });
  }

  /** Nobody new is asked or reminded; what was sent can still be answered. */
  pause(id: string, version: number | undefined): Promise<Described> {
    return this.advance(id, version, 'pause', () => this.events.record(new CampaignPaused(id)));
  }

  resume(id: string, version: number | undefined): Promise<Described> {
    return this.advance(id, version, 'resume', () => this.events.record(new CampaignResumed(id)));
  }

  /** Ends it and its waves, for good. */
  close(id: string, version: number | undefined): Promise<Described> {
    return this.advance(id, version, 'close', async ({ campaign }, now) => {
      this.events.record(new CampaignClosed(id));
      await this.waves.closeWavesOf(campaign, now);
    });
  }

  private async advance(
    id: string,
    version: number | undefined,
    verb: CampaignVerb,
    follow: (described: Described, now: Date) => void | Promise<void>,
  ): Promise<Described> {
    const now = this.clock.now();
    const campaign = await this.campaigns.lock(id, version);
    campaign.advance(verb);
    await this.database.repository(Campaign).save(campaign);
    const described = await this.campaigns.describe(campaign);
    await follow(described, now);
    await this.waves.openDue(now);
    return described;
  }
}

/** Of other campaigns it turns out with time whom they ask. */
function mailsAtOnce({ channel, schedule }: Campaign): boolean {
  return channel === 'email' && schedule.type !== 'triggered';
}
