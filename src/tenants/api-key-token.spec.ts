import fc from 'fast-check';
import { formatToken, hashSecret, isSecretOf, parseToken, SECRET_BYTES, secretOf } from './api-key-token.js';

const secretsOf = fc.uint8Array({ minLength: SECRET_BYTES, maxLength: SECRET_BYTES }).map(secretOf);

describe('an API key', () => {
  it('names its tenant and itself', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), secretsOf, (tenantId, keyId, secret) => {
        expect(parseToken(formatToken({ tenantId, keyId, secret }))).toEqual({ tenantId, keyId, secret });
      }),
    );
  });

  it('is nothing else', () => {
    fc.assert(fc.property(fc.string(), (text) => parseToken(text) === null));
    expect(parseToken(`heed_${'z'.repeat(22)}_${'z'.repeat(22)}_${'z'.repeat(43)}`)).toBeNull(); // more than 128 bits
  });

  it('is known by the hash of its secret', () => {
    const [secret, other] = [
      secretOf(new Uint8Array(SECRET_BYTES)),
      secretOf(new Uint8Array(SECRET_BYTES).fill(1)),
    ];
    expect(isSecretOf(secret, hashSecret(secret))).toBe(true);
    expect(isSecretOf(other, hashSecret(secret))).toBe(false);
  });
});
