import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Booking } from './pace.js';
import type { Settlement } from './settlement.js';

/** Any number nobody else uses: it sets this lock apart from others on the same tenant. */
const CLAIM_LOCK = 4_873_303;

/** A mail that is due, as it stands in the database. */
export interface DueRow {
  contactId: string;
  step: number;
  failures: number;
  dueAt: Date;
  isBooked: boolean;
  firstSentAt: Date | null;
  email: string | null;
  name: string | null;
  language: string | null;
  zone: string | null;
  account: string | null;
  isSuppressed: boolean;
}

const CLAIMABLE = `(i.mail_state is null or i.mail_state = 'booked' or (i.mail_state = 'claimed' and i.mail_held_until <= $3))`;

/** Whoever has answered, or never can be reached, is written no more. */
export const REACHABLE = `i.state in ('scheduled', 'sent', 'delivered', 'opened', 'started')`;

/** Not `is not null`: that would offer the index of due mails, which has to be read through to find one person's. */
const IS_DUE = `coalesce(i.mail_due_at, 'infinity') < 'infinity'`;

/**
 * People of a wave, each found by their own key: the planner, which takes every wave for a small one, would else read
 * through all of it. Hence `is true`, which offers it no index by wave.
 */
const OF_PEOPLE = 'i.tenant_id = $1 and i.contact_id = any($3::uuid[]) and (i.wave_id = $2) is true';

const SETTLED = `
  update invitation i
     set mail_state = case when s.kind = 'uncertain' then 'uncertain' end,
         mail_held_until = case when s.kind = 'uncertain' then i.mail_held_until end,
         mail_due_at = case when (i.mail_due_at is not null or i.mail_state = 'uncertain') and ${REACHABLE} then s.due_at end,
         mail_step = s.step,
         mail_failures = s.failures,
         mail_error = s.error,
         state = case when s.kind = 'sent' and i.state = 'scheduled' then 'sent'
                      when s.kind = 'bounced' and i.state in ('scheduled', 'sent', 'delivered') then 'bounced'
                      else i.state end,
         reason = case when s.kind = 'bounced' and i.state in ('scheduled', 'sent', 'delivered') then s.reason
                       else i.reason end,
         invited_at = case when s.kind = 'sent' and i.sent_at is null then s.at else i.invited_at end,
         sent_at = case when s.kind = 'sent' then coalesce(i.sent_at, s.at) else i.sent_at end,
         bounced_at = case when s.kind = 'bounced' then coalesce(i.bounced_at, s.at) else i.bounced_at end
    from (select $2::uuid as wave_id, $3::uuid as contact_id, $4::timestamptz as held_until, $5::text as kind,
                 $6::timestamptz as at, $7::int as step, $8::timestamptz as due_at, $9::int as failures,
                 $10::text as error, $11::text as reason) s
   where i.tenant_id = $1 and i.contact_id = s.contact_id and i.wave_id = s.wave_id
     and i.mail_held_until = s.held_until and i.mail_state in ('claimed', 'handing_over', 'uncertain')`;

const SETTLE = { name: 'mail.settle', sql: SETTLED };

const HAND_OVER = {
  name: 'mail.hand_over',
  sql: `
    with settled as (${SETTLED})
    update invitation i
       set mail_state = 'handing_over', mail_held_until = $15
     where i.tenant_id = $1 and i.contact_id = $12 and i.wave_id = $13 and i.mail_held_until = $14
       and i.mail_state = 'claimed' and ${IS_DUE} and ${REACHABLE}
       and exists (select from wave w join campaign c on c.tenant_id = w.tenant_id and c.id = w.campaign_id
                    where w.tenant_id = $1 and w.id = $13 and w.state = 'open' and w.closes_at > $16
                      and c.state = 'running')
    returning i.contact_id`,
};

/** SQL for mails that are due: who sends which, and how each ended. */
@Injectable()
export class DueMailsQueries {
  constructor(private readonly database: Database) {}

