import type { Problem } from '../platform/errors.js';
import { isRecord, pointerTo, unknownFields } from '../platform/reading.js';
import { instantOf, isLocalTime, type LocalTime, meaningOf, plusDays } from '../platform/time-zone.js';

/** Once, in a dated window. Times are local to the campaign's time zone, such as `2026-12-01T09:00`. */
export interface OnceSchedule {
  type: 'once';
  /** As soon as the campaign is started, where left out. */
  opens?: LocalTime;
  /** Either this or `lastsDays`. */
  closes?: LocalTime;
  lastsDays?: number;
  remindAfterDays?: number[];
}

/** Every so many months, everybody at once or spread evenly over the months. */
export interface RecurringSchedule {
  type: 'recurring';
  everyMonths: number;
  firstOpens: LocalTime;
  lastsDays: number;
  spread: Spread;
  remindAfterDays?: number[];
}

/** Each person when an event happens to them; what happens in one calendar month is one wave. */
export interface TriggeredSchedule {
  type: 'triggered';
  event: string;
  delayMinutes?: number;
  lastsDays: number;
  remindAfterDays?: number[];
}

export type Schedule = OnceSchedule | RecurringSchedule | TriggeredSchedule;

export const SCHEDULE_TYPES = ['once', 'recurring', 'triggered'] as const;
export const SPREADS = ['evenly', 'at_once'] as const;
export type Spread = (typeof SPREADS)[number];

/** Longest time a person has to answer, in days. */
export const MAX_LASTS_DAYS = 366;
/** Longest time between two waves. */
export const MAX_EVERY_MONTHS = 24;
/** Longest time between an event and its question: ninety days. */
export const MAX_DELAY_MINUTES = 129_600;
/** A third reminder brings few answers and many unsubscribes; five is beyond what anybody defends. */
export const MAX_REMINDERS = 5;
/** How far ahead a wave may be planned, in days. */
export const MAX_AHEAD_DAYS = 1_830;
/** No month is shorter than this many days. */
const SHORTEST_MONTH_DAYS = 28;

export const EVENT_NAME = /^[a-z0-9][a-z0-9_.-]{0,99}$/;

const FIELDS: Record<Schedule['type'], readonly string[]> = {
  once: ['type', 'opens', 'closes', 'lastsDays', 'remindAfterDays'],
  recurring: ['type', 'everyMonths', 'firstOpens', 'lastsDays', 'spread', 'remindAfterDays'],
  triggered: ['type', 'event', 'delayMinutes', 'lastsDays', 'remindAfterDays'],
};

/**
 * What keeps a value from being the schedule of a campaign in a known time zone that is yet to begin at `now`.
 * Pointers begin with `at`. Never throws.
 */
export function* scheduleProblems(
  value: unknown,
  zone: string,
  now: Date,
  at = '/schedule',
): Iterable<Problem> {
  if (!isRecord(value)) {
    yield { pointer: at, detail: 'must be an object' };
    return;
  }
  const type = SCHEDULE_TYPES.find((known) => known === value.type);
  if (!type) {
    yield { pointer: `${at}/type`, detail: `must be one of ${SCHEDULE_TYPES.join(', ')}` };
    return;
  }
  yield* unknownFields(value, FIELDS[type], at);
  const faults = [...shapeFaults(type, value)];
  // Shapes first: what follows from times is said once the times are readable.
  yield* (faults.length > 0 ? faults : timeFaults(value as unknown as Schedule, zone, now)).map(
    ([field, detail]) => ({ pointer: pointerTo(at, field), detail }),
  );
}

type Fault = [field: string, detail: string];

function* shapeFaults(type: Schedule['type'], value: Record<string, unknown>): Iterable<Fault> {
  if (type === 'once') yield* onceFaults(value);
  if (type === 'recurring') yield* recurringFaults(value);
  if (type === 'triggered') yield* triggeredFaults(value);
  yield* reminderFaults(value.remindAfterDays);
}

function* onceFaults({ opens, closes, lastsDays }: Record<string, unknown>): Iterable<Fault> {
  if (opens !== undefined) yield* localTimeFaults('opens', opens);
  if ((closes === undefined) === (lastsDays === undefined))
    yield ['closes', 'must be given, or else lastsDays'];
  else if (closes !== undefined) yield* localTimeFaults('closes', closes);
  else yield* numberFaults('lastsDays', lastsDays, 1, MAX_LASTS_DAYS);
}

