import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

export interface MailSenderRecord {
  fromName: string;
  fromAddress: string;
  replyTo: string | null;
  smtpUrl: Buffer | null;
  perMinuteAndDomain: number;
  changedAt: Date;
  version: number;
}

/** That mail cannot be sent, since when and why. */
export interface MailTrouble {
  since: Date;
  restsUntil: Date;
  failures: number;
  code: string;
  error: string;
}

const COLUMNS = `
  from_name as "fromName", from_address as "fromAddress", reply_to as "replyTo", smtp_url as "smtpUrl",
  mails_per_minute_and_domain as "perMinuteAndDomain", changed_at as "changedAt", version`;

/** SQL for who a tenant's mail comes from. */
@Injectable()
export class MailSenderQueries {
  constructor(private readonly database: Database) {}

  async find(): Promise<MailSenderRecord | null> {
    const [sender] = await this.database.query<MailSenderRecord>(
      `select ${COLUMNS} from mail_sender where tenant_id = $1`,
    );
    return sender ?? null;
  }

  async lock(): Promise<MailSenderRecord | null> {
    const [sender] = await this.database.query<MailSenderRecord>(
      `select ${COLUMNS} from mail_sender where tenant_id = $1 for update`,
    );
    return sender ?? null;
  }

  async save({
    fromName,
    fromAddress,
    replyTo,
    smtpUrl,
    perMinuteAndDomain,
    changedAt,
  }: Omit<MailSenderRecord, 'version'>): Promise<MailSenderRecord> {
    const [sender] = await this.database.query<MailSenderRecord>(
      `insert into mail_sender (tenant_id, from_name, from_address, reply_to, smtp_url, mails_per_minute_and_domain,
                                changed_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, 1)
       on conflict (tenant_id) do update
          set from_name = excluded.from_name, from_address = excluded.from_address, reply_to = excluded.reply_to,
              smtp_url = excluded.smtp_url, mails_per_minute_and_domain = excluded.mails_per_minute_and_domain,
              changed_at = excluded.changed_at, version = mail_sender.version + 1
       returning ${COLUMNS}`,
      [fromName, fromAddress, replyTo, smtpUrl, perMinuteAndDomain, changedAt],
    );
    return sender!;
  }

  async delete(): Promise<boolean> {
    const rows = await this.database.query(
      'delete from mail_sender where tenant_id = $1 returning from_address',
    );
    return rows.length > 0;
  }

  async trouble(): Promise<MailTrouble | null> {
    const [trouble] = await this.database.query<MailTrouble>({
      name: 'mail.trouble',
      sql: `select since, rests_until as "restsUntil", failures, code, error from mail_trouble where tenant_id = $1`,
    });
    return trouble ?? null;
  }

  async saveTrouble({ since, restsUntil, failures, code, error }: MailTrouble): Promise<void> {
    await this.database.query(
      `insert into mail_trouble (tenant_id, since, rests_until, failures, code, error)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant_id) do update
          set rests_until = excluded.rests_until, failures = excluded.failures, code = excluded.code,
              error = excluded.error`,
      [since, restsUntil, failures, code, error],
    );
  }

  async endTrouble(): Promise<boolean> {
    const rows = await this.database.query('delete from mail_trouble where tenant_id = $1 returning since');
    return rows.length > 0;
  }
}
