import { isIP } from 'node:net';
import { OutboundRequestFailed } from './guarded-fetch.errors.js';
import { type AllowPrivate, isAddressAllowed } from './public-address.js';

const HTTP_PROTOCOLS: readonly string[] = ['http:', 'https:'];
const LOCALHOST = /(^|\.)localhost\.?$/; // Always this machine, RFC 6761.

/**
 * The parsed URL if a request to it may be tried: http or https, without credentials, and without a forbidden address
 * for a host. What a name resolves to is not asked here; `guardedPost` does so when it connects, as that can change.
 * Throws `OutboundRequestFailed` with `url_invalid` or `address_forbidden`.
 */
export function assertPublicHttpUrl(text: string, allowPrivate: AllowPrivate): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !HTTP_PROTOCOLS.includes(url.protocol)) {
    throw new OutboundRequestFailed(
      'url_invalid',
      'The URL must begin with http:// or https:// and name a host',
    );
  }
  if (url.username || url.password) {
    throw new OutboundRequestFailed('url_invalid', 'The URL must not carry a user name or password');
  }
  const address = literalAddress(url.hostname);
  if (address && !isAddressAllowed(address, allowPrivate)) throw addressForbidden(url.hostname);
  return url;
}

export function addressForbidden(host: string): OutboundRequestFailed {
  return new OutboundRequestFailed('address_forbidden', `${host} is not on the public internet`);
}

/** The address a host spells out. The URL parser has by now turned every spelling of an IPv4 address into the usual one. */
function literalAddress(hostname: string): string | undefined {
  if (LOCALHOST.test(hostname)) return '127.0.0.1';
  const address = hostname.replace(/^\[|\]$/g, '');
  return isIP(address) ? address : undefined;
}
