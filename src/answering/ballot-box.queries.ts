import { Injectable } from '@nestjs/common';
import { ballotDigestSql } from '../campaigns/ballot.js';
import { LEADS_ON_FROM } from '../campaigns/invitation-lifecycle.js';
import { Database } from '../platform/database/database.js';
import type { Lot, Waiting } from './lot.js';

/** Any number nobody else uses: it sets this lock apart from others on the same wave. */
const BOX_LOCK = 4_873_304;

/** SQL for opening ballot boxes, and for counting who has voted. */
@Injectable()
export class BallotBoxQueries {
  constructor(private readonly database: Database) {}

  /** Anonymous waves that take answers. */
  async openWaves(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select w.id from wave w
         join campaign c on c.tenant_id = w.tenant_id and c.id = w.campaign_id and c.is_anonymous
        where w.tenant_id = $1 and w.state = 'open'`,
    );
    return rows.map(({ id }) => id);
  }

  /** Lets one transaction at a time open the box: two together could leave too few behind. */
  async lock(waveId: string): Promise<void> {
    await this.database.query(
      `select pg_advisory_xact_lock($2, hashtext($3)) from (select $1::uuid) tenant`,
      [BOX_LOCK, waveId],
    );
  }

  waiting(waveId: string): Promise<Waiting[]> {
    return this.database.query<Waiting>(
      `select properties, count(*)::int as count from sealed_answer
        where tenant_id = $1 and wave_id = $2 group by properties order by properties`,
      [waveId],
    );
  }

  /** Takes a lot out of the box, chosen by chance. */
  async take(waveId: string, { properties, count }: Lot): Promise<Buffer[]> {
    const rows = await this.database.query<{ answers: Buffer }>(
      `delete from sealed_answer
        where tenant_id = $1 and id in (
          select id from sealed_answer
           where tenant_id = $1 and wave_id = $2 and ($3::jsonb is null or properties = $3)
           order by gen_random_uuid() limit $4)
        returning answers`,
      [waveId, properties && JSON.stringify(properties), count],
    );
    return rows.map(({ answers }) => answers);
  }

  /** Destroys what is left in the box, and the ballots nobody cast. */
  async empty(waveId: string): Promise<number> {
    await this.database.query('delete from ballot where tenant_id = $1 and wave_id = $2', [waveId]);
    const left = await this.database.query(
      'delete from sealed_answer where tenant_id = $1 and wave_id = $2 returning wave_id',
      [waveId],
    );
    return left.length;
  }

  async addWithheld(waveId: string, answers: number): Promise<void> {
    await this.database.query(
      'update wave set withheld_answers = withheld_answers + $3 where tenant_id = $1 and id = $2',
      [waveId, answers],
    );
  }

  /**
   * Notes of people whose ballots are gone that they have answered: by the same measure by which answers come out of
   * the box (`lotOf`), chosen by chance within each group, and without a time.
   */
  async countVoters(waveId: string, key: Buffer, minimumGroup: number, isLast: boolean): Promise<void> {
    await this.database.query(
      `with voted as (
         select contact_id, properties,
                row_number() over (partition by properties order by gen_random_uuid()) as place,
                count(*) over (partition by properties) as waiting
           from invitation i
          where tenant_id = $1 and wave_id = $2 and state = any($6::text[])
            and not exists (
              select from ballot b
               where b.tenant_id = $1 and b.wave_id = $2
                 and b.digest = ${ballotDigestSql('$3::bytea', 'i.contact_id')}))
       update invitation i
          set state = 'answered', reason = null, mail_due_at = null
         from voted v
        where i.tenant_id = $1 and i.wave_id = $2 and i.contact_id = v.contact_id
          and ($5 or (v.waiting >= 2 * $4::int and v.place <= v.waiting - $4::int))`,
      [waveId, key, minimumGroup, isLast, LEADS_ON_FROM.answered],
    );
  }
}
