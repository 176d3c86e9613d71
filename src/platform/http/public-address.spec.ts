import fc from 'fast-check';
import { isAddressAllowed } from './public-address.js';

const forbidden: [address: string, because: string][] = [
  ['0.0.0.0', 'this host'],
  ['0.255.255.255', 'this network'],
  ['10.0.0.1', 'private'],
  ['100.64.0.1', 'carrier-grade NAT'],
  ['100.127.255.255', 'carrier-grade NAT'],
  ['127.0.0.1', 'loopback'],
  ['127.255.255.254', 'loopback'],
  ['169.254.169.254', 'link-local, the metadata of a cloud machine'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.0.0.8', 'protocol assignments'],
  ['192.0.2.1', 'documentation'],
  ['192.88.99.1', 'old 6to4 relays'],
  ['192.168.1.1', 'private'],
  ['198.18.0.1', 'benchmarking'],
  ['198.51.100.1', 'documentation'],
  ['203.0.113.1', 'documentation'],
  ['224.0.0.1', 'multicast'],
  ['239.255.255.250', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::ffff:127.0.0.1', 'IPv4-mapped loopback'],
  ['::ffff:a9fe:a9fe', 'IPv4-mapped metadata'],
  ['::127.0.0.1', 'IPv4-compatible'],
  ['::ffff:0:127.0.0.1', 'IPv4-translated'],
  ['64:ff9b::7f00:1', 'NAT64'],
  ['64:ff9b::8.8.8.8', 'NAT64, even of a public address'],
  ['64:ff9b:1::a00:1', 'local NAT64'],
  ['100::1', 'discard'],
  ['2001::1', 'Teredo'],
  ['2001:2::1', 'benchmarking'],
  ['2001:10::1', 'ORCHID'],
  ['2001:20::1', 'ORCHIDv2'],
  ['2001:db8::1', 'documentation'],
  ['2002:7f00:1::', '6to4 of loopback'],
  ['3fff::1', 'documentation'],
  ['5f00::1', 'segment routing'],
  ['fc00::1', 'unique local'],
  ['fd00:ec2::254', 'unique local, the metadata of a cloud machine'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'link-local with a zone'],
  ['fec0::1', 'site-local'],
  ['ff02::1', 'multicast'],
];

const publicAddresses = [
  '8.8.8.8',
  '1.1.1.1',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700::1111',
  '::ffff:8.8.8.8',
];

describe('an address', () => {
  it.each(forbidden)('%s is refused: %s', (address) => {
    expect(isAddressAllowed(address, false)).toBe(false);
    expect(isAddressAllowed(address, [])).toBe(false);
  });

  it.each(publicAddresses)('%s is public', (address) => {
    expect(isAddressAllowed(address, false)).toBe(true);
  });

  it.each(['', 'localhost', '1.2.3.4.5', '127.0.0.1:80', '[::1]', 'fe80::g'])('%j is none', (text) => {
    expect(isAddressAllowed(text, true)).toBe(false);
  });
});

describe('the operator', () => {
  it('can allow every address', () => {
    expect(forbidden.every(([address]) => isAddressAllowed(address, true))).toBe(true);
  });

  it('can allow single networks of either family, and nothing beside them', () => {
    const networks = ['10.1.0.0/16', 'fd12::/16'];
    expect(isAddressAllowed('10.1.255.255', networks)).toBe(true);
    expect(isAddressAllowed('::ffff:10.1.0.1', networks)).toBe(true);
    expect(isAddressAllowed('fd12::1', networks)).toBe(true);
    expect(isAddressAllowed('10.2.0.1', networks)).toBe(false);
    expect(isAddressAllowed('fd13::1', networks)).toBe(false);
  });

  it('does not close the public internet by allowing a network', () => {
    expect(isAddressAllowed('8.8.8.8', ['10.1.0.0/16'])).toBe(true);
  });

  it('learns of a malformed network', () => {
    expect(() => isAddressAllowed('127.0.0.1', ['10.0.0.0'])).toThrow();
  });
});

it('an IPv6 form that carries a private IPv4 address is refused, whatever the address', () => {
  const privateIpv4 = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map(([b, c, d]) => `10.${b}.${c}.${d}`);
  const prefix = fc.constantFrom('::', '::ffff:', '::ffff:0:', '64:ff9b::', '64:ff9b:1::');
  fc.assert(
    fc.property(prefix, privateIpv4, (wrapping, address) => {
      expect(isAddressAllowed(`${wrapping}${address}`, false)).toBe(false);
    }),
  );
});
