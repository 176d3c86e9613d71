const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Before each new try, in milliseconds: greylisting ends within minutes, full mailboxes within days (RFC 5321, 4.5.4.1). */
const RETRY_DELAYS_MS = [
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  24 * HOUR_MS,
  24 * HOUR_MS,
  24 * HOUR_MS,
];

/** How long a sender that cannot send at all rests after each failure, in milliseconds. */
const REST_MS = [30_000, MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS];

/** When a message that was put off is tried again after so many failures, the first being 1; null when it is given up. */
export function retryAt(failures: number, now: Date): Date | null {
  const delay = RETRY_DELAYS_MS[failures - 1];
  return delay === undefined ? null : new Date(now.getTime() + delay);
}

/** Until when nothing is tried after a sender has failed so many times in a row, the first being 1. */
export function restsUntil(failures: number, now: Date): Date {
  return new Date(now.getTime() + REST_MS[Math.min(failures, REST_MS.length) - 1]!);
}
