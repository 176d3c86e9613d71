import { type Weekday, WEEKDAYS } from './campaign-terms.js';

/** How many days to wait on each weekday, Monday first, until mail may leave: 0 where it may. */
export function daysToWait(days: readonly Weekday[] = WEEKDAYS): number[] {
  return WEEKDAYS.map((_, today) => {
    const wait = WEEKDAYS.findIndex((_, ahead) => days.includes(WEEKDAYS[(today + ahead) % 7]!));
    return Math.max(wait, 0);
  });
}

/** The SQL of what a moment is made from. */
interface Places {
  /** When the person would be asked if mail left at any hour. */
  planned: string;
  /** The same on the clock of their zone. */
  local: string;
  zone: string;
  from: string;
  to: string;
  /** `daysToWait` as an array. */
  waits: string;
  /** How far into the hours of a later day mail leaves, from 0 to 1: 0 for as soon as it may. */
  into: string;
}

/** Counting days from it is a fifth of the work of asking for the day of the week. */
const A_MONDAY = `date '2000-01-03'`;

/**
 * SQL for the moment at or after the planned one at which mail may leave, on the clock of the person's zone.
 * PostgreSQL knows when clocks change; a time they skip comes an hour later.
 */
export function sendingTimeSql({ planned, local, zone, from, to, waits, into }: Places): string {
  const waitOn = (date: string) => `(${waits})[1 + (${date} - ${A_MONDAY}) % 7]`;
  const day = `(${local}::date + (${local}::time >= ${to})::int)`;
  return `
    case when ${local}::time >= ${from} and ${local}::time < ${to} and ${waitOn(`${local}::date`)} = 0 then ${planned}
         else (${day} + ${waitOn(day)} + ${from} + (${to} - ${from}) * ${into}) at time zone ${zone} end`;
}
