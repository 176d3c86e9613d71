import { createHash } from 'node:crypto';

/** An address by which one entry is told from another: mailboxes differ neither by case nor by blanks around them. */
export function plainAddress(text: string): string {
  return text.trim().toLowerCase();
}

/**
 * What is published of an entry: the hexadecimal SHA-256 of `code:address`. The code is known to who entered only, so
 * they find their entry and nobody else can try addresses out.
 */
export function entryDigestOf(code: string, address: string): string {
  return createHash('sha256')
    .update(`${code}:${plainAddress(address)}`)
    .digest('hex');
}
