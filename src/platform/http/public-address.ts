import ipaddr from 'ipaddr.js';

/** What may be reached beside the public internet: nothing, everything, or these networks in CIDR notation. */
export type AllowPrivate = boolean | readonly string[];

// IPv6 hands out public addresses from this block alone; outside it lie forms that merely wrap an IPv4 address.
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether a socket may connect to this IP address. Refused are loopback, private, link-local (with the clouds'
 * metadata service), carrier-grade NAT, multicast, broadcast, documentation and reserved addresses, and the IPv6
 * ranges that tunnel or translate to IPv4, unless `allowPrivate` names them. Throws for a malformed CIDR.
 */
export function isAddressAllowed(address: string, allowPrivate: AllowPrivate): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address); // An IPv4-mapped address is judged as the IPv4 address it connects to.
  if (isPublic(parsed) || allowPrivate === true) return true;
  return allowPrivate !== false && allowPrivate.some((network) => isWithin(parsed, network));
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST);
}

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, network: string): boolean {
  const [base, bits] = ipaddr.parseCIDR(network);
  return base.kind() === address.kind() && address.match(base, bits);
}
