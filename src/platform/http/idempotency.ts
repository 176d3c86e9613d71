import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Database } from '../database/database.js';
import { Conflict, Invalid } from '../errors.js';
import { OnClock } from '../schedule.js';

/** How long an answer is kept for its key, in hours. */
export const IDEMPOTENCY_HOURS = 24;
const KEY_LENGTH = 255;

interface Stored {
  same: boolean;
  status: number;
  body: string;
}

/**
 * `Idempotency-Key`: the first execution's status and body are kept with its changes, in one
 * transaction, and answered again to every repeat. What failed left nothing behind and may be tried anew.
 */
@Injectable()
export class Idempotency {
  constructor(private readonly database: Database) {}

  async once(
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<unknown>,
    shownOnce?: string,
  ): Promise<unknown> {
    const key = idempotencyKey(request);
    if (key === undefined) return work();
    const hash = requestHash(request);
    const stored = await this.begin(key, hash);
    if (stored) return replay(stored, reply);
    const body = await work();
    await this.database.query(
      `insert into idempotency_key (tenant_id, key, request_hash, status, body) values ($1, $2, $3, $4, $5)`,
      [
        key,
        hash,
        reply.statusCode,
        JSON.stringify(shownOnce ? { ...(body as object), [shownOnce]: null } : (body ?? null)),
      ],
    );
    return body;
  }

  @OnClock('idempotency.forget')
  async forget(): Promise<void> {
    await this.database.query(
      'delete from idempotency_key where tenant_id = $1 and created_at < now() - make_interval(hours => $2)',
      [IDEMPOTENCY_HOURS],
    );
  }

  /** Takes the key for this transaction, or finds what it was answered before. */
  private async begin(key: string, hash: Buffer): Promise<Stored | undefined> {
    const [lock] = await this.database.query<{ free: boolean }>(
      `select pg_try_advisory_xact_lock(hashtextextended($1::text || ' ' || $2, 0)) as free`,
      [key],
    );
    if (!lock?.free) {
      throw new Conflict('idempotency_key.in_use', 'A request with this Idempotency-Key is still running.', {
        retryAfterSeconds: 1,
      });
    }
    const [stored] = await this.database.query<Stored>(
      'select request_hash = $3 as same, status, body from idempotency_key where tenant_id = $1 and key = $2',
      [key, hash],
    );
    return stored;
  }
}

export function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || key.length === 0 || key.length > KEY_LENGTH) {
    throw new Invalid(
      'idempotency_key.invalid',
      `Idempotency-Key must be 1 to ${KEY_LENGTH} characters long.`,
    );
  }
  return key;
}

function replay(stored: Stored, reply: FastifyReply): unknown {
  if (!stored.same) {
    throw new Invalid(
      'idempotency_key.reused',
      'This Idempotency-Key was used for a different request; use a new key for a new request.',
    );
  }
  reply.status(stored.status).header('idempotent-replayed', 'true');
  return (JSON.parse(stored.body) as unknown) ?? undefined;
}

function requestHash(request: FastifyRequest): Buffer {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
}
