export type OutboundFailure =
  /** Not an http or https URL, or one that carries a user name or password. */
  | 'url_invalid'
  /** The host is, or resolves to, an address outside the public internet. */
  | 'address_forbidden'
  | 'timeout'
  | 'connection_failed'
  | 'tls_failed';

/**
 * A request to the outside that got no usable answer. The message may be shown to the tenant: it names the host at
 * most, never the path or the query (they often hold a token), the headers, the body or an address inside the network.
 */
export class OutboundRequestFailed extends Error {
  constructor(
    readonly code: OutboundFailure,
    message: string,
  ) {
    super(message);
    this.name = 'OutboundRequestFailed';
  }
}
