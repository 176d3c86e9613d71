import { DateOrder, readingsOf } from './date-forms.js';

export type DateReading = { at: Date } | { reason: string };

/** No feedback that anyone imports is older; what seems to be is a slip. */
export const EARLIEST = Date.UTC(1990, 0, 1);
/** A date may lie this far ahead: clocks differ, and it is tomorrow already further east. */
export const MAX_AHEAD_MS = 86_400_000;

const DAY_MS = 86_400_000;
const NOON_MS = DAY_MS / 2;
/** Day 0 of spreadsheet dates, such that day 60 and later are right in spite of their 29 February 1900. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
/** UTC+14 is the furthest anyone lives from it. */
const MAX_ZONE_MINUTES = 14 * 60;
/** Longer than the longest way to write a date; also keeps the patterns below from long searches. */
const MAX_DATE_CHARS = 64;
const QUOTED_CHARS = 40;

const T_OR_SPACE = String.raw`(?:T|,?\s+)`;
const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?m\.?)?`;
const ZONE = String.raw`(?:\s*(?:Z|UTC|GMT|([+-])(\d{2}):?(\d{2})?))?`;
const TIME_OF_DAY = new RegExp(`${T_OR_SPACE}${CLOCK}${ZONE}$`, 'i');
/** Five digits, 1927 to 2173, and the part of the day that has passed. */
const SERIAL = /^\d{5}(?:[.,]\d{1,15})?$/;

/**
 * Reads a date as the cells of one column may mix them: ISO 8601, day and month in either order with 2 or 4 digits of
 * year, month names, spreadsheet serial numbers, each with or without a time of day. `order` decides only where both
 * orders are possible; a reading that is no date, or lies before 1990 or more than a day after `now`, is not possible.
 * A time without a zone is UTC. A date without a time is noon UTC, which is the same day almost everywhere on earth.
 */
export function readDate(cell: string, order: DateOrder, now: Date): DateReading {
  const text = cell.trim();
  const quoted = `“${text.slice(0, QUOTED_CHARS)}”`;
  if (text.length > MAX_DATE_CHARS) return { reason: `${quoted} is no date` };
  const clock = TIME_OF_DAY.exec(text);
  const sinceMidnight = clock ? millisecondsOf(clock) : NOON_MS;
  if (sinceMidnight === null) return { reason: `${quoted} has no possible time of day` };
  const midnights = [...midnightsOf(clock ? text.slice(0, clock.index) : text, order)];
  const instants = midnights.map((midnight) => midnight + sinceMidnight);
  if (!clock) instants.push(...serialOf(text));

  const latest = now.getTime() + MAX_AHEAD_MS;
  const possible = instants.find((instant) => instant >= EARLIEST && instant <= latest);
  if (possible !== undefined) return { at: new Date(possible) };
  const [absurd] = instants;
  if (absurd === undefined) return { reason: `${quoted} is no date` };
  return { reason: absurd < EARLIEST ? `${quoted} is before 1990` : `${quoted} is in the future` };
}

/** The midnights that a text without time of day may mean, the preferred one first. */
function* midnightsOf(text: string, order: DateOrder): Generator<number> {
  for (const [day, month, year] of readingsOf(text, order)) {
    const midnight = Date.UTC(year, month - 1, day);
    const date = new Date(midnight);
    // 31 June would otherwise roll over into July.
    if (date.getUTCDate() === day && date.getUTCMonth() === month - 1) yield midnight;
  }
}

/** Milliseconds from midnight UTC to a time of day, beyond the day where a zone shifts it; null when there is no such time. */
function millisecondsOf([
  ,
  h,
  min,
  s = '0',
  fraction = '0',
  half,
  sign,
  zoneH = '0',
  zoneMin = '0',
]: RegExpExecArray) {
  const hour = half ? hourOfDay(Number(h), half.toLowerCase()) : Number(h);
  const [minute, second, zoneMinutes] = [Number(min), Number(s), Number(zoneH) * 60 + Number(zoneMin)];
  if (hour === null || hour > 23 || minute > 59 || second > 59) return null;
  if (zoneMinutes > MAX_ZONE_MINUTES || Number(zoneMin) > 59) return null;
  const utcMinutes = hour * 60 + minute - (sign === '-' ? -zoneMinutes : zoneMinutes);
  return utcMinutes * 60_000 + second * 1_000 + Math.floor(Number(`0.${fraction}`) * 1_000);
}

/** The hour, 0 to 23, of one on a 12-hour clock; null unless that is 1 to 12. */
function hourOfDay(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

/** The instant of a spreadsheet serial number, to the second; none when the text is not one. */
function serialOf(text: string): number[] {
  if (!SERIAL.test(text)) return [];
  const days = Number(text.replace(',', '.'));
  const sinceMidnight = Number.isInteger(days) ? NOON_MS : 0;
  return [SERIAL_ZERO + Math.round(days * 86_400) * 1_000 + sinceMidnight];
}
