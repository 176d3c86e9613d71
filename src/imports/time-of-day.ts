/** UTC+14 is the furthest anyone lives from it. */
const MAX_ZONE_MINUTES = 14 * 60;

const SEPARATOR = String.raw`(?:T|,?\s+)`;
const CLOCK = String.raw`(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?`;
const HALF = String.raw`(?:\s*(?<half>[ap])\.?m\.?)?`;
const ZONE = String.raw`(?:\s*(?:Z|UTC|GMT|(?<sign>[+-])(?<zoneHour>\d\d):?(?<zoneMinute>\d\d)?))?`;
const TIME_OF_DAY = new RegExp(`${SEPARATOR}${CLOCK}${HALF}${ZONE}$`, 'i');

export interface DateAndTime {
  /** The text before the time of day. */
  date: string;
  /**
   * Milliseconds from the midnight UTC of the date; a zone may shift it before that midnight or beyond the next.
   * `null` when there is no such time of day.
   */
  sinceMidnightMs: number | null;
}

/** Divides `30/09/2021 2:05 PM` or `2021-09-30T14:05:06.789+02:00`; null when the text has no time of day. */
export function splitTimeOfDay(text: string): DateAndTime | null {
  const found = TIME_OF_DAY.exec(text);
  return found && { date: text.slice(0, found.index), sinceMidnightMs: millisecondsOf(found.groups ?? {}) };
}

function millisecondsOf(parts: Record<string, string | undefined>): number | null {
  const hour = hourOfDay(Number(parts.hour), parts.half?.toLowerCase());
  const [minute, second] = [Number(parts.minute), Number(parts.second ?? 0)];
  const [zoneHour, zoneMinute] = [Number(parts.zoneHour ?? 0), Number(parts.zoneMinute ?? 0)];
  const zone = zoneHour * 60 + zoneMinute;
  if (hour === null || minute > 59 || second > 59 || zoneMinute > 59 || zone > MAX_ZONE_MINUTES) return null;
  const utcMinutes = hour * 60 + minute + (parts.sign === '-' ? zone : -zone);
  return utcMinutes * 60_000 + second * 1_000 + Number((parts.fraction ?? '').padEnd(3, '0').slice(0, 3));
}

/** The hour, 0 to 23, on a 24-hour clock or in one half of a 12-hour clock; null when there is none. */
function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
