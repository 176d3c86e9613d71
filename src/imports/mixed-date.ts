import { DateOrder, readingsOf } from './date-forms.js';
import { splitTimeOfDay } from './time-of-day.js';

/** `isAmbiguous` when only the preferred order of day and month decided between two possible days. */
export type DateReading = { at: Date; isAmbiguous: boolean } | { reason: string };

/** No feedback that anyone imports is older; what seems to be is a slip. */
export const EARLIEST = Date.UTC(1990, 0, 1);
/** A date may lie this far ahead: clocks differ, and it is tomorrow already further east. */
export const MAX_AHEAD_MS = 86_400_000;

const NOON_MS = 43_200_000;
/** Day 0 of spreadsheet dates, such that day 60 and later are right in spite of their 29 February 1900. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
/** Longer than the longest way to write a date; also keeps the patterns below from long searches. */
const MAX_DATE_CHARS = 64;
const QUOTED_CHARS = 40;

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
  const { date, sinceMidnightMs } = splitTimeOfDay(text) ?? { date: text, sinceMidnightMs: NOON_MS };
  if (sinceMidnightMs === null) return { reason: `${quoted} has no possible time of day` };
  const midnights = midnightsOf(date, order);
  const instants = midnights.length > 0 ? midnights.map((at) => at + sinceMidnightMs) : serialOf(text);

  const latest = now.getTime() + MAX_AHEAD_MS;
  const possible = new Set(instants.filter((instant) => instant >= EARLIEST && instant <= latest));
  const [preferred] = possible;
  if (preferred !== undefined) return { at: new Date(preferred), isAmbiguous: possible.size > 1 };
  const [absurd] = instants;
  if (absurd === undefined) return { reason: `${quoted} is no date` };
  return { reason: absurd < EARLIEST ? `${quoted} is before 1990` : `${quoted} is in the future` };
}

/** The midnights that a text without time of day may mean, the preferred one first. */
function midnightsOf(text: string, order: DateOrder): number[] {
  return readingsOf(text, order).flatMap(([day, month, year]) => {
    const midnight = new Date(Date.UTC(year, month - 1, day));
    // 31 June would otherwise roll over into July.
    const exists = midnight.getUTCDate() === day && midnight.getUTCMonth() === month - 1;
    return exists ? [midnight.getTime()] : [];
  });
}

/** The instant of a spreadsheet serial number, to the second; none when the text is not one. */
function serialOf(text: string): number[] {
  if (!SERIAL.test(text)) return [];
  const days = Number(text.replace(',', '.'));
  const noon = Number.isInteger(days) ? NOON_MS : 0;
  return [SERIAL_ZERO + Math.round(days * 86_400) * 1_000 + noon];
}
