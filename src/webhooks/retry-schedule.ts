import { retryAfterMs } from '../platform/http/retry-after.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds before each attempt: ten of them over 75 hours, as Standard Webhooks proposes. */
export const ATTEMPT_DELAYS_MS: readonly number[] = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
export const MAX_ATTEMPTS = ATTEMPT_DELAYS_MS.length;

/** The longest rest a receiver may ask for, so that no delivery waits for years on a careless header. */
export const RETRY_AFTER_MAX_MS = 24 * HOUR;

/** The shortest rest given to a receiver that is overloaded: each delivery it leaves hanging holds a worker. */
export const SLOW_DOWN_MS = 5 * MINUTE;

/** Jitter lengthens a delay by up to this share: many deliveries that failed together do not return together. */
export const JITTER_SHARE = 0.2;

const GONE = 410;
const OVERLOADED: ReadonlySet<number> = new Set([429, 502, 504]);

/** How an attempt ended; `status` is null when there was no answer at all. */
export interface DeliveryOutcome {
  status: number | null;
  /** The `Retry-After` header as it came: seconds or an HTTP date. */
  retryAfter?: string;
  /** Whether it was waited for in vain, rather than refused. */
  timedOut?: boolean;
}

export type NextStep =
  | { kind: 'delivered' }
  /** `slowDown`: the receiver is overloaded, so its other deliveries should wait as well. */
  | { kind: 'retry'; at: Date; slowDown: boolean }
  | { kind: 'give_up' }
  /** The receiver says it is gone for good: its endpoint is switched off. */
  | { kind: 'switch_off' };

/**
 * What follows the attempt with this number (the first is 1), made at `now`. Only 2xx is a success: a redirect is
 * never followed and so a failure. A retry comes no earlier than the schedule, `Retry-After` and an overloaded
 * receiver's rest allow, lengthened by the jitter in [0, 1).
 */
export function nextStep(attempt: number, outcome: DeliveryOutcome, jitter: number, now: Date): NextStep {
  const { status } = outcome;
  if (status !== null && status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === GONE) return { kind: 'switch_off' };

  const scheduledMs = ATTEMPT_DELAYS_MS[attempt];
  if (scheduledMs === undefined) return { kind: 'give_up' };

  const slowDown = outcome.timedOut === true || (status !== null && OVERLOADED.has(status));
  const restMs = Math.max(
    scheduledMs,
    retryAfterMs(outcome.retryAfter, now, RETRY_AFTER_MAX_MS),
    slowDown ? SLOW_DOWN_MS : 0,
  );
  const at = new Date(now.getTime() + Math.round(restMs * (1 + JITTER_SHARE * jitter)));
  return { kind: 'retry', at, slowDown };
}
