/**
 * Why an external model gave nothing: nobody answered in time; what came was no answer (a server's error, a broken
 * connection, not the form asked for), or too much of that lately; the tenant's ceiling of the month is reached; it
 * refused what was asked of it (its key, its model); the tenant has none, or has disabled it.
 */
export type Unavailability = 'timeout' | 'broken' | 'over_ceiling' | 'refused' | 'disabled';

/** The external model gave nothing at all. The message names the host at most, never the key or a text. */
export class ModelUnavailable extends Error {
  constructor(
    readonly reason: Unavailability,
    message: string,
  ) {
    super(message);
    this.name = 'ModelUnavailable';
  }
}
