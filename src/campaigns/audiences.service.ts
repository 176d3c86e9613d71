import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Asking } from './asking-sql.js';
import { type Audience, readAudience } from './audience.js';
import { AudiencesQueries, type SampledContact, type Share } from './audiences.queries.js';
import type { Reach } from './campaign-terms.js';
import { AudienceEmpty } from './invitations.errors.js';

/** What of a campaign decides who is asked; times of day do not. */
export type Draft = Pick<Asking, 'audience' | 'reach' | 'channel' | 'quarantineDays' | 'samplingPercent'>;

/** What would come of asking an audience now. */
export interface AudiencePreview {
  shares: Share[];
  sample: SampledContact[];
}

const SAMPLE = 10;

/** Who an audience would reach, before anybody is asked. */
@Injectable()
export class AudiencesService {
  constructor(
    private readonly queries: AudiencesQueries,
    private readonly clock: Clock,
  ) {}

  async preview(draft: Draft): Promise<AudiencePreview> {
    const reading = readAudience(draft.audience, '/audience');
    if (!reading.ok) throw Invalid.because(reading.problems, 'campaign.audience_invalid');
    const now = this.clock.now();
    const asking: Asking = {
      ...draft,
      ...{ id: newId(), campaignId: newId(), opensAt: now, asksUntil: now },
      ...{ sendingHours: null, timeZone: 'UTC', copiedProperties: [] },
    };
    return { shares: await this.queries.shares(asking), sample: await this.queries.sample(asking, SAMPLE) };
  }

  /** Throws `AudienceEmpty` when an audience, read before, has nobody in it. */
  async refuseEmpty({ audience, reach }: { audience: object; reach: Reach }): Promise<void> {
    if (!(await this.queries.hasSomebody(audience as Audience, reach))) throw new AudienceEmpty();
  }
}
