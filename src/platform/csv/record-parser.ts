/** How the characters of a CSV text divide it into records and values. */
export interface CsvLayout {
  delimiter: string;
  quote: string;
  newline: '\n' | '\r';
}

/** One record as it stands in the text, or what is wrong with it; `column` counts from 0. */
export type CsvRecord =
  { line: number; values: string[] } | { line: number; fault: { column: number; reason: string } };

/** Characters of one record, beyond which a quote is taken to be unclosed; also bounds what the parser holds. */
export const MAX_RECORD_CHARS = 1_048_576;

interface Parsed {
  values: string[];
  /** Where the next record starts. */
  end: number;
}

interface Broken {
  column: number;
  reason: string;
  /** Where the record turned out to be broken. */
  at: number;
}

/**
 * Divides a CSV text that arrives in pieces into records, in memory bounded by `MAX_RECORD_CHARS`.
 *
 * A broken quote must cost one row and not the file: CSV parsers commonly let an unclosed quote swallow everything up
 * to the next one. Here a record that breaks is reported on the line where it starts, and reading goes on with the very
 * next line. The lines right after may be the inside of a long comment; so among them a stray quote, elsewhere taken as
 * it stands (`pipe of 5"`), is a fault.
 */
export class RecordParser {
  private text = '';
  private at = 0;
  private line = 1;
  private isComplete = false;
  private isSkippingLine = false;
  /** Since a record broke, until one reads well that starts after the place where it broke. */
  private isDistrustful = false;
  private brokenUpTo = 0;

  constructor(private readonly layout: CsvLayout) {}

  /** The records that are complete with this piece of text; blank lines are none. */
  feed(piece: string): CsvRecord[] {
    this.text = this.text.slice(this.at) + piece;
    this.brokenUpTo -= this.at;
    this.at = 0;
    const records: CsvRecord[] = [];
    if (this.isSkippingLine) this.skipLine();
    while (this.at < this.text.length) {
      const parsed = this.parse();
      if (parsed === null) break;
      if ('reason' in parsed) records.push(this.setAside(parsed));
      else this.accept(parsed, records);
    }
    return records;
  }

  /** The records left when the text has ended with this last piece. */
  end(piece = ''): CsvRecord[] {
    this.isComplete = true;
    return this.feed(piece);
  }

  private accept({ values, end }: Parsed, records: CsvRecord[]): void {
    const isBlank = values.length === 1 && values[0] === '' && this.text[this.at] !== this.layout.quote;
    if (!isBlank) records.push({ line: this.line, values });
    if (this.at >= this.brokenUpTo) this.isDistrustful = false;
    this.line += countOf(this.layout.newline, this.text, this.at, end);
    this.at = end;
  }

  private setAside({ column, reason, at }: Broken): CsvRecord {
    const { line } = this;
    this.isDistrustful = true;
    this.brokenUpTo = Math.max(this.brokenUpTo, at);
    this.skipLine();
    return { line, fault: { column, reason } };
  }

  private skipLine(): void {
    const newline = this.text.indexOf(this.layout.newline, this.at);
    this.isSkippingLine = newline === -1;
    this.at = newline === -1 ? this.text.length : newline + 1;
    if (newline !== -1) this.line++;
  }

  /** The record at the cursor; null when it needs more text. */
  private parse(): Parsed | Broken | null {
    const { text, at } = this;
    const newline = text.indexOf(this.layout.newline, at);
    const lineEnd = newline === -1 ? text.length : newline;
    const hasQuote = text.slice(at, lineEnd).includes(this.layout.quote);
    const parsed = hasQuote ? this.parseQuoted() : this.parsePlain(newline);
    const reach = parsed === null ? text.length : 'end' in parsed ? parsed.end : parsed.at;
    if (reach - at <= MAX_RECORD_CHARS) return parsed;
    const reason = `the record is longer than ${MAX_RECORD_CHARS.toLocaleString('en')} characters; is a quote left open?`;
    return { column: 0, reason, at: at + MAX_RECORD_CHARS };
  }

  /** A line without any quote, which most are: the division is the engine's own. */
  private parsePlain(newline: number): Parsed | null {
    if (newline === -1 && !this.isComplete) return null;
    const lineEnd = newline === -1 ? this.text.length : newline;
    const values = this.text.slice(this.at, this.withoutReturn(lineEnd)).split(this.layout.delimiter);
    return { values, end: newline === -1 ? lineEnd : newline + 1 };
  }

  private parseQuoted(): Parsed | Broken | null {
    const { text, layout } = this;
    const values: string[] = [];
    for (let at = this.at; ; at++) {
      const isQuoted = text[at] === layout.quote;
      const end = isQuoted ? this.closingQuote(at) + 1 : this.endOfBare(at);
      if (isQuoted && end === 0) return this.unclosed(values.length);
      if (end === text.length && !this.isComplete) return null;
      const value = isQuoted ? this.unquote(at + 1, end - 1) : text.slice(at, end);
      if (!isQuoted && this.isDistrustful && value.includes(layout.quote))
        return { column: values.length, reason: 'a stray quote after an unclosed one', at: end };
      values.push(value);
      at = end;
      if (text[at] === layout.delimiter) continue;
      const next = this.afterNewline(at);
      if (next === null) return null;
      if (next === -1) return { column: values.length - 1, reason: 'text follows the closing quote', at };
      return { values, end: next };
    }
  }

  private unclosed(column: number): Broken | null {
    return this.isComplete
      ? { column, reason: 'the quote that opens here is never closed', at: this.text.length }
      : null;
  }

  /** Where the quoted value that opens at a position closes, -1 when it does not. */
  private closingQuote(open: number): number {
    const { text, layout } = this;
    for (let at = text.indexOf(layout.quote, open + 1); ; at = text.indexOf(layout.quote, at + 2))
      if (at === -1 || text[at + 1] !== layout.quote) return at;
  }

  private unquote(from: number, to: number): string {
    const { quote } = this.layout;
    const value = this.text.slice(from, to);
    return value.includes(quote) ? value.replaceAll(quote + quote, quote) : value;
  }

  /** Where the value without quotes that starts at a position ends. */
  private endOfBare(from: number): number {
    const { delimiter, newline } = this.layout;
    for (let at = from; at < this.text.length; at++) {
      const char = this.text[at];
      if (char === delimiter) return at;
      if (char === newline) return Math.max(from, this.withoutReturn(at));
    }
    return this.isComplete ? Math.max(from, this.withoutReturn(this.text.length)) : this.text.length;
  }

  /** Where the text goes on after the newline at a position: -1 when there is none, null when more text must tell. */
  private afterNewline(at: number): number | null {
    const { text, layout } = this;
    if (at === text.length || text[at] === layout.newline) return Math.min(at + 1, text.length);
    if (text[at] !== '\r') return -1;
    if (at + 1 === text.length) return this.isComplete ? at + 1 : null;
    return text[at + 1] === layout.newline ? at + 2 : -1;
  }

  /** Leaves the `\r` of a `\r\n` out of the line that ends at a position. */
  private withoutReturn(lineEnd: number): number {
    return this.layout.newline === '\n' && lineEnd > this.at && this.text[lineEnd - 1] === '\r'
      ? lineEnd - 1
      : lineEnd;
  }
}

function countOf(char: string, text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf(char, from); at !== -1 && at < to; at = text.indexOf(char, at + 1)) count++;
  return count;
}
