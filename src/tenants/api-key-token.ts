import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * An API key reads `heed_<tenant>_<key>_<secret>`, each part in base 62: ids of 22 characters, a secret of
 * 32 random bytes. It names its tenant, so checking it needs no look-up across tenants; and its fixed
 * beginning lets secret scanners find a leaked one. The secret has 256 bits, so a plain SHA-256 keeps it:
 * slow hashing protects guessable secrets only.
 */
const TOKEN = /^heed_([0-9A-Za-z]{22})_([0-9A-Za-z]{22})_([0-9A-Za-z]{43})$/;

const ID_DIGITS = 22;
const SECRET_DIGITS = 43;

/** Random bytes a secret is made of. */
export const SECRET_BYTES = 32;

export interface ParsedToken {
  tenantId: string;
  keyId: string;
  secret: string;
}

/** The secret made of `SECRET_BYTES` random bytes. Shown once, never kept. */
export function secretOf(bytes: Uint8Array): string {
  return toBase62(BigInt(`0x${Buffer.from(bytes).toString('hex')}`), SECRET_DIGITS);
}

export function formatToken({ tenantId, keyId, secret }: ParsedToken): string {
  return `${tokenPrefix(tenantId, keyId)}_${secret}`;
}

/** The part of a key that may be shown again, to tell keys apart. */
export function tokenPrefix(tenantId: string, keyId: string): string {
  return `heed_${encodeId(tenantId)}_${encodeId(keyId)}`;
}

export function parseToken(token: string): ParsedToken | null {
  const [, tenant, key, secret] = TOKEN.exec(token) ?? [];
  const tenantId = decodeId(tenant ?? '');
  const keyId = decodeId(key ?? '');
  return tenantId && keyId && secret ? { tenantId, keyId, secret } : null;
}

export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

export function isSecretOf(secret: string, hash: Buffer): boolean {
  return timingSafeEqual(hashSecret(secret), hash);
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function encodeId(id: string): string {
  return toBase62(BigInt(`0x${id.replaceAll('-', '')}`), ID_DIGITS);
}

function decodeId(text: string): string | null {
  let value = 0n;
  for (const digit of text) value = value * 62n + BigInt(DIGITS.indexOf(digit));
  const hex = value.toString(16).padStart(32, '0');
  if (hex.length > 32 || text === '') return null;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function toBase62(value: bigint, digits: number): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= 62n) text = DIGITS[Number(rest % 62n)]! + text;
  return text.padStart(digits, '0');
}
