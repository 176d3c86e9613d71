import { createHash } from 'node:crypto';

const BALLOT_BYTES = 16;

/**
 * The ballot of one person in one anonymous wave, in the form of an id. Without the wave's key, which is destroyed
 * when the wave closes, nobody can tell whose it is.
 */
export function ballotOf(key: Uint8Array, contactId: string): string {
  const hex = sha256(Buffer.concat([key, bytesOf(contactId)])).toString('hex', 0, BALLOT_BYTES);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** All that is kept of a ballot: enough to know it by, too little to make it from. */
export function digestOf(ballot: string): Buffer {
  return sha256(bytesOf(ballot));
}

/** As `digestOf(ballotOf(key, contactId))`, in SQL. */
export function ballotDigestSql(key: string, contactId: string): string {
  return `sha256(substring(sha256(${key} || uuid_send(${contactId})) for ${BALLOT_BYTES}))`;
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}
