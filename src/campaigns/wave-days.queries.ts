import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/**
 * How many had answered an anonymous wave by the end of each of its days: nothing of a single answer says when it
 * was given, so what the next wave is compared with must be counted while it happens.
 */
@Injectable()
export class WaveDayQueries {
  constructor(private readonly database: Database) {}

  /** Counts for waves that have lived through another day. A day that nobody counted stays unknown. */
  async keep(now: Date): Promise<void> {
    await this.database.query(
      `insert into wave_day (tenant_id, wave_id, day, answered)
       select w.tenant_id, w.id, w.day,
              (select count(*) from invitation i
                where i.tenant_id = $1 and i.wave_id = w.id and i.state = 'answered')
         from (select w.tenant_id, w.id, floor(extract(epoch from $2 - w.opens_at) / 86400)::int as day
                 from wave w join campaign c on c.tenant_id = w.tenant_id and c.id = w.campaign_id
                where w.tenant_id = $1 and w.state = 'open' and c.is_anonymous) w
        where w.day >= 1
          and not exists (select from wave_day d where d.tenant_id = $1 and d.wave_id = w.id and d.day = w.day)
       on conflict do nothing`,
      [now],
    );
  }
}
