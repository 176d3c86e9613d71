import { Invalid } from '../errors.js';
import { CsvRow, rowOf, unreadable } from './csv-row.js';
import { Dialect, sniffDialect } from './dialect.js';
import { Decoder, sniffEncoding } from './encoding.js';
import { CsvRecord, RecordParser } from './record-parser.js';

/** Rows handed over at a time. */
export const BATCH_ROWS = 1_000;
export const MAX_COLUMNS = 1_000;
/** Survey tools make headers of whole questions, but not of more. */
export const MAX_HEADER_CHARS = 1_000;
/** Bytes read at once; the first of them are the sample that tells the dialect. */
const PIECE_BYTES = 65_536;
/** A batch of very long rows is handed over early: 64 pieces are 4 MiB. */
const BATCH_MAX_PIECES = 64;

export interface CsvFile {
  dialect: Dialect;
  headers: string[];
  /** All rows in file order, good and bad; a good one has as many values as there are headers. */
  batches: AsyncGenerator<CsvRow[], void>;
}

export interface CsvOptions {
  /** Overrides the delimiter found in the sample. */
  delimiter?: string;
  batchRows?: number;
}

/** The file as a whole cannot be read as CSV. */
export class UnreadableCsv extends Invalid {
  constructor(reason: string) {
    super('csv.unreadable', `The file cannot be read as CSV: ${reason}.`);
  }
}

/** Records as they come out of the parser: those that one piece of the source completes, together. */
type Records = AsyncGenerator<CsvRecord[], void>;

/**
 * Opens CSV as people export it: encoding, delimiter, quote and line ends are found from the first 64 KiB; the first
 * record is the header. Throws `UnreadableCsv` when there is none that can be used. The rest of the source is read as
 * batches are asked for, in constant memory.
 */
export async function readCsv(source: AsyncIterable<Uint8Array>, options: CsvOptions = {}): Promise<CsvFile> {
  const pieces = inPieces(source);
  const first = await pieces.next();
  if (first.done) throw new UnreadableCsv('it is empty');
  const sniffed = sniffEncoding(first.value);
  const decoder = new Decoder(sniffed.encoding);
  const sample = decoder.write(first.value.subarray(sniffed.bomBytes));
  const found = sniffDialect(sample, sniffed);
  const dialect = { ...found, delimiter: options.delimiter ?? found.delimiter };

  const records = readRecords(sample, pieces, decoder, new RecordParser(dialect));
  const { headers, rest } = await readHeader(records, dialect.hasSeparatorLine);
  return { dialect, headers, batches: inBatches(headers, rest, options.batchRows ?? BATCH_ROWS) };
}

/** The source cut into pieces of equal size, however small or large its own chunks are. */
async function* inPieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let piece = new Uint8Array(PIECE_BYTES);
  let filled = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + PIECE_BYTES - filled);
      piece.set(part, filled);
      at += part.length;
      filled += part.length;
      if (filled < PIECE_BYTES) continue;
      yield piece;
      piece = new Uint8Array(PIECE_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

async function* readRecords(
  sample: string,
  pieces: AsyncIterable<Uint8Array>,
  decoder: Decoder,
  parser: RecordParser,
): Records {
  yield parser.feed(sample);
  for await (const piece of pieces) yield parser.feed(decoder.write(piece));
  yield parser.end(decoder.end());
}

/** The header, and all records after it. */
async function readHeader(records: Records, hasSeparatorLine: boolean) {
  const position = hasSeparatorLine ? 1 : 0;
  const read: CsvRecord[] = [];
  for (let header = read[position]; ; header = read[position]) {
    if (header) return { headers: headersOf(header), rest: follow(read.slice(position + 1), records) };
    const next = await records.next();
    if (next.done) throw new UnreadableCsv('it has no header row');
    read.push(...next.value);
  }
}

async function* follow(first: CsvRecord[], records: Records): Records {
  yield first;
  yield* records;
}

function headersOf(record: CsvRecord): string[] {
  if ('fault' in record) throw new UnreadableCsv(`${record.fault.reason}, in the header row`);
  const headers = record.values.map((value) => value.trim());
  if (headers.length > MAX_COLUMNS) throw new UnreadableCsv(`it has more than ${MAX_COLUMNS} columns`);
  if (headers.some((header) => header.length > MAX_HEADER_CHARS))
    throw new UnreadableCsv(`its header row has a name longer than ${MAX_HEADER_CHARS} characters`);
  const damage = headers.map(unreadable).find((reason) => reason !== null);
  // The usual cause is a workbook where its CSV export was meant.
  if (damage) throw new UnreadableCsv(`its header row has ${damage}; is it a text file?`);
  return headers;
}

async function* inBatches(
  headers: string[],
  records: Records,
  batchRows: number,
): AsyncGenerator<CsvRow[], void> {
  const batch: CsvRow[] = [];
  let pieces = 0;
  for await (const completed of records) {
    for (const record of completed) batch.push(rowOf(record, headers));
    pieces++;
    while (batch.length >= batchRows || (batch.length > 0 && pieces >= BATCH_MAX_PIECES)) {
      yield batch.splice(0, batchRows);
      pieces = 0;
    }
  }
  if (batch.length > 0) yield batch;
}
