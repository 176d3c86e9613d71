export interface Image {
  /** No SVG: it may hold scripts. */
  type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';
  /** In pixels. */
  width: number;
  height: number;
}

/** A logo is shown at the top of every mail and page; people read those on phones. */
export const MAX_LOGO_BYTES = 100_000;
export const MIN_LOGO_SIDE_PX = 16;
export const MAX_LOGO_SIDE_PX = 2_000;

/** Why these bytes cannot be a logo, or null. */
export function logoFault(bytes: Buffer): string | null {
  if (bytes.length === 0) return 'is empty';
  if (bytes.length > MAX_LOGO_BYTES) return `is larger than ${MAX_LOGO_BYTES / 1_000} kB`;
  const image = readImage(bytes);
  if (!image) return 'is no PNG, JPEG, WebP or GIF image';
  const sides = [image.width, image.height];
  if (sides.every((side) => side >= MIN_LOGO_SIDE_PX && side <= MAX_LOGO_SIDE_PX)) return null;
  return `is ${image.width} × ${image.height} pixels; each side must have ${MIN_LOGO_SIDE_PX} to ${MAX_LOGO_SIDE_PX}`;
}

/** What kind of image these bytes say they are, whatever their sender called them; null for any other. Never throws. */
export function readImage(bytes: Buffer): Image | null {
  if (bytes.length < 30) return null;
  return readPng(bytes) ?? readGif(bytes) ?? readWebp(bytes) ?? readJpeg(bytes);
}

/** ISO/IEC 15948, 5.2 and 11.2.2. */
function readPng(bytes: Buffer): Image | null {
  if (bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n' || textAt(bytes, 12) !== 'IHDR') return null;
  return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function readGif(bytes: Buffer): Image | null {
  if (!/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return null;
  return { type: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

/** RFC 9649, section 2; the sizes of the three kinds of its first chunk stand in different places. */
function readWebp(bytes: Buffer): Image | null {
  if (textAt(bytes, 0) !== 'RIFF' || textAt(bytes, 8) !== 'WEBP') return null;
  const type = 'image/webp';
  switch (textAt(bytes, 12)) {
    case 'VP8 ':
      return { type, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const sizes = bytes.readUInt32LE(21);
      return { type, width: (sizes & 0x3fff) + 1, height: ((sizes >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { type, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}

/** ITU T.81, B.1: segments up to the first frame header, which has the size. */
function readJpeg(bytes: Buffer): Image | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!;
    if (isFrameHeader(marker)) {
      return { type: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    }
    // A fill byte stands alone; any other segment says how long it is.
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** C0 to CF, except for the three of them that are tables. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function textAt(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', at, at + 4);
}
