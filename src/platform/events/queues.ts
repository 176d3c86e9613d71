import type { QueueOptions } from 'bull';

/** Handlers that run inside a tenant transaction. */
export const INSIDE = 'inside';
/** Handlers that talk to the world: e-mail, webhooks, models. */
export const OUTSIDE = 'outside';

/** The hash tag keeps all keys of a queue in one slot, which Redis Cluster asks for. */
export const KEY_PREFIX = '{heed}';

/** Longest pause between attempts to reach a Redis that is away; Bull's own grows to 20 s. */
const RECONNECT_PAUSE_MS = 500;

/**
 * A worker renews its lock on a job while it lives; when it is killed, another takes the job over after
 * at most lock + two checks = 5 s, rather than Bull's default of a minute. A job holds ids only and deletes
 * itself: what is still to be done is known to Postgres.
 */
export const QUEUE_OPTIONS: QueueOptions = {
  prefix: KEY_PREFIX,
  redis: { retryStrategy: (attempt) => Math.min(attempt * 50, RECONNECT_PAUSE_MS) },
  settings: {
    lockDuration: 3_000,
    lockRenewTime: 1_000,
    stalledInterval: 1_000,
    maxStalledCount: 100,
    guardInterval: 1_000, // how often it looks for delayed jobs whose time came unnoticed
  },
  defaultJobOptions: {
    removeOnComplete: true,
    removeOnFail: true,
    attempts: 100_000, // for as long as Postgres is away: a failing handler is planned anew in the outbox
    backoff: { type: 'fixed', delay: 500 },
    stackTraceLimit: 1,
  },
};
