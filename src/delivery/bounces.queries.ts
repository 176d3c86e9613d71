import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

export interface Mailed {
  waveId: string;
  contactId: string;
  /** The address the contact has by now. */
  email: string | null;
  /** What they read, BCP 47. */
  language: string | null;
}

/** SQL for finding whom what comes back is about. */
@Injectable()
export class BouncesQueries {
  constructor(private readonly database: Database) {}

  async mailed(waveId: string, contactId: string): Promise<Mailed | null> {
    const [mailed] = await this.database.query<Mailed>(
      `select i.wave_id as "waveId", i.contact_id as "contactId", c.email, c.language
         from invitation i left join contact c on c.tenant_id = i.tenant_id and c.id = i.contact_id
        where i.tenant_id = $1 and i.wave_id = $2 and i.contact_id = $3`,
      [waveId, contactId],
    );
    return mailed ?? null;
  }

  /** The last mail that went to whoever has this address. */
  async lastMailedTo(email: string): Promise<Mailed | null> {
    const [mailed] = await this.database.query<Mailed>(
      `select i.wave_id as "waveId", i.contact_id as "contactId", c.email, c.language
         from contact c join invitation i on i.tenant_id = c.tenant_id and i.contact_id = c.id
        where c.tenant_id = $1 and c.email = $2 and i.sent_at is not null
        order by i.sent_at desc limit 1`,
      [email],
    );
    return mailed ?? null;
  }

  /** Keeps what a mail server said, for people to read. */
  async noteDetail(waveId: string, contactId: string, detail: string): Promise<void> {
    await this.database.query(
      'update invitation set mail_error = $4 where tenant_id = $1 and wave_id = $2 and contact_id = $3',
      [waveId, contactId, detail],
    );
  }
}
