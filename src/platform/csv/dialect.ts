import { Encoding, SniffedEncoding } from './encoding.js';
import { CsvLayout, RecordParser } from './record-parser.js';

/** How one CSV file is written. */
export interface Dialect extends CsvLayout {
  encoding: Encoding;
  /** The first line is `sep=;`, a hint from one spreadsheet to another, and not the header. */
  hasSeparatorLine: boolean;
  /** What a person should know about how the file was understood. */
  notes: string[];
}

/** In order of preference, where a sample fits several equally well. */
const DELIMITERS = [',', ';', '\t'];
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

/**
 * The dialect of the CSV text that begins with this sample. The delimiter is the one under which most records have as
 * many values as the header, and among equals the one that makes the most columns; quotes are respected, so a comma
 * inside a quoted comment counts for nothing. A text with one column only is read with commas.
 */
export function sniffDialect(sample: string, { encoding, isCertain }: SniffedEncoding): Dialect {
  const quote = sniffQuote(sample);
  const newline = sample.includes('\r') && !sample.includes('\n') ? '\r' : '\n';
  const stated = SEPARATOR_LINE.exec(sample)?.[1];
  const delimiter = stated ?? sniffDelimiter(sample, quote, newline);
  const notes = isCertain ? [] : ['The file is not valid UTF-8; it was read as windows-1252.'];
  return { encoding, delimiter, quote, newline, hasSeparatorLine: stated !== undefined, notes };
}

/** The single quote only where it stands on both sides of values and no double quote is to be seen. */
function sniffQuote(sample: string): string {
  if (sample.includes('"')) return '"';
  const opening = sample.match(/(?<=^|[,;\t])'/gm)?.length ?? 0;
  const closing = sample.match(/'(?=[,;\t]|\r?$)/gm)?.length ?? 0;
  return opening > 1 && opening === closing ? "'" : '"';
}

function sniffDelimiter(sample: string, quote: string, newline: CsvLayout['newline']): string {
  let best = { delimiter: ',', agreement: 0, columns: 1 };
  for (const delimiter of DELIMITERS) {
    const widths = recordWidths(sample, { delimiter, quote, newline });
    const columns = widths[0] ?? 0;
    const agreement = widths.filter((width) => width === columns).length / widths.length;
    const isBetter = agreement > best.agreement || (agreement === best.agreement && columns > best.columns);
    if (columns > 1 && isBetter) best = { delimiter, agreement, columns };
  }
  return best.delimiter;
}

/** How many values each record of the sample has; the last one, which the sample may cut off, only if it is alone. */
function recordWidths(sample: string, layout: CsvLayout): number[] {
  const parser = new RecordParser(layout);
  const complete = parser.feed(sample);
  const records = complete.length > 0 ? complete : parser.end();
  return records.map((record) => ('values' in record ? record.values.length : 0));
}
