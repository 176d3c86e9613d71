import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { type Asking, judgedSql } from './asking-sql.js';
import { audienceSql, Parameters } from './audience-sql.js';
import type { Audience } from './audience.js';
import type { Reach } from './campaign-terms.js';
import { chanceSql } from './chance.js';
import { LaunchQueries } from './launch.queries.js';

/** How many of an audience are asked (`reason` null), and how many are left out for each reason. */
export interface Share {
  reason: string | null;
  contacts: number;
}

export interface SampledContact {
  contactId: string;
  name: string | null;
  email: string | null;
  account: string | null;
  reason: string | null;
}

/** Finer than a sample of a few needs. */
const STEPS = 1_000_000_007;

/** SQL that looks at an audience without asking anybody. */
@Injectable()
export class AudiencesQueries {
  constructor(
    private readonly database: Database,
    private readonly launch: LaunchQueries,
    private readonly clock: Clock,
  ) {}

  async hasSomebody(audience: Audience, reach: Reach): Promise<boolean> {
    const parameters = new Parameters(2);
    const isMember = audienceSql(audience, reach, parameters);
    const rows = await this.database.query(
      `select from contact where contact.tenant_id = $1 and ${isMember} limit 1`,
      parameters.values,
    );
    return rows.length > 0;
  }

  async shares(asking: Asking): Promise<Share[]> {
    const parameters = new Parameters(3);
    const now = this.clock.now();
    const candidates = { where: 'true', planned: '$2::timestamptz', now };
    const judged = judgedSql(asking, await this.launch.knownZones(), candidates, parameters);
    return this.database.query<Share>(
      `select reason, count(*)::int as contacts from (${judged}) judged
        where $1::uuid is not null group by reason order by contacts desc, reason`,
      [now, ...parameters.values],
    );
  }

  /** Some of an audience, picked by the hash of their ids, and what would become of them. */
  async sample(asking: Asking, contacts: number): Promise<SampledContact[]> {
    const ids = await this.pick(asking, contacts);
    const parameters = new Parameters(4);
    const now = this.clock.now();
    const candidates = { where: 'contact.id = any($3::uuid[])', planned: '$2::timestamptz', now };
    const judged = judgedSql(asking, await this.launch.knownZones(), candidates, parameters);
    return this.database.query<SampledContact>(
      `select c.id as "contactId", c.name, c.email, a.name as account, judged.reason
         from (${judged}) judged
         join contact c on c.tenant_id = $1 and c.id = judged.contact_id
         left join account a on a.tenant_id = $1 and a.id = c.account_id
        order by c.name, c.id`,
      [now, ids, ...parameters.values],
    );
  }

  private async pick({ audience, reach }: Asking, contacts: number): Promise<string[]> {
    const parameters = new Parameters(3);
    const isMember = audienceSql(audience as Audience, reach, parameters);
    const rows = await this.database.query<{ id: string }>(
      `select contact.id from contact where contact.tenant_id = $1 and ${isMember}
        order by ${chanceSql('contact.id', '0', STEPS)}, contact.id limit $2`,
      [contacts, ...parameters.values],
    );
    return rows.map(({ id }) => id);
  }
}
