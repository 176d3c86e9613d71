import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link is for. The letters are part of links in people's mailboxes and never change their meaning. */
export const LINK_KINDS = {
  /** One person's own: to answer in one wave. */
  personal: 1,
  /** Anybody's: to answer in one wave. */
  open: 2,
  /** One person's own: to not be asked any more. */
  unsubscribe: 3,
  /** One ballot of an anonymous wave: nobody can tell whose. */
  ballot: 4,
  /** Where mail that cannot be delivered is sent back to. */
  bounce: 5,
  /** One visitor of an open link: to go on with the answers they began. */
  visitor: 6,
  /** Anybody's: to see what is published of a wave's prize draw. */
  draw: 7,
  /** One entry in a wave's prize draw, by a number drawn at random. */
  ticket: 8,
} as const;

export type LinkKind = keyof typeof LINK_KINDS;

/** What a link says by itself: nothing has to be looked up to know whose it is, or that it is forged. */
export interface Link {
  kind: LinkKind;
  tenantId: string;
  waveId: string;
  /** The contact; of a ballot or ticket, its number; of a visitor, their answer sheet; nobody's where the link is open to all. */
  subject: string;
}

/** The subject of a link that is open to everybody. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

const ID_BYTES = 16;
const BODY_BYTES = 1 + 3 * ID_BYTES;
/** 128 bits, which nobody guesses by asking a server. */
const MAC_BYTES = 16;
const TOKEN = /^[A-Za-z0-9_-]{87}$/;

/** The link as it stands in a URL: 87 letters, digits, `-` and `_`. `key` is the installation's key for links. */
export function sealLink(key: Uint8Array, { kind, tenantId, waveId, subject }: Link): string {
  const body = Buffer.concat([
    Buffer.of(LINK_KINDS[kind]),
    bytesOf(tenantId),
    bytesOf(waveId),
    bytesOf(subject),
  ]);
  return Buffer.concat([body, macOf(key, body)]).toString('base64url');
}

/** What a link says; null unless it was sealed with the same key. */
export function readLink(key: Uint8Array, token: string): Link | null {
  if (!TOKEN.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  // The last letter has two bits nobody reads: a link has one spelling, or its visitors could not be counted.
  if (bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(0, BODY_BYTES);
  if (!timingSafeEqual(bytes.subarray(BODY_BYTES), macOf(key, body))) return null;
  const kind = (Object.keys(LINK_KINDS) as LinkKind[]).find((name) => LINK_KINDS[name] === body[0]);
  if (!kind) return null;
  return { kind, tenantId: idAt(body, 0), waveId: idAt(body, 1), subject: idAt(body, 2) };
}

function macOf(key: Uint8Array, body: Uint8Array): Buffer {
  return createHmac('sha256', key).update(body).digest().subarray(0, MAC_BYTES);
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function idAt(body: Buffer, index: number): string {
  const start = 1 + index * ID_BYTES;
  const hex = body.toString('hex', start, start + ID_BYTES);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
