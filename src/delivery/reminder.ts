import { type SendingHours, type Weekday, WEEKDAYS } from '../campaigns/campaign-terms.js';
import { instantOf, isTimeZone, type LocalTime, localTimeOf, plusDays } from '../platform/time-zone.js';

const MINUTE_MS = 60_000;

/** When a wave reminds those who have not answered. */
export interface Reminding {
  /** Days after the person's own first mail, rising. */
  remindAfterDays: readonly number[];
  sendingHours: SendingHours | null;
  /** Of the campaign, for those whose zone is not known. */
  timeZone: string;
  closesAt: Date;
}

/**
 * The mail that follows the one with this step (0 is the invitation), and when it is due; null when none does. It
 * is due at the time of day of the first one on the person's clock, leaves within the sending hours, and not at all
 * once the wave would be over.
 */
export function nextMail(
  { remindAfterDays, sendingHours, timeZone, closesAt }: Reminding,
  { step, firstSentAt, zone }: { step: number; firstSentAt: Date; zone: string | null },
): { step: number; dueAt: Date } | null {
  const days = remindAfterDays[step];
  if (days === undefined) return null;
  const own = zone && isTimeZone(zone) ? zone : timeZone;
  const planned = daysAfter(firstSentAt, days, own);
  const dueAt = sendingHours ? withinHours(planned, sendingHours, own) : planned;
  return dueAt < closesAt ? { step: step + 1, dueAt } : null;
}

/** So many days later at the same time of day, though clocks were changed meanwhile. */
function daysAfter(start: Date, days: number, zone: string): Date {
  const minute = instantOf(plusDays(localTimeOf(start, zone), days), zone);
  return new Date(minute.getTime() + (start.getTime() % MINUTE_MS));
}

/** The moment at or after the planned one at which mail may leave, on the clock of a zone. */
function withinHours(planned: Date, { from, to, days = [...WEEKDAYS] }: SendingHours, zone: string): Date {
  const local = localTimeOf(planned, zone);
  const time = local.slice(11);
  if (days.includes(weekdayOf(local)) && time >= from && time < to) return planned;
  let day = time >= from ? plusDays(local, 1) : local;
  while (!days.includes(weekdayOf(day))) day = plusDays(day, 1);
  return instantOf(`${day.slice(0, 10)}T${from}`, zone);
}

function weekdayOf(local: LocalTime): Weekday {
  return WEEKDAYS[(new Date(`${local}:00Z`).getUTCDay() + 6) % 7]!;
}
