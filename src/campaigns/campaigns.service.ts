import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Invalid, NotFound, type Problem } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import { given } from '../platform/given.js';
import { assertVersion } from '../platform/http/if-match.js';
import type { Page, PageQuery } from '../platform/http/page.js';
import { pageById } from '../platform/http/page-by-id.js';
import { newId } from '../platform/ids.js';
import { firstProblems } from '../platform/reading.js';
import { SurveysService } from '../surveys/surveys.service.js';
import {
  type CampaignDraft,
  draftProblems,
  lastingProblems,
  type NewCampaign,
  withDefaults,
} from './campaign-draft.js';
import { type CampaignField, type CampaignState, CHANGEABLE } from './campaign-lifecycle.js';
import { Campaign } from './campaign.entity.js';
import { CampaignFieldsFixed } from './campaigns.errors.js';
import { CampaignChanged, CampaignCreated } from './campaigns.events.js';
import { CampaignsQueries } from './campaigns.queries.js';

/** A campaign and the key of its survey. */
export interface Described {
  campaign: Campaign;
  survey: string;
}

/** Deciding what is asked, and reading what was decided. */
@Injectable()
export class CampaignsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly surveys: SurveysService,
    private readonly queries: CampaignsQueries,
  ) {}

  async list({ state, ...query }: PageQuery & { state?: CampaignState }): Promise<Page<Described>> {
    const page = await pageById(this.database.repository(Campaign), query, state ? { state } : {});
    const keys = await this.queries.surveyKeysOf(page.items);
    return { ...page, items: page.items.map((campaign, i) => ({ campaign, survey: keys[i]! })) };
  }

  async get(id: string): Promise<Campaign> {
    const campaign = await this.database.repository(Campaign).findOne({ id });
    if (!campaign) throw NotFound.of('campaign', id);
    return campaign;
  }

  async describe(campaign: Campaign): Promise<Described> {
    const [survey] = await this.queries.surveyKeysOf([campaign]);
    return { campaign, survey: survey! };
  }

  async create(fields: NewCampaign): Promise<Described> {
    const draft = withDefaults(given(fields) as NewCampaign);
    const now = this.clock.now();
    refuse(draftProblems(draft, now));
    const campaign = Object.assign(new Campaign(), {
      id: newId(),
      state: 'draft' as const,
      createdAt: now,
      version: 1,
    });
    campaign.decide(draft, await this.surveyIdOf(draft.survey));
    await this.database.repository(Campaign).insert(campaign);
    this.events.record(new CampaignCreated(campaign.id));
    return { campaign, survey: draft.survey };
  }

  /** Of a campaign that has begun, only what changes nothing people were told. */
  async change(id: string, changes: Partial<CampaignDraft>, version: number | undefined): Promise<Described> {
    const campaign = await this.lock(id, version);
    const { survey } = await this.describe(campaign);
    const changed = given(changes);
    assertChangeable(campaign.state, Object.keys(changed) as CampaignField[]);
    const draft: CampaignDraft = { ...campaign, survey, ...changed };
    refuse(campaign.state === 'draft' ? draftProblems(draft, this.clock.now()) : lastingProblems(draft));
    campaign.decide(draft, draft.survey === survey ? campaign.surveyId : await this.surveyIdOf(draft.survey));
    await this.database.repository(Campaign).save(campaign);
    this.events.record(new CampaignChanged(id));
    return { campaign, survey: draft.survey };
  }

  /** Reads a campaign and keeps others from changing it, once the caller is found to know its version. */
  async lock(id: string, version: number | undefined): Promise<Campaign> {
    const campaign = await this.database.repository(Campaign).lockOne({ id });
    if (!campaign) throw NotFound.of('campaign', id);
    assertVersion('campaign', campaign, version);
    return campaign;
  }

  private async surveyIdOf(key: string): Promise<string> {
    const survey = await this.surveys.current(key);
    if (!survey) refuse([{ pointer: '/survey', detail: 'is not the key of a survey' }]);
    return survey!.surveyId;
  }
}

function assertChangeable(state: CampaignState, fields: CampaignField[]): void {
  const fixed = fields.filter((field) => !CHANGEABLE[state].includes(field));
  if (fixed.length > 0) throw new CampaignFieldsFixed(state, fixed, CHANGEABLE[state]);
}

function refuse(found: Iterable<Problem>): void {
  const problems = firstProblems(found);
  if (problems.length > 0) throw Invalid.because(problems, 'campaign.invalid');
}
