import type { Problem } from '../platform/errors.js';

/** A stretch of time, `to` exclusive. */
export interface Period {
  from: Date;
  to: Date;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
/** A period that nobody says how long it is. */
export const USUAL_DAYS = 30;
/** Two years: with the period before, four years are read at once. */
export const MAX_PERIOD_DAYS = 731;

/** The period asked for, ISO 8601: up to now and thirty days long as far as nothing else is said. */
export function periodOf({ from, to }: { from?: string; to?: string }, now: Date): Period {
  const end = to === undefined ? now : new Date(to);
  const start = from === undefined ? new Date(end.getTime() - USUAL_DAYS * DAY_MS) : new Date(from);
  return { from: start, to: end };
}

/** What is wrong with a period. */
export function periodProblems({ from, to }: Period): Problem[] {
  const days = (to.getTime() - from.getTime()) / DAY_MS;
  if (!Number.isFinite(days)) return [{ pointer: '/from', detail: 'is not a time' }];
  if (days <= 0) return [{ pointer: '/to', detail: 'must be later than from' }];
  if (days <= MAX_PERIOD_DAYS) return [];
  return [{ pointer: '/from', detail: `lies more than ${MAX_PERIOD_DAYS} days before to` }];
}

/** The period of the same length before it. */
export function before({ from, to }: Period): Period {
  return { from: new Date(2 * from.getTime() - to.getTime()), to: from };
}
