import { isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface SniffedEncoding {
  encoding: Encoding;
  /** Bytes of the byte order mark, to be left out of the text. */
  bomBytes: number;
  /** False when nothing in the bytes proves the encoding and it was only the likeliest one. */
  isCertain: boolean;
}

/**
 * Stands in decoded text for bytes that mean nothing. A lone surrogate, because no well-formed text contains one:
 * a genuine U+FFFD that an earlier program left in the file stays distinguishable from damage found here.
 */
export const UNDECODABLE = '\uDC80';

/** Windows-1252 where it differs from ISO 8859-1; Node's own decoder has confused the two. Unassigned bytes stay. */
const WINDOWS_1252_FROM_0X80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const BYTE_ORDER_MARKS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * How the text that begins with these bytes is encoded: as its byte order mark says, else UTF-8 when the sample is
 * valid UTF-8, else windows-1252, which is what spreadsheets write where they do not write UTF-8.
 */
export function sniffEncoding(sample: Uint8Array): SniffedEncoding {
  for (const [encoding, mark] of BYTE_ORDER_MARKS)
    if (mark.every((byte, at) => sample[at] === byte))
      return { encoding, bomBytes: mark.length, isCertain: true };
  const isValid = isUtf8(sample.subarray(0, sample.length - unfinishedUtf8Bytes(sample)));
  return { encoding: isValid ? 'utf-8' : 'windows-1252', bomBytes: 0, isCertain: isValid };
}

/** Decodes a byte stream piece by piece. Bytes that mean nothing become `UNDECODABLE`; it never throws. */
export class Decoder {
  private rest: Buffer = Buffer.alloc(0);

  constructor(private readonly encoding: Encoding) {}

  /** The text of all characters that are complete with this piece. */
  write(piece: Uint8Array): string {
    const bytes = Buffer.concat([this.rest, piece]);
    const whole = bytes.length - this.unfinishedBytes(bytes);
    this.rest = bytes.subarray(whole);
    return this.decode(bytes.subarray(0, whole));
  }

  /** What the stream left behind: nothing, unless it stopped inside a character. */
  end(): string {
    return this.rest.length > 0 ? UNDECODABLE : '';
  }

  private unfinishedBytes(bytes: Buffer): number {
    if (this.encoding === 'utf-8') return unfinishedUtf8Bytes(bytes);
    return this.encoding === 'windows-1252' ? 0 : bytes.length % 2;
  }

  private decode(bytes: Buffer): string {
    switch (this.encoding) {
      case 'utf-8':
        return decodeUtf8(bytes);
      case 'utf-16le':
        return bytes.toString('utf16le');
      case 'utf-16be':
        return Buffer.from(bytes).swap16().toString('utf16le');
      case 'windows-1252':
        return bytes
          .toString('latin1')
          .replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252_FROM_0X80[c.charCodeAt(0) - 0x80] ?? c);
    }
  }
}

/** Line by line where something is wrong, so that damage in one line casts no doubt on its neighbours. */
function decodeUtf8(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let text = '';
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(0x0a, start) + 1 || bytes.length;
    const line = bytes.subarray(start, end);
    text += isUtf8(line) ? line.toString('utf8') : line.toString('utf8').replaceAll('\uFFFD', UNDECODABLE);
    start = end;
  }
  return text;
}

/** How many bytes at the end, 0 to 3, begin a UTF-8 character that the bytes do not finish. */
function unfinishedUtf8Bytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < utf8Length(byte) ? back : 0;
  }
  return 0;
}

function utf8Length(leadByte: number): number {
  return leadByte >= 0xf0 ? 4 : leadByte >= 0xe0 ? 3 : 2;
}
