import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Database } from '../database/database.js';
import { newId } from '../ids.js';

/** One handler still to be told of one event. */
export interface OutboxRow {
  id: string;
  tenantId: string;
  handler: string;
  outside: boolean;
}

/** A row that is due. `plannedAt` changes whenever its next attempt is planned anew. */
export interface DueRow extends OutboxRow {
  plannedAt: string;
}

export interface DeadLetter {
  id: string;
  tenantId: string;
  eventId: string;
  handler: string;
  attempts: number;
  lastError: string | null;
}

/** Longest error text kept with a row, in characters. */
const ERROR_LENGTH = 500;

/**
 * How long a row stays with a process that no longer says it is at work on it, in seconds. Longer than PostgreSQL takes
 * to come back from a crash, for a process that lives must not lose its rows to that.
 */
const HELD_SECONDS = 15;

/** SQL that takes due rows, at most `$1`, of those the condition (on `$2`) lets through. */
const claiming = (condition: string) => `
  with due as (
    select id from outbox
     where state = 'pending' and available_at <= now() and ${condition}
     order by available_at, id limit $1 for update skip locked)
  update outbox o set state = 'enqueued', enqueued_at = now() from due where o.id = due.id
  returning o.id, o.tenant_id as "tenantId", o.handler, o.outside,
            extract(epoch from o.available_at)::text as "plannedAt"`;

const CLAIM_OF_TENANT = claiming('tenant_id = $2');
const CLAIM_FOR_QUEUE = claiming('outside = $2');

/** What is still to be told to whom, across all tenants: ids only, so it has no tenant of its own. */
@Injectable()
export class Outbox {
  /** Who this process is to the others that may want its rows. */
  private readonly holder = newId();

  constructor(private readonly database: Database) {}

  /** Takes up to `limit` due rows of a tenant and marks them enqueued. */
  claim(limit: number, tenantId: string): Promise<DueRow[]> {
    return this.rows<DueRow>(CLAIM_OF_TENANT, [limit, tenantId]);
  }

  /**
   * Claims up to `limit` due rows, inside or outside ones, and has them carried, in one transaction: when the carrier
   * fails, or this process dies half-way, nothing was claimed and whoever looks next takes the rows up at once. Rows
   * another process is taking are passed over. Returns how many were carried.
   */
  handOver(outside: boolean, limit: number, carry: (rows: DueRow[]) => Promise<void>): Promise<number> {
    return this.database.withoutTenant(async (client) => {
      const { rows } = await client.query<DueRow>(CLAIM_FOR_QUEUE, [limit, outside]);
      if (rows.length > 0) await carry(rows);
      return rows.length;
    });
  }

  /** Takes a due row for this process alone, until it is settled or no longer renewed. Returns whether it could. */
  async hold(id: string): Promise<boolean> {
    const held = await this.rows(
      `update outbox set state = 'enqueued', held_by = $2, held_until = now() + make_interval(secs => $3)
        where id = $1 and state <> 'dead' and available_at <= now()
          and (held_by is null or held_by = $2 or held_until <= now()) returning id`,
      [id, this.holder, HELD_SECONDS],
    );
    return held.length > 0;
  }

  /** Says that this process is still at work on a row it holds. */
  async renew(id: string): Promise<void> {
    await this.rows(
      `update outbox set held_until = now() + make_interval(secs => $3) where id = $1 and held_by = $2`,
      [id, this.holder, HELD_SECONDS],
    );
  }

  /** Strikes out a row whose handler has been told, unless it went to another process meanwhile. */
  async strikeOut(id: string): Promise<void> {
    await this.rows('delete from outbox where id = $1 and held_by = $2', [id, this.holder]);
  }

  /**
   * Gives back every row enqueued longer than so many seconds ago: whoever carried it is gone. Rows being told are
   * given back only when their holder is gone too. They are planned anew, for what the carrier has left of the old job
   * must not be taken for the new one.
   */
  async releaseEnqueuedFor(seconds: number): Promise<number> {
    const released = await this.rows(
      `update outbox set state = 'pending', available_at = now(), held_by = null, held_until = null
        where state = 'enqueued' and coalesce(held_until, enqueued_at + make_interval(secs => $1)) <= now() returning id`,
      [seconds],
    );
    return released.length;
  }

  /**
   * Plans the next attempt after a failure, or lays the row to rest as a dead letter when `delayMs` is null. What
   * another process holds is left to that one.
   */
  async fail(id: string, error: string, delayMs: number | null): Promise<void> {
    await this.rows(
      `update outbox set state = case when $3::bigint is null then 'dead' else 'pending' end,
              attempts = attempts + 1, last_error = $2,
              available_at = now() + make_interval(secs => coalesce($3::bigint, 0) / 1000.0),
              held_by = null, held_until = null
        where id = $1 and (held_by is null or held_by = $4)`,
      [id, error.slice(0, ERROR_LENGTH), delayMs === null ? null : Math.round(delayMs), this.holder],
    );
  }

  /** Plans the next call for then, unless another process holds the row. */
  async postpone(id: string, until: Date): Promise<void> {
    await this.rows(
      `update outbox set state = 'pending', available_at = $2, held_by = null, held_until = null
        where id = $1 and (held_by is null or held_by = $3)`,
      [id, until, this.holder],
    );
  }

  async attempts(id: string): Promise<number> {
    const [row] = await this.rows<{ attempts: number }>('select attempts from outbox where id = $1', [id]);
    return row?.attempts ?? 0;
  }

  deadLetters(limit: number): Promise<DeadLetter[]> {
    return this.rows<DeadLetter>(
      `select id, tenant_id as "tenantId", event_id as "eventId", handler, attempts, last_error as "lastError"
         from outbox where state = 'dead' order by id limit $1`,
      [limit],
    );
  }

  /** Wakes dead letters: the given ones, or all. Returns how many. */
  async replay(ids: string[] | 'all'): Promise<number> {
    const woken = await this.rows(
      `update outbox set state = 'pending', attempts = 0, available_at = now()
        where state = 'dead' and ($1::bigint[] is null or id = any($1)) returning id`,
      [ids === 'all' ? null : ids],
    );
    return woken.length;
  }

  /** How much is waiting and how old the oldest is, by state. */
  depth(): Promise<{ state: string; rows: number; oldestSeconds: number }[]> {
    return this.rows(
      `select state, count(*)::int as rows,
              coalesce(extract(epoch from now() - min(coalesce(enqueued_at, available_at))), 0)::float as "oldestSeconds"
         from outbox group by state`,
      [],
    );
  }

  private rows<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.database.withoutTenant(async (client: PoolClient) => {
      return (await client.query(sql, parameters)).rows as Row[];
    });
  }
}
