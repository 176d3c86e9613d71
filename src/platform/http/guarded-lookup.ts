import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { type AllowPrivate, isAddressAllowed } from './public-address.js';
import { addressForbidden } from './public-url.js';

export type Resolve = (host: string) => Promise<LookupAddress[]>;

const systemResolve: Resolve = (host) => lookup(host, { all: true });

/**
 * A socket's `lookup` that hands out checked addresses only. The socket connects to one of them without asking again,
 * so a name that resolves differently a moment later changes nothing. Node does not call it for a host that is an
 * address already: `assertPublicHttpUrl` checks those.
 */
export function guardedLookup(allowPrivate: AllowPrivate, resolve: Resolve = systemResolve): LookupFunction {
  return (host, { all }, callback) => {
    resolve(host)
      .then((addresses) => assertAllowed(host, addresses, allowPrivate))
      .then(
        ([first, ...others]) =>
          all ? callback(null, [first, ...others]) : callback(null, first.address, first.family),
        (error: NodeJS.ErrnoException) => callback(error, []),
      );
  };
}

/** One forbidden address condemns the name: an honest one has no mixture. */
function assertAllowed(host: string, addresses: LookupAddress[], allowPrivate: AllowPrivate) {
  const [first, ...others] = addresses;
  if (!first) throw Object.assign(new Error('The name has no address'), { code: 'ENOTFOUND' });
  if (!addresses.every(({ address }) => isAddressAllowed(address, allowPrivate)))
    throw addressForbidden(host);
  return [first, ...others] as const;
}
