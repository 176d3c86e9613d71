/** Failures in a row after which a model is left alone. */
export const FAILURES_UNTIL_REST = 5;
/** For how long, in milliseconds; then the next request tries again, and the first failure brings another rest. */
export const REST_MS = 60_000;
/** The longest rest that is kept because the model asks for it. */
export const MAX_REST_MS = 10 * 60_000;
/** How long a request waits for its next attempt at most: a worker waits with it. */
export const MAX_WAIT_MS = 20_000;
/** Of all requests to one model in one process. */
export const MAX_RETRIES_PER_MINUTE = 30;

const MINUTE_MS = 60_000;
const FIRST_WAIT_MS = 250;
/** Jitter lengthens a wait by up to this share: requests that failed together do not return together. */
const JITTER_SHARE = 0.5;

/** How one model has behaved lately, as this process saw it. */
export class Circuit {
  private failures = 0;
  private restUntil = 0;
  private retriedAt: number[] = [];

  isResting(now: Date): boolean {
    return now.getTime() < this.restUntil;
  }

  succeeded(): void {
    this.failures = 0;
    this.restUntil = 0;
  }

  /** `askedMs`: the rest it asks for; one that is too long to wait for is kept by all requests. */
  failed(now: Date, askedMs: number): void {
    this.failures++;
    const ownMs = this.failures >= FAILURES_UNTIL_REST ? REST_MS : 0;
    const keptMs = askedMs > MAX_WAIT_MS ? Math.min(askedMs, MAX_REST_MS) : 0;
    this.restUntil = Math.max(this.restUntil, now.getTime() + Math.max(ownMs, keptMs));
  }

  /** Takes one retry from the budget of the minute; false when it is used up, or the model rests. */
  takeRetry(now: Date): boolean {
    this.retriedAt = this.retriedAt.filter((at) => at > now.getTime() - MINUTE_MS);
    if (this.isResting(now) || this.retriedAt.length >= MAX_RETRIES_PER_MINUTE) return false;
    this.retriedAt.push(now.getTime());
    return true;
  }
}

/**
 * How long to wait after the attempt with this number (the first is 1) failed, in milliseconds: twice as long each time,
 * no less than the model asks for, with the jitter in [0, 1).
 */
export function waitMs(attempt: number, askedMs: number, jitter: number): number {
  const ownMs = FIRST_WAIT_MS * 2 ** (attempt - 1) * (1 + JITTER_SHARE * jitter);
  return Math.min(Math.max(Math.round(ownMs), askedMs), MAX_WAIT_MS);
}