function* recurringFaults(value: Record<string, unknown>): Iterable<Fault> {
  yield* localTimeFaults('firstOpens', value.firstOpens);
  yield* numberFaults('everyMonths', value.everyMonths, 1, MAX_EVERY_MONTHS);
  yield* numberFaults('lastsDays', value.lastsDays, 1, MAX_LASTS_DAYS);
  if (!SPREADS.includes(value.spread as Spread)) yield ['spread', `must be one of ${SPREADS.join(', ')}`];
}

function* triggeredFaults({ event, delayMinutes = 0, lastsDays }: Record<string, unknown>): Iterable<Fault> {
  if (typeof event !== 'string' || !EVENT_NAME.test(event))
    yield [
      'event',
      'must be a name such as order.delivered: lower-case letters, digits, ., - and _, at most 100',
    ];
  yield* numberFaults('delayMinutes', delayMinutes, 0, MAX_DELAY_MINUTES);
  yield* numberFaults('lastsDays', lastsDays, 1, MAX_LASTS_DAYS);
}

function* reminderFaults(days: unknown = []): Iterable<Fault> {
  const isList = Array.isArray(days) && days.every((day) => isWithin(day, 1, MAX_LASTS_DAYS));
  const isRising = isList && days.every((day, i) => i === 0 || day > (days as number[])[i - 1]!);
  if (!isRising || days.length > MAX_REMINDERS)
    yield [
      'remindAfterDays',
      `must be at most ${MAX_REMINDERS} numbers of days from 1, each greater than the one before`,
    ];
}

function* numberFaults(field: string, value: unknown, min: number, max: number): Iterable<Fault> {
  if (!isWithin(value, min, max)) yield [field, `must be a whole number from ${min} to ${max}`];
}

function isWithin(value: unknown, min: number, max: number): boolean {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

function* localTimeFaults(field: string, value: unknown): Iterable<Fault> {
  if (typeof value !== 'string' || !isLocalTime(value))
    yield [field, 'must be a local date and time that exists, such as 2026-12-01T09:00'];
}

function timeFaults(schedule: Schedule, zone: string, now: Date): Fault[] {
  if (schedule.type === 'triggered') return latestReminder(schedule, schedule.lastsDays);
  if (schedule.type === 'recurring') {
    const months = schedule.everyMonths * SHORTEST_MONTH_DAYS;
    if (schedule.lastsDays > months)
      return [['lastsDays', `must be at most ${months}: a wave closes before the next one opens`]];
    return [
      ...exactTime('firstOpens', schedule.firstOpens, zone, now),
      ...latestReminder(schedule, schedule.lastsDays),
    ];
  }
  return onceTimes(schedule, zone, now);
}

function onceTimes(schedule: OnceSchedule, zone: string, now: Date): Fault[] {
  const { opens, closes, lastsDays, remindAfterDays = [] } = schedule;
  const faults = opens === undefined ? [] : exactTime('opens', opens, zone, now);
  if (lastsDays !== undefined) return [...faults, ...latestReminder(schedule, lastsDays)];
  faults.push(...exactTime('closes', closes!, zone, now));
  if (faults.length > 0 || opens === undefined) return faults;
  const end = instantOf(closes!, zone);
  if (end <= instantOf(opens, zone)) return [['closes', `must be after it opens, which is ${opens}`]];
  const last = remindAfterDays.at(-1);
  if (last === undefined || instantOf(plusDays(opens, last), zone) < end) return [];
  return [['remindAfterDays', `must end before it closes: day ${last} is ${plusDays(opens, last)}`]];
}

function latestReminder({ remindAfterDays = [] }: Schedule, lastsDays: number): Fault[] {
  const last = remindAfterDays.at(-1) ?? 0;
  return last < lastsDays
    ? []
    : [['remindAfterDays', `must end before it closes, which is after ${lastsDays} days`]];
}

/** A person names one moment: it must be one, and ahead. */
function exactTime(field: string, local: LocalTime, zone: string, now: Date): Fault[] {
  const meaning = meaningOf(local, zone);
  if (meaning.type !== 'once') {
    const why = meaning.type === 'never' ? 'does not exist' : 'exists twice';
    const { before, after } = meaning;
    return [
      [
        field,
        `${why} in ${zone}, where clocks are changed then: choose ${before} or earlier, or ${after} or later`,
      ],
    ];
  }
  if (meaning.instant <= now) return [[field, `is in the past in ${zone}`]];
  const furthest = now.getTime() + MAX_AHEAD_DAYS * 86_400_000;
  return meaning.instant.getTime() > furthest
    ? [[field, `must be at most ${MAX_AHEAD_DAYS} days ahead`]]
    : [];
}
