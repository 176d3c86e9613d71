import fc from 'fast-check';
import { formatToken, hashSecret, isSecretOf, newSecret, parseToken } from './api-key-token.js';

describe('an API key', () => {
  it('names its tenant and itself', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (tenantId, keyId) => {
        const secret = newSecret();
        expect(parseToken(formatToken({ tenantId, keyId, secret }))).toEqual({ tenantId, keyId, secret });
      }),
    );
  });

  it('is nothing else', () => {
    fc.assert(fc.property(fc.string(), (text) => parseToken(text) === null));
    expect(parseToken(`heed_${'z'.repeat(22)}_${'z'.repeat(22)}_${'z'.repeat(43)}`)).toBeNull(); // more than 128 bits
  });

  it('is known by the hash of its secret', () => {
    const secret = newSecret();
    expect(isSecretOf(secret, hashSecret(secret))).toBe(true);
    expect(isSecretOf(newSecret(), hashSecret(secret))).toBe(false);
  });
});
