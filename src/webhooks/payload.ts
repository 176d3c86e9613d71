/** Largest body sent, in bytes: Standard Webhooks asks for less than 20 kB. */
export const MAX_PAYLOAD_BYTES = 20_000;

/** What happened, as far as a receiver is told. */
export interface Happening {
  type: string;
  occurredAt: Date;
  /** Ids, numbers and short codes. */
  data: Record<string, unknown>;
}

/**
 * The body of a webhook as Standard Webhooks lays it out: `type`, `timestamp` (ISO 8601) and `data`. The same
 * happening always has the same body, so that every retry repeats the first attempt to the letter. What would
 * make it too large is left out, longest field first, and named in `data.omitted`: the API still has it.
 */
export function webhookBody({ type, occurredAt, data }: Happening): string {
  const omitted: string[] = [];
  const rest = { ...data };
  const body = () => {
    const told = omitted.length > 0 ? { ...rest, omitted } : rest;
    return JSON.stringify({ type, timestamp: occurredAt.toISOString(), data: told });
  };
  while (Buffer.byteLength(body()) > MAX_PAYLOAD_BYTES && Object.keys(rest).length > 0) {
    const longest = longestField(rest);
    delete rest[longest];
    omitted.push(longest);
  }
  return body();
}

function longestField(data: Record<string, unknown>): string {
  const length = (field: string) => JSON.stringify(data[field])?.length ?? 0;
  return Object.keys(data).reduce((longest, field) => (length(field) > length(longest) ? field : longest));
}
