import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { keyOf, type Page, pageOf, type PageQuery } from '../platform/http/page.js';
import { REACHABLE } from './due-mails.queries.js';

/** A mail of which nobody knows whether it arrived. */
export interface UncertainMail {
  contactId: string;
  step: number;
  error: string;
}

/** SQL for mails that were handed over, and nobody said that they were taken. */
@Injectable()
export class UncertainMailsQueries {
  constructor(private readonly database: Database) {}

  /** Finds those whose sender was not heard of again. Whoever has answered meanwhile must have got theirs. */
  async mark(now: Date): Promise<void> {
    await this.database.query(
      `update invitation i
          set mail_state = case when ${REACHABLE} then 'uncertain' end, mail_due_at = null,
              mail_error = 'The sending process ended.'
        where i.tenant_id = $1 and i.mail_state = 'handing_over' and i.mail_held_until <= $2`,
      [now],
    );
  }

  async list(waveId: string, query: PageQuery): Promise<Page<UncertainMail>> {
    const [after = null] = keyOf(query, 1) ?? [];
    const rows = await this.database.query<UncertainMail>(
      `select i.contact_id as "contactId", i.mail_step as step, i.mail_error as error from invitation i
        where i.tenant_id = $1 and i.wave_id = $2 and i.mail_state = 'uncertain' and ${REACHABLE}
          and ($3::uuid is null or i.contact_id > $3)
        order by i.contact_id limit $4`,
      [waveId, after, query.limit + 1],
    );
    return pageOf(rows, query, ({ contactId }) => [contactId]);
  }

  /** Makes one due once more. False when there is no such mail. */
  async retry(waveId: string, contactId: string, now: Date): Promise<boolean> {
    const rows = await this.database.query(
      `update invitation i set mail_state = null, mail_held_until = null, mail_due_at = $4, mail_error = null
        where i.tenant_id = $1 and i.wave_id = $2 and i.contact_id = $3 and i.mail_state = 'uncertain' and ${REACHABLE}
        returning i.contact_id`,
      [waveId, contactId, now],
    );
    return rows.length > 0;
  }
}
