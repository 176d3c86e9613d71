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

export type Tally = InvitationCount & Turnout;

/** Without mail nobody knows when a link reached its person: they count as asked when they were invited. */
const ASKED_AT = 'case when $4 then sent_at else invited_at end';

@Injectable()
export class WaveStandingQueries {
  constructor(private readonly database: Database) {}

  /** Invitations by what became of them, and how many of each were asked, and had answered, by a moment. */
  tally({ id, channel, isAnonymous }: WaveRecord, by: Date): Promise<Tally[]> {
    return this.database.query<Tally>(
      `select state, reason, count(*)::int as count,
              count(*) filter (where asked_at <= $3 or answered)::int as asked,
              count(*) filter (where answered)::int as answered
         from (select state, reason, ${ASKED_AT} as asked_at,
                      state = 'answered' and ($5 or answered_at <= $3) as answered
                 from invitation where tenant_id = $1 and wave_id = $2) invitation
        group by state, reason order by state, reason`,
      [id, by, channel === 'email', isAnonymous],
    );
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
