import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { WaveRecord } from './waves.queries.js';

export interface InvitationCount {
  state: string;
  reason: string | null;
  count: number;
}

/** How many were asked, and of these how many answered, by some moment. */
export interface Turnout {
  asked: number;
  answered: number;
}

/** Without mail nobody knows when a link reached its person: they count as asked when they were invited. */
const ASKED_AT = 'case when $4 then sent_at else invited_at end';

@Injectable()
export class WaveStandingQueries {
  constructor(private readonly database: Database) {}

  counts(waveId: string): Promise<InvitationCount[]> {
    return this.database.query<InvitationCount>(
      `select state, reason, count(*)::int as count from invitation
        where tenant_id = $1 and wave_id = $2 group by state, reason order by state, reason`,
      [waveId],
    );
  }

  /** By a moment. A bounced mail asked nobody; whoever answered was asked, whatever is known of the mail. */
  async turnout({ id, channel, isAnonymous }: WaveRecord, by: Date): Promise<Turnout> {
    const [turnout] = await this.database.query<Turnout>(
      `select count(*) filter (where asked_at <= $3 or answered)::int as asked,
              count(*) filter (where answered)::int as answered
         from (select ${ASKED_AT} as asked_at,
                      state = 'answered' and ($5 or answered_at <= $3) as answered
                 from invitation
                where tenant_id = $1 and wave_id = $2
                  and state not in ('suppressed', 'not_sampled', 'bounced')) invited`,
      [id, by, channel === 'email', isAnonymous],
    );
    return turnout!;
  }

  /** Of an anonymous wave by the end of one of its days, as it was counted then; null when nobody did. */
  async answeredByDay(waveId: string, day: number): Promise<number | null> {
    const [row] = await this.database.query<{ answered: number }>(
      'select answered from wave_day where tenant_id = $1 and wave_id = $2 and day = $3',
      [waveId, day],
    );
    return row?.answered ?? null;
  }

  /** The wave before that asked anybody. */
  async previousId({ campaignId, number }: WaveRecord): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      `select id from wave
        where tenant_id = $1 and campaign_id = $2 and number < $3 and launched_at is not null
        order by number desc limit 1`,
      [campaignId, number],
    );
    return row?.id ?? null;
  }
}
