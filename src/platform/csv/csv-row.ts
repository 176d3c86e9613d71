import { CsvRecord } from './record-parser.js';

/** Characters of one value: more than any comment has, and few enough to store. */
export const MAX_VALUE_CHARS = 131_072;

/** The data row that starts on a physical line of the file (the first is 1), or what is wrong with it. */
export type CsvRow = { line: number; values: string[] } | { line: number; fault: CsvFault };

export interface CsvFault {
  /** The header of the column, or `column 7` where there is none. */
  column: string;
  reason: string;
}

/** A NUL character, or a lone surrogate, which is what undecodable bytes turn into. */
const UNREADABLE = /[\0\p{Surrogate}]/u;

/** What in a text cannot be read; null when all can. */
export function unreadable(text: string): string | null {
  const found = UNREADABLE.exec(text)?.[0];
  if (found === undefined) return null;
  return found === '\0' ? 'a NUL character' : 'bytes that are no text in the encoding of the file';
}

/** The record as a row under these headers: as many values as headers, each readable and of bounded length. */
export function rowOf(record: CsvRecord, headers: readonly string[]): CsvRow {
  const { line } = record;
  if ('fault' in record) return { line, fault: named(record.fault, headers) };
  const fault = faultIn(record.values, headers.length);
  if (fault) return { line, fault: named(fault, headers) };
  return { line, values: record.values.slice(0, headers.length) };
}

function named({ column, reason }: { column: number; reason: string }, headers: readonly string[]): CsvFault {
  return { column: headers[column] || `column ${column + 1}`, reason };
}

function faultIn(values: string[], width: number): { column: number; reason: string } | null {
  if (values.length < width)
    return {
      column: values.length,
      reason: `the row ends before this column, after ${values.length} of ${width}`,
    };
  for (const [column, value] of values.entries()) {
    // Spreadsheets leave empty values behind a row; they say nothing and shift nothing.
    if (column >= width && value.trim() !== '')
      return { column, reason: `the row goes on after the last of its ${width} columns` };
    if (value.length > MAX_VALUE_CHARS)
      return { column, reason: `longer than ${MAX_VALUE_CHARS} characters` };
    const reason = unreadable(value);
    if (reason !== null) return { column, reason };
  }
  return null;
}
