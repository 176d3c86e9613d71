export const TRIGGER_OUTCOMES = [
  'scheduled',
  'suppressed',
  'not_sampled',
  'not_in_audience',
  'already_asked',
  'too_late',
  'paused',
] as const;

/** What becomes of one person when an event happens to them, in one campaign that listens for it. */
export type TriggerOutcome = (typeof TRIGGER_OUTCOMES)[number];

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** When a person is asked about what happened to them; null when it is too long ago to ask about. */
export function dueAfter(
  occurredAt: Date,
  { delayMinutes = 0, lastsDays }: { delayMinutes?: number; lastsDays: number },
  now: Date,
): Date | null {
  const due = occurredAt.getTime() + delayMinutes * MINUTE_MS;
  if (due + lastsDays * DAY_MS <= now.getTime()) return null;
  return new Date(Math.max(due, now.getTime()));
}
