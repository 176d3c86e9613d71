import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { keyOf, type Page, pageOf, type PageQuery } from '../platform/http/page.js';
import type { Properties } from '../platform/properties.js';
import { type InvitationState, LEADS_ON_FROM, type Step } from './invitation-lifecycle.js';

/** One contact asked in one wave, or the reason why not. */
export interface InvitationRecord {
  waveId: string;
  contactId: string;
  state: InvitationState;
  /** Why they were not asked, or why the mail came back. */
  reason: string | null;
  /** What their answer carries, of what is known of them. */
  properties: Properties | null;
  /** When they are or were asked first. */
  invitedAt: Date | null;
  sentAt: Date | null;
  deliveredAt: Date | null;
  bouncedAt: Date | null;
  openedAt: Date | null;
  startedAt: Date | null;
  answeredAt: Date | null;
}

export interface InvitationFilter {
  state?: InvitationState;
  reason?: string;
}

const COLUMNS = `
  i.wave_id as "waveId", i.contact_id as "contactId", i.state, i.reason, i.properties, i.invited_at as "invitedAt",
  i.sent_at as "sentAt", i.delivered_at as "deliveredAt", i.bounced_at as "bouncedAt", i.opened_at as "openedAt",
  i.started_at as "startedAt", i.answered_at as "answeredAt"`;

const SELECT_ONE = {
  name: 'invitation.by_key',
  sql: `select ${COLUMNS} from invitation i where i.tenant_id = $1 and i.contact_id = $2 and i.wave_id = $3`,
};

/** SQL for invitations. */
@Injectable()
export class InvitationsQueries {
  constructor(private readonly database: Database) {}

  async find(waveId: string, contactId: string): Promise<InvitationRecord | null> {
    const [row] = await this.database.query<InvitationRecord>(SELECT_ONE, [contactId, waveId]);
    return row ?? null;
  }

  among(waveId: string, contactIds: string[]): Promise<InvitationRecord[]> {
    return this.database.query<InvitationRecord>(
      `select ${COLUMNS} from invitation i
        where i.tenant_id = $1 and i.wave_id = $2 and i.contact_id = any($3::uuid[])`,
      [waveId, contactIds],
    );
  }

  async list(waveId: string, query: PageQuery & InvitationFilter): Promise<Page<InvitationRecord>> {
    const [after = null] = keyOf(query, 1) ?? [];
    const rows = await this.page(waveId, query, after as string | null, query.limit + 1);
    return pageOf(rows, query, ({ contactId }) => [contactId]);
  }

  /** The invitations of a wave after a contact, in the order of their contacts. */
  page(
    waveId: string,
    { state, reason }: InvitationFilter,
    after: string | null,
    limit: number,
  ): Promise<InvitationRecord[]> {
    return this.database.query<InvitationRecord>(
      `select ${COLUMNS} from invitation i
        where i.tenant_id = $1 and i.wave_id = $2 and ($3::uuid is null or i.contact_id > $3)
          and ($4::text is null or i.state = $4) and ($5::text is null or i.reason = $5)
        order by i.contact_id limit $6`,
      [waveId, after, state ?? null, reason ?? null, limit],
    );
  }

  /** Notes that something happened, and when first; the state moves on where the step leads on from it. */
  async mark(waveId: string, contactId: string, step: Step, at: Date, reason: string | null): Promise<void> {
    await this.database.query(MARKS[step], [
      contactId,
      waveId,
      LEADS_ON_FROM[step],
      step === 'bounced' ? reason : null,
      ...(step === 'expired' ? [] : [at]),
    ]);
  }
}

const MARKS = Object.fromEntries(
  Object.keys(LEADS_ON_FROM).map((step) => [
    step,
    { name: `invitation.mark_${step}`, sql: markSql(step as Step) },
  ]),
) as Record<Step, { name: string; sql: string }>;

/** No more mail goes to whoever has answered, or cannot be reached. */
function markSql(step: Step): string {
  const note = step === 'expired' ? '' : `, ${step}_at = coalesce(${step}_at, $6)`;
  const endsMail = step === 'answered' || step === 'expired' || step === 'bounced';
  const mail = endsMail
    ? ', mail_due_at = case when state = any($4::text[]) then null else mail_due_at end'
    : '';
  // Whoever was never asked may be asked elsewhere.
  const asked =
    step === 'expired' ? `, invited_at = case when state = 'scheduled' then null else invited_at end` : '';
  return `
    update invitation
       set state = case when state = any($4::text[]) then '${step}' else state end,
           reason = case when state = any($4::text[]) then $5::text else reason end ${note} ${mail} ${asked}
     where tenant_id = $1 and contact_id = $2 and wave_id = $3`;
}
