import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Campaign } from './campaign.entity.js';

@Injectable()
export class CampaignsQueries {
  constructor(private readonly database: Database) {}

  /** The keys of the campaigns' surveys, in their order. */
  async surveyKeysOf(campaigns: Campaign[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string; key: string }>(
      'select id, key from survey where tenant_id = $1 and id = any($2::uuid[])',
      [campaigns.map(({ surveyId }) => surveyId)],
    );
    const keys = new Map(rows.map(({ id, key }) => [id, key]));
    return campaigns.map(({ surveyId }) => keys.get(surveyId)!);
  }
}
