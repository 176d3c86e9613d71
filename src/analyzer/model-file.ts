/** What a model is made of, as the trainer leaves it and the analyser reads it. */
export interface ModelParts {
  header: ModelHeader;
  /** Of each feature that has a row, its hash; ascending. */
  hashes: Uint32Array;
  /** `hashes.length` rows of `dimensions` numbers. */
  table: Int8Array;
  /** For each output of each head in turn `dimensions` weights, then its bias. */
  heads: Float32Array;
}

export interface ModelHeader {
  /** Names this training: kept with every analysis. */
  version: string;
  language: string;
  dimensions: number;
  rows: number;
  /** What the numbers of the table are to be multiplied with. */
  scale: number;
  /** A text is the sum of its rows divided by their number to this power: 1 is their mean. */
  lengthExponent: number;
  heads: Record<HeadName, string[]>;
  /** For each emotion: the probability is `sigmoid(slope * output + offset)`. */
  calibration: { slope: number; offset: number }[];
  /** For each emotion: the probability from which it is taken to be there. */
  thresholds: number[];
}

/** In the order in which the file holds them. */
export const HEAD_NAMES = ['emotion', 'sentiment', 'actionability'] as const;
export type HeadName = (typeof HEAD_NAMES)[number];

/** The bytes are not those of a model this version of Heed can read. */
export class UnreadableModel extends Error {
  constructor(reason: string) {
    super(`The model cannot be read: ${reason}.`);
  }
}

const MAGIC = 'HEEDMODL';
const FORMAT = 1;
const PREAMBLE_BYTES = 16;
/** Beyond what any model has; keeps nonsense in a header from asking for all memory. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/**
 * Little-endian: `HEEDMODL`, the format (u32), the header's length (u32), the header in JSON padded with spaces to four
 * bytes; then hashes (u32), heads (f32) and the table (i8).
 */
export function modelBytes({ header, hashes, table, heads }: ModelParts): Uint8Array {
  const json = JSON.stringify(header);
  const headerBytes = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 4) * 4));
  const preamble = new Uint8Array(PREAMBLE_BYTES);
  preamble.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(preamble.buffer);
  view.setUint32(8, FORMAT, true);
  view.setUint32(12, headerBytes.length, true);
  const sections = [preamble, headerBytes, ...[hashes, heads, table].map(bytesOf)];
  const bytes = new Uint8Array(sections.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const section of sections) {
    bytes.set(section, at);
    at += section.length;
  }
  return bytes;
}

/** Throws `UnreadableModel` for anything but the whole of a model. */
export function modelParts(bytes: Uint8Array): ModelParts {
  if (bytes.length > MAX_FILE_BYTES) throw new UnreadableModel('it is far too large');
  if (bytes.length < PREAMBLE_BYTES || ascii(bytes.subarray(0, 8)) !== MAGIC)
    throw new UnreadableModel('it does not begin like a model');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const format = view.getUint32(8, true);
  if (format !== FORMAT) throw new UnreadableModel(`its format is ${format}, not ${FORMAT}`);
  const bodyStart = PREAMBLE_BYTES + view.getUint32(12, true);
  if (bodyStart > bytes.length) throw new UnreadableModel('its header is cut short');
  const header = headerOf(bytes.subarray(PREAMBLE_BYTES, bodyStart));
  return { header, ...sectionsOf(new Uint8Array(bytes.subarray(bodyStart)), header) };
}

function sectionsOf(body: Uint8Array, header: ModelHeader): Omit<ModelParts, 'header'> {
  const { rows, dimensions } = header;
  const outputs = HEAD_NAMES.reduce((sum, name) => sum + header.heads[name].length, 0);
  const weights = outputs * (dimensions + 1);
  const expected = rows * (4 + dimensions) + weights * 4;
  if (body.length !== expected)
    throw new UnreadableModel(`it has ${body.length} bytes after its header, not ${expected}`);
  return {
    hashes: new Uint32Array(body.buffer, 0, rows),
    heads: new Float32Array(body.buffer, rows * 4, weights),
    table: new Int8Array(body.buffer, (rows + weights) * 4, rows * dimensions),
  };
}

function headerOf(bytes: Uint8Array): ModelHeader {
  let header: Partial<ModelHeader> | null;
  try {
    header = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    ) as Partial<ModelHeader> | null;
  } catch {
    throw new UnreadableModel('its header is not JSON');
  }
  if (!isHeader(header)) throw new UnreadableModel('its header lacks what a model needs');
  return header;
}

function isHeader(header: Partial<ModelHeader> | null): header is ModelHeader {
  const emotions = header?.heads?.emotion?.length;
  return (
    typeof header === 'object' &&
    typeof header?.version === 'string' &&
    isCount(header.rows) &&
    isCount(header.dimensions) &&
    header.dimensions! % 2 === 0 && // two numbers are summed at a time
    Number.isFinite(header.scale) &&
    Number.isFinite(header.lengthExponent) &&
    HEAD_NAMES.every((name) => Array.isArray(header.heads?.[name])) &&
    header.thresholds?.length === emotions &&
    header.calibration?.length === emotions
  );
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) < 1e7;
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function bytesOf(section: Uint32Array | Float32Array | Int8Array): Uint8Array {
  return new Uint8Array(section.buffer, section.byteOffset, section.byteLength);
}
