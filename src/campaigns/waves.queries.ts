import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { CampaignDraft } from './campaign-draft.js';
import type { CampaignState } from './campaign-lifecycle.js';
import type { WaveState } from './wave.entity.js';

/** A wave together with all of its campaign that asking, mailing and answering need. */
export interface WaveRecord extends Omit<CampaignDraft, 'name' | 'survey'> {
  id: string;
  campaignId: string;
  /** 1, 2, 3, … within its campaign. */
  number: number;
  surveyId: string;
  surveyVersion: number;
  state: WaveState;
  opensAt: Date;
  /** Until when people are asked for the first time: at once when it equals `opensAt`. */
  asksUntil: Date;
  closesAt: Date;
  launchedAt: Date | null;
  closedAt: Date | null;
  launchedUpTo: string | null;
  withheldAnswers: number;
  /** Whether those who answer can win something. */
  hasIncentive: boolean;
  createdAt: Date;
  version: number;
  campaignName: string;
  campaignState: CampaignState;
}

const SELECT_WAVES = `
  select w.id, w.campaign_id as "campaignId", w.number, w.survey_id as "surveyId", w.survey_version as "surveyVersion",
         w.state, w.opens_at as "opensAt", w.asks_until as "asksUntil", w.closes_at as "closesAt",
         w.launched_at as "launchedAt", w.closed_at as "closedAt", w.launched_up_to as "launchedUpTo",
         w.withheld_answers as "withheldAnswers", w.has_incentive as "hasIncentive", w.created_at as "createdAt", w.version,
         c.name as "campaignName", c.state as "campaignState", c.kind, c.reach, c.is_anonymous as "isAnonymous",
         c.channel, c.audience, c.schedule, c.time_zone as "timeZone", c.sending_hours as "sendingHours",
         c.sampling_percent as "samplingPercent", c.quarantine_days as "quarantineDays",
         c.minimum_group as "minimumGroup", c.copied_properties as "copiedProperties", c.mail, c.origins
    from wave w join campaign c on c.tenant_id = w.tenant_id and c.id = w.campaign_id
   where w.tenant_id = $1`;

const SELECT_ONE = { name: 'wave.by_id', sql: `${SELECT_WAVES} and w.id = $2` };

@Injectable()
export class WavesQueries {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<WaveRecord | null> {
    const [wave] = await this.database.query<WaveRecord>(SELECT_ONE, [id]);
    return wave ?? null;
  }

  byIds(ids: string[]): Promise<WaveRecord[]> {
    return this.database.query<WaveRecord>(`${SELECT_WAVES} and w.id = any($2::uuid[])`, [ids]);
  }

  /** Planned waves of running campaigns whose time has come, kept from anybody else who would open or close them. */
  async lockToOpen(now: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select w.id from wave w
         join campaign c on c.tenant_id = w.tenant_id and c.id = w.campaign_id and c.state = 'running'
        where w.tenant_id = $1 and w.state = 'planned' and w.opens_at <= $2
          for no key update of w, c skip locked`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /** Waves that have lasted as long as they should. */
  async lockToClose(now: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select w.id from wave w
         join campaign c on c.tenant_id = w.tenant_id and c.id = w.campaign_id
        where w.tenant_id = $1 and w.state <> 'closed' and w.closes_at <= $2
          for no key update of w, c skip locked`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /** Says that all invitations of a wave are made; its number, or null when it was not being launched. */
  async markOpen(id: string, now: Date): Promise<{ campaignId: string; number: number } | null> {
    const [wave] = await this.database.query<{ campaignId: string; number: number }>(
      `update wave set state = 'open', launched_at = $3, version = version + 1
        where tenant_id = $1 and id = $2 and state = 'launching'
        returning campaign_id as "campaignId", number`,
      [id, now],
    );
    return wave ?? null;
  }
}
