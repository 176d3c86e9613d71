import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { keyOf, type Page, pageOf, type PageQuery } from '../platform/http/page.js';

export const SUPPRESSION_REASONS = ['unsubscribed', 'hard_bounce', 'complaint', 'by_hand'] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** One address that is not written to any more. */
export interface Suppression {
  email: string;
  reason: SuppressionReason;
  createdAt: Date;
}

export interface SuppressionFilter {
  email?: string;
  reason?: SuppressionReason;
}

const COLUMNS = 'email, reason, created_at as "createdAt"';

/** SQL for the suppression list. */
@Injectable()
export class SuppressionsQueries {
  constructor(private readonly database: Database) {}

  /** In the order of the addresses. */
  async list(query: PageQuery & SuppressionFilter): Promise<Page<Suppression>> {
    const [after = null] = keyOf(query, 1) ?? [];
    const rows = await this.database.query<Suppression>(
      `select ${COLUMNS} from suppression
        where tenant_id = $1 and ($2::text is null or email > $2) and ($3::text is null or email = $3)
          and ($4::text is null or reason = $4)
        order by email limit $5`,
      [after, query.email ?? null, query.reason ?? null, query.limit + 1],
    );
    return pageOf(rows, query, ({ email }) => [email]);
  }

  among(emails: string[]): Promise<Suppression[]> {
    return this.database.query<Suppression>(
      `select ${COLUMNS} from suppression where tenant_id = $1 and email = any($2::text[]) order by email`,
      [emails],
    );
  }

  /** What was said first stays. How many were new. */
  async insert(emails: string[], reason: SuppressionReason, at: Date): Promise<number> {
    const rows = await this.database.query(
      `insert into suppression (tenant_id, email, reason, created_at)
       select $1, email, $3, $4 from (select distinct unnest($2::text[]) as email order by 1) given
       on conflict do nothing returning email`,
      [emails, reason, at],
    );
    return rows.length;
  }

  /** Stops what these addresses are still to be sent; whoever was asked already stays asked, without reminders. */
  async stopMail(emails: string[]): Promise<void> {
    await this.database.query(
      `update invitation i
          set state = case when i.state = 'scheduled' then 'suppressed' else i.state end,
              reason = case when i.state = 'scheduled' then s.reason else i.reason end,
              invited_at = case when i.state = 'scheduled' then null else i.invited_at end,
              mail_due_at = null
         from contact c join suppression s on s.tenant_id = c.tenant_id and s.email = c.email
        where c.tenant_id = $1 and c.email = any($2::text[])
          and i.tenant_id = $1 and i.contact_id = c.id and (i.state = 'scheduled' or i.mail_due_at is not null)
          and i.mail_state is distinct from 'handing_over'`, // that one is out of our hands
      [emails],
    );
  }

  async delete(email: string): Promise<boolean> {
    const rows = await this.database.query(
      'delete from suppression where tenant_id = $1 and email = $2 returning email',
      [email],
    );
    return rows.length > 0;
  }
}
