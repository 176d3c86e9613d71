import fc from 'fast-check';
import { Secrets, SecretUnreadable } from './secrets.js';

const secrets = new Secrets({ secretKey: Buffer.alloc(32, 1) });

describe('a sealed secret', () => {
  it('is known again, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (secret, place) => {
        expect(secrets.open(secrets.seal(secret, place), place)).toBe(secret);
      }),
    );
  });

  it('does not show what it holds, nor that it holds the same as another', () => {
    const sealed = secrets.seal('whsec_secret', 'endpoint 1');
    expect(sealed.includes('secret')).toBe(false);
    expect(sealed.equals(secrets.seal('whsec_secret', 'endpoint 1'))).toBe(false);
  });

  it('stays closed to another key', () => {
    const sealed = secrets.seal('whsec_secret', 'endpoint 1');
    const other = new Secrets({ secretKey: Buffer.alloc(32, 2) });
    expect(() => other.open(sealed, 'endpoint 1')).toThrow(SecretUnreadable);
  });

  it('stays closed in another place', () => {
    const sealed = secrets.seal('whsec_secret', 'endpoint 1');
    expect(() => secrets.open(sealed, 'endpoint 2')).toThrow(SecretUnreadable);
  });

  it('stays closed when a byte of it is another, or when it is cut', () => {
    const sealed = secrets.seal('whsec_secret', 'endpoint 1');
    for (const index of sealed.keys()) {
      const changed = Buffer.from(sealed);
      changed[index]! ^= 1;
      expect(() => secrets.open(changed, 'endpoint 1')).toThrow(SecretUnreadable);
      expect(() => secrets.open(sealed.subarray(0, index), 'endpoint 1')).toThrow(SecretUnreadable);
    }
  });
});
