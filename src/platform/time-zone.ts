/** Names of places, and UTC: abbreviations such as `CET` or `IST` mean different things to different people. */
const NAME = /^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2})$/;
const LOCAL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/;
const OFFSET = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** No zone is further than this from UTC. */
const FURTHEST_MS = 15 * HOUR_MS;

/** A date and a time as a clock on the wall shows them, such as `2026-12-01T09:00`. */
export type LocalTime = string;

/**
 * What a time on the wall means: one instant; or none, or two, where clocks are changed, with the last
 * minute before and the first minute after which clocks show once.
 */
export type Meaning =
  | { type: 'once'; instant: Date }
  | { type: 'never'; before: LocalTime; after: LocalTime; next: Date }
  | { type: 'twice'; before: LocalTime; after: LocalTime; first: Date; second: Date };

/** Whether a text is an IANA time zone, such as `Europe/Berlin` or `UTC`. */
export function isTimeZone(name: string): boolean {
  if (!NAME.test(name)) return false;
  try {
    return formatOf(name) !== undefined;
  } catch {
    return false;
  }
}

/** Whether a text is a date that exists and a time of day, to the minute. */
export function isLocalTime(text: string): boolean {
  return LOCAL.test(text) && localAt(readAsUtc(text)) === text;
}

/** What a local time means in a zone. Throws `RangeError` when the zone is none. */
export function meaningOf(local: LocalTime, zone: string): Meaning {
  const asUtc = readAsUtc(local);
  const format = formatOf(zone);
  const [from, to] = [asUtc - FURTHEST_MS, asUtc + FURTHEST_MS];
  const [earlier, later] = [offsetAt(format, from), offsetAt(format, to)];
  const instants = [...new Set([earlier, later])]
    .map((offset) => ({ offset, instant: asUtc - offset }))
    .filter(({ offset, instant }) => offsetAt(format, instant) === offset)
    .map(({ instant }) => instant)
    .sort((a, b) => a - b);
  if (instants.length === 1) return { type: 'once', instant: new Date(instants[0]!) };
  const change = changeBetween(format, from, to);
  const [low, high] = [change + Math.min(earlier, later), change + Math.max(earlier, later)];
  const around = { before: localAt(low - MINUTE_MS), after: localAt(high) };
  if (instants.length === 0) return { type: 'never', ...around, next: new Date(change) };
  return { type: 'twice', ...around, first: new Date(instants[0]!), second: new Date(instants[1]!) };
}

/** The instant of a local time: the first of two, and the first after a gap, where clocks are changed. */
export function instantOf(local: LocalTime, zone: string): Date {
  const meaning = meaningOf(local, zone);
  if (meaning.type === 'once') return meaning.instant;
  return meaning.type === 'twice' ? meaning.first : meaning.next;
}

/** What the clocks of a zone show at an instant, to the minute. Throws `RangeError` when the zone is none. */
export function localTimeOf(instant: Date, zone: string): LocalTime {
  return localAt(instant.getTime() + offsetAt(formatOf(zone), instant.getTime()));
}

/** The same time of day so many days later, or earlier. */
export function plusDays(local: LocalTime, days: number): LocalTime {
  return localAt(readAsUtc(local) + days * 24 * HOUR_MS);
}

/** The same time of day so many months later; of a day the month has not, its last day. */
export function plusMonths(local: LocalTime, months: number): LocalTime {
  const date = new Date(readAsUtc(local));
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return localAt(date.getTime());
}

/** Midnight at which the month after begins. */
export function nextMonth(local: LocalTime): LocalTime {
  return plusMonths(`${local.slice(0, 7)}-01T00:00`, 1);
}

/** To make one takes longer than all that is done with it. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();
/** More than the zones people live in. */
const REMEMBERED_FORMATS = 500;

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  if (FORMATS.size < REMEMBERED_FORMATS) FORMATS.set(zone, format);
  return format;
}

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')!.value;
  const [, sign, hours, minutes, seconds] = OFFSET.exec(name)!;
  if (!sign) return 0;
  const ms = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds ?? 0) * SECOND_MS;
  return sign === '-' ? -ms : ms;
}

/** The instant at which the offset changes between two instants that differ in it. */
function changeBetween(format: Intl.DateTimeFormat, from: number, to: number): number {
  const before = offsetAt(format, from);
  let [low, high] = [from, to];
  while (high - low > SECOND_MS) {
    const middle = low + Math.floor((high - low) / 2 / SECOND_MS) * SECOND_MS;
    if (offsetAt(format, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function readAsUtc(local: LocalTime): number {
  return Date.parse(`${local}:00Z`);
}

function localAt(asUtc: number): LocalTime {
  return Number.isNaN(asUtc) ? '' : new Date(asUtc).toISOString().slice(0, 16);
}
