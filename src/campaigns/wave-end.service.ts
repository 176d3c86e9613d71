import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** Invitations that expire in one transaction. */
const EXPIRY_CHUNK = 20_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** What follows for people when a wave is closed. */
@Injectable()
export class WaveEnd {
  constructor(private readonly database: Database) {}

  /** Lets every invitation expire that was not answered, chunk by chunk; again does no harm. */
  async expire(tenantId: string, waveId: string): Promise<void> {
    for (let after: string | undefined = FIRST; after;) {
      const start: string = after;
      after = await this.database.inTenant(tenantId, () => this.expireChunk(waveId, start), { isWalk: true });
    }
  }

  /**
   * The last contact looked at. Who was to get a mail that never left was not asked: it does not count for their
   * quarantine. Of a mail that may have left it is assumed that it did.
   */
  private async expireChunk(waveId: string, after: string): Promise<string | undefined> {
    const [last] = await this.database.query<{ contactId: string }>(
      `with chunk as (
         select contact_id from invitation
          where tenant_id = $1 and wave_id = $2 and contact_id > $3 order by contact_id limit $4),
       expired as (
         update invitation i
            set state = 'expired', mail_due_at = null,
                mail_state = case when i.mail_state in ('handing_over', 'uncertain') then i.mail_state end,
                invited_at = case when i.state = 'scheduled' and i.mail_due_at is not null
                                   and (i.mail_state is null or i.mail_state in ('booked', 'claimed'))
                                  then null else i.invited_at end
           from chunk
          where i.tenant_id = $1 and i.wave_id = $2 and i.contact_id = chunk.contact_id
            and i.state in ('scheduled', 'sent', 'delivered', 'opened', 'started'))
       select contact_id as "contactId" from chunk order by contact_id desc limit 1`,
      [waveId, after, EXPIRY_CHUNK],
    );
    return last?.contactId;
  }
}
