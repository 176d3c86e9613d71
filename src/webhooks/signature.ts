import { createHmac } from 'node:crypto';

export const SECRET_PREFIX = 'whsec_';
/** Bounds of a signing key, in bytes, as Standard Webhooks sets them. */
export const SECRET_MIN_BYTES = 24;
export const SECRET_MAX_BYTES = 64;

/** Says only that a secret is unusable: the secret itself belongs in no message and no log. */
export class InvalidWebhookSecret extends Error {
  constructor() {
    super(
      `A webhook secret is "${SECRET_PREFIX}" followed by ${SECRET_MIN_BYTES} to ${SECRET_MAX_BYTES} bytes in base64`,
    );
    this.name = 'InvalidWebhookSecret';
  }
}

/** The secret as its owner sees it, from 24 to 64 random bytes. Throws `InvalidWebhookSecret` for any other length. */
export function secretFromKey(key: Uint8Array): string {
  const secret = SECRET_PREFIX + Buffer.from(key).toString('base64');
  keyFromSecret(secret);
  return secret;
}

/** The 24 to 64 key bytes of a secret. Throws `InvalidWebhookSecret` unless it is prefix and strict base64. */
export function keyFromSecret(secret: string): Buffer {
  const encoded = secret.slice(SECRET_PREFIX.length);
  const key = Buffer.from(encoded, 'base64');
  // Node skips characters that are not base64; another decoder would not, and then no signature would match.
  const isExact = secret.startsWith(SECRET_PREFIX) && key.toString('base64') === encoded;
  if (!isExact || key.length < SECRET_MIN_BYTES || key.length > SECRET_MAX_BYTES)
    throw new InvalidWebhookSecret();
  return key;
}

/**
 * The `webhook-signature` header of one message (https://www.standardwebhooks.com): one signature for each secret,
 * so that a receiver may hold the old or the new one while a secret rotates. The id and the timestamp, in whole
 * seconds since 1970, are signed as they stand in the `webhook-id` and `webhook-timestamp` headers.
 * Throws `InvalidWebhookSecret` for a malformed secret and `RangeError` when there is none.
 */
export function sign(secrets: readonly string[], id: string, timestampSeconds: number, body: string): string {
  if (secrets.length === 0) throw new RangeError('A webhook is signed with at least one secret');
  return secrets
    .map((secret) => createHmac('sha256', keyFromSecret(secret)).update(`${id}.${timestampSeconds}.${body}`))
    .map((signature) => `v1,${signature.digest('base64')}`)
    .join(' ');
}
