/** What a browser says about where a request comes from. */
export interface Provenance {
  secFetchSite: string | undefined;
  origin: string | undefined;
  host: string | undefined;
}

/**
 * Whether a browser says that another website sent this. There are no cookies to abuse, and whoever has the token may
 * answer; this keeps a page elsewhere from answering for a reader whose link it came across. Old browsers say nothing,
 * and `null` is what a page without referrer, such as ours, calls itself.
 */
export function isFromElsewhere(
  { secFetchSite, origin, host }: Provenance,
  ownOrigin: string,
  allowedOrigins: readonly string[],
): boolean {
  if (origin !== undefined && allowedOrigins.includes(origin)) return false;
  if (secFetchSite !== undefined) return secFetchSite !== 'same-origin' && secFetchSite !== 'none';
  if (origin === undefined || origin === 'null' || origin === ownOrigin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
