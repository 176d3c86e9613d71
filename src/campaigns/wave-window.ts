import {
  instantOf,
  type LocalTime,
  localTimeOf,
  nextMonth,
  plusDays,
  plusMonths,
} from '../platform/time-zone.js';
import type { RecurringSchedule, Schedule, TriggeredSchedule } from './schedule.js';

/** When a wave opens, until when people are asked for the first time in it, and when it closes. */
export interface WaveWindow {
  opensAt: Date;
  /** Equal to `opensAt` where everybody is asked at once. */
  asksUntil: Date;
  closesAt: Date;
}

const MINUTE_MS = 60_000;

/** The first wave of a campaign that is started now. The schedule is valid at `now`. */
export function firstWindow(schedule: Schedule, zone: string, now: Date): WaveWindow {
  if (schedule.type === 'recurring') return recurrence(schedule, zone, 0);
  if (schedule.type === 'triggered') return monthOf(schedule, zone, now);
  const { opens = localTimeOf(now, zone), closes, lastsDays } = schedule;
  const opensAt = schedule.opens ? instantOf(opens, zone) : now;
  const closesAt = instantOf(closes ?? plusDays(opens, lastsDays!), zone);
  return { opensAt, asksUntil: opensAt, closesAt };
}

/**
 * The wave after one that opened at `previous`; null when there is none. Waves that would be over by `now` are
 * passed over: nobody is asked late and all at once for the months a campaign was paused.
 */
export function nextWindow(schedule: Schedule, zone: string, previous: Date, now: Date): WaveWindow | null {
  if (schedule.type === 'once') return null;
  if (schedule.type === 'triggered') {
    const after = instantOf(nextMonth(localTimeOf(previous, zone)), zone);
    return monthOf(schedule, zone, after > now ? after : now);
  }
  for (let count = 0; ; count++) {
    const window = recurrence(schedule, zone, count);
    if (window.opensAt > previous && lastAsked(window) > now) return window;
  }
}

/** Whether a wave that has not opened yet has nobody left to ask in time. */
export function isOver(window: WaveWindow, now: Date): boolean {
  return lastAsked(window) <= now;
}

function lastAsked({ opensAt, asksUntil, closesAt }: WaveWindow): Date {
  return asksUntil > opensAt ? asksUntil : closesAt;
}

/** Counted from the first time, so that the 31st is the 31st again after a shorter month. */
function recurrence(
  { firstOpens, everyMonths, lastsDays, spread }: RecurringSchedule,
  zone: string,
  count: number,
): WaveWindow {
  const opens = plusMonths(firstOpens, count * everyMonths);
  const opensAt = instantOf(opens, zone);
  if (spread === 'at_once')
    return { opensAt, asksUntil: opensAt, closesAt: instantOf(plusDays(opens, lastsDays), zone) };
  return { opensAt, ...askingUntil(plusMonths(firstOpens, (count + 1) * everyMonths), lastsDays, zone) };
}

/** The rest of a calendar month; whoever the event meets in its last minute has as long to answer as the others. */
function monthOf({ delayMinutes = 0, lastsDays }: TriggeredSchedule, zone: string, from: Date): WaveWindow {
  const end = nextMonth(localTimeOf(from, zone));
  const { asksUntil, closesAt } = askingUntil(end, lastsDays, zone);
  return { opensAt: from, asksUntil, closesAt: new Date(closesAt.getTime() + delayMinutes * MINUTE_MS) };
}

function askingUntil(end: LocalTime, lastsDays: number, zone: string): Omit<WaveWindow, 'opensAt'> {
  return { asksUntil: instantOf(end, zone), closesAt: instantOf(plusDays(end, lastsDays), zone) };
}
