/**
 * The rest a `Retry-After` header asks for, in seconds or until an HTTP date: in milliseconds, from 0 to `maxMs`; 0 for a
 * date that has passed or a value that is neither form.
 */
export function retryAfterMs(header: string | undefined, now: Date, maxMs: number): number {
  const value = header?.trim() ?? '';
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1_000, maxMs);
  // Without its zone a date would be read in the zone of this machine.
  const at = value.endsWith('GMT') ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? 0 : Math.min(Math.max(at - now.getTime(), 0), maxMs);
}
