/** The embedded services cannot run here; the message tells a person what to do about it. */
export class EmbeddedServicesUnavailable extends Error {
  override readonly name = 'EmbeddedServicesUnavailable';
}

/** How to do without the embedded services, whichever of them is missing. */
export const ALTERNATIVES =
  'Or set DATABASE_URL, DATABASE_OWNER_URL and REDIS_URL to servers you run, or run everything with `docker compose up`.';
