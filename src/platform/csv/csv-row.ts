import { UNDECODABLE } from './encoding.js';
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

/** Why a text cannot be kept: `null` when it can. */
export function unreadable(text: string): string | null {
  const found = UNREADABLE.exec(text)?.[0];
  if (found === undefined) return null;
  return found === '\0' ? 'a NUL character' : 'bytes that are no text in the encoding of the file';
}

/** The record as a row under these headers: as many values as headers, each of bounded length and readable. */
export function rowOf(record: CsvRecord, headers: readonly string[]): CsvRow {
  const { line } = record;
  const faulty = (column: number, reason: string): CsvRow => ({
    line,
    fault: { column: headers[column] || `column ${column + 1}`, reason },
  });

  if ('fault' in record) return faulty(record.fault.column, record.fault.reason);
  const { values } = record;
  const counts = `${values.length} values for ${headers.length} columns`;
  if (values.length < headers.length)
    return faulty(values.length, `the row ends before this column: ${counts}`);
  // Spreadsheets leave empty values behind a row; they say nothing and shift nothing.
  const surplus = values.findIndex((value, column) => column >= width && value.trim() !== '');
  if (surplus !== -1) return faulty(surplus, `the row goes on after the last of its ${width} columns`);
  values.length = width;

  const long = values.findIndex((value) => value.length > MAX_VALUE_CHARS);
  if (long !== -1) return faulty(long, `longer than ${MAX_VALUE_CHARS} characters`);
  const broken = values.findIndex((value) => UNREADABLE.test(value));
  if (broken !== -1) return faulty(broken, unreadable(values[broken] ?? UNDECODABLE) ?? '');
  return { line, values };
}
