import { HeedError, Invalid, Unavailable } from '../errors.js';

/** Codes of PostgreSQL for a value it cannot hold: NUL, bad encoding, out of range, not a date, not a UUID. */
const UNACCEPTABLE_VALUE = /^22(001|003|007|008|021|P02|P05|023)$/;
/** Codes for a server that is starting, stopping, full or gone; and for transactions worth trying again. */
const TRY_AGAIN = /^(08...|57P0[123]|53300|40001|40P01|57014|25P03)$/;
const BROKEN_CONNECTION =
  /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|timeout exceeded when trying to connect|not queryable/;

/** What a failure of the database means to a caller; undefined when it is a fault of ours. */
export function asDatabaseProblem(error: unknown): HeedError | undefined {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (error instanceof HeedError) return undefined;
  if (typeof code === 'string' && UNACCEPTABLE_VALUE.test(code)) {
    return new Invalid('request.invalid', 'A value in the request is one the database cannot hold.');
  }
  if (
    (typeof code === 'string' && TRY_AGAIN.test(code)) ||
    BROKEN_CONNECTION.test(`${String(code)} ${String(message)}`)
  ) {
    return new Unavailable(
      'service.unavailable',
      'The database is not available right now; nothing was changed.',
      {
        retryAfterSeconds: 1,
      },
    );
  }
  return undefined;
}