  /** The waves that may send and have something due. */
  async waves(now: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      {
        name: 'mail.waves',
        sql: `select w.id from wave w
                join campaign c on c.tenant_id = w.tenant_id and c.id = w.campaign_id
                     and c.state = 'running' and c.channel = 'email'
               where w.tenant_id = $1 and w.state = 'open' and w.closes_at > $2
                 and exists (select from invitation i
                              where i.tenant_id = $1 and i.wave_id = w.id and i.mail_due_at <= $2
                                and i.mail_state is distinct from 'handing_over')
               order by w.opens_at, w.id`,
      },
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /** Lets one transaction of a tenant claim at a time, so that the pace is kept however many send. */
  async lockClaims(): Promise<void> {
    await this.database.query('select pg_advisory_xact_lock($2, hashtext($1::uuid::text))', [CLAIM_LOCK]);
  }

  /** The next mails of a wave that nobody is sending, the longest due first. */
  due(waveId: string, now: Date, limit: number): Promise<DueRow[]> {
    return this.database.query<DueRow>(
      {
        name: 'mail.due',
        sql: `
          select i.contact_id as "contactId", i.mail_step as step, i.mail_failures as failures,
                 i.mail_due_at as "dueAt", i.mail_state is not distinct from 'booked' as "isBooked",
                 i.sent_at as "firstSentAt", c.email, c.name, c.language, c.time_zone as zone, a.name as account,
                 exists (select from suppression s
                          where s.tenant_id = i.tenant_id and s.email = c.email) as "isSuppressed"
            from invitation i
            left join contact c on c.tenant_id = i.tenant_id and c.id = i.contact_id
            left join account a on a.tenant_id = c.tenant_id and a.id = c.account_id
           where i.tenant_id = $1 and i.wave_id = $2 and i.mail_due_at <= $3 and ${CLAIMABLE} and ${REACHABLE}
           order by i.mail_due_at limit $4 for no key update of i skip locked`,
      },
      [waveId, now, limit],
    );
  }

  async bookings(domains: string[]): Promise<Map<string, Booking>> {
    const rows = await this.database.query<Booking & { domain: string }>(
      'select domain, minute, mails from mail_pace where tenant_id = $1 and domain = any($2::text[])',
      [domains],
    );
    return new Map(rows.map(({ domain, minute, mails }) => [domain, { minute, mails }]));
  }

  async saveBookings(bookings: Map<string, Booking>): Promise<void> {
    const all = [...bookings.values()];
    await this.database.query(
      `insert into mail_pace (tenant_id, domain, minute, mails)
       select $1, * from unnest($2::text[], $3::timestamptz[], $4::int[])
       on conflict (tenant_id, domain) do update set minute = excluded.minute, mails = excluded.mails`,
      [[...bookings.keys()], all.map(({ minute }) => minute), all.map(({ mails }) => mails)],
    );
  }

  /** Takes these mails for the one who asks, until the moment given. */
  async claim(waveId: string, contactIds: string[], heldUntil: Date): Promise<void> {
    await this.database.query(
      `update invitation i set mail_state = 'claimed', mail_held_until = $4 where ${OF_PEOPLE}`,
      [waveId, contactIds, heldUntil],
    );
  }

  /** Puts mails off to the minutes booked for them. */
  async book(waveId: string, booked: { contactId: string; at: Date }[]): Promise<void> {
    await this.database.query(
      `update invitation i set mail_state = 'booked', mail_due_at = b.at, mail_held_until = null
         from unnest($3::uuid[], $4::timestamptz[]) as b (contact_id, at)
        where i.tenant_id = $1 and i.wave_id = $2 and i.contact_id = b.contact_id`,
      [waveId, booked.map(({ contactId }) => contactId), booked.map(({ at }) => at)],
    );
  }

  /** Writes no more to people who cannot or must not be written to; whoever was not yet asked, is not. */
  async leaveOut(waveId: string, contactIds: string[]): Promise<void> {
    await this.database.query(
      `update invitation i
          set mail_due_at = null, mail_state = null, mail_held_until = null,
              state = case when i.state = 'scheduled' then 'suppressed' else i.state end,
              invited_at = case when i.state = 'scheduled' then null else i.invited_at end,
              reason = case when i.state <> 'scheduled' then i.reason
                            else coalesce((select s.reason from contact c
                                             join suppression s on s.tenant_id = c.tenant_id and s.email = c.email
                                            where c.tenant_id = $1 and c.id = i.contact_id), 'no_address') end
        where ${OF_PEOPLE}`,
      [waveId, contactIds],
    );
  }

  /** Gives up what was claimed and not sent, for others to send at once. */
  async release(waveId: string, contactIds: string[], heldUntil: Date): Promise<void> {
    await this.database.query(
      `update invitation i set mail_state = null, mail_held_until = null
        where ${OF_PEOPLE} and i.mail_state = 'claimed' and i.mail_held_until = $4`,
      [waveId, contactIds, heldUntil],
    );
  }

  /**
   * Notes that a mail is being handed over, and with it how the one before ended. False when it must not be sent
   * any more: it is held by somebody else, answered, unsubscribed, or its campaign has stopped.
   */
  async handOver(
    last: Settlement | null,
    mail: { waveId: string; contactId: string; heldUntil: Date },
    until: Date,
    now: Date,
  ): Promise<boolean> {
    const rows = await this.database.query(HAND_OVER, [
      ...parametersOf(last),
      ...[mail.contactId, mail.waveId, mail.heldUntil, until, now],
    ]);
    return rows.length > 0;
  }

  async settle(settlement: Settlement): Promise<void> {
    await this.database.query(SETTLE, parametersOf(settlement));
  }
}

function parametersOf(last: Settlement | null): unknown[] {
  if (!last) return Array<null>(10).fill(null);
  const { waveId, contactId, heldUntil, end, at, step, dueAt, failures, error, reason } = last;
  return [waveId, contactId, heldUntil, end, at, step, dueAt, failures, error, reason];
}
