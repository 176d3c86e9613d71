import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** Invitations that expire in one transaction. */
const EXPIRY_CHUNK = 20_000;
const FIRST = '00000000-0000-0000-0000-000000000000';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * Who was to get a mail that never left was not asked: it does not count for their quarantine. Of a mail that may
 * have left it is assumed that it did.
 */
const EXPIRE = `
  update invitation
     set state = 'expired', mail_due_at = null,
         mail_state = case when mail_state in ('handing_over', 'uncertain') then mail_state end,
         invited_at = case when state = 'scheduled' and mail_due_at is not null
                            and (mail_state is null or mail_state in ('booked', 'claimed'))
                           then null else invited_at end
   where tenant_id = $1 and wave_id = $2 and contact_id > $3 and contact_id <= $4
     and state in ('scheduled', 'sent', 'delivered', 'opened', 'started')`;

/** What follows for people when a wave is closed. */
@Injectable()
export class WaveEnd {
  constructor(private readonly database: Database) {}

  /** Lets every invitation expire that was not answered, chunk by chunk; again does no harm. */
  async expire(tenantId: string, waveId: string): Promise<void> {
    for (let after: string | null = FIRST; after !== null;) {
      const start: string = after;
      after = await this.database.inTenant(tenantId, () => this.expireChunk(waveId, start), { isWalk: true });
    }
  }

  /** Returns the last contact of the chunk; null when it was the last chunk. */
  private async expireChunk(waveId: string, after: string): Promise<string | null> {
    const [end] = await this.database.query<{ contactId: string }>(
      `select contact_id as "contactId" from invitation
        where tenant_id = $1 and wave_id = $2 and contact_id > $3 order by contact_id offset $4 limit 1`,
      [waveId, after, EXPIRY_CHUNK - 1],
    );
    const upTo = end?.contactId ?? null;
    await this.database.query(EXPIRE, [waveId, after, upTo ?? LAST]);
    return upTo;
  }
}
