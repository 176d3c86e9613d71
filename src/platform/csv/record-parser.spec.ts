import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { CsvRecord, MAX_RECORD_CHARS, RecordParser } from './record-parser.js';

const layout = { delimiter: ',', quote: '"', newline: '\n' } as const;

function records(text: string, pieceLength = text.length || 1): CsvRecord[] {
  const parser = new RecordParser(layout);
  const found: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += pieceLength)
    found.push(...parser.feed(text.slice(at, at + pieceLength)));
  return [...found, ...parser.end()];
}

const lines = (text: string) =>
  records(text).map((record) =>
    'values' in record ? [record.line, ...record.values] : [record.line, 'fault'],
  );

describe('a CSV record', () => {
  it('ends with its line, whichever system wrote it', () => {
    expect(lines('a,b\nc,d\r\ne,f')).toEqual([
      [1, 'a', 'b'],
      [2, 'c', 'd'],
      [3, 'e', 'f'],
    ]);
  });

  it('may hold delimiters, doubled quotes and newlines inside quotes, and is known by the line where it starts', () => {
    expect(lines('1,"slow, and\nthen ""down"""\n2,fine\n')).toEqual([
      [1, '1', 'slow, and\nthen "down"'],
      [3, '2', 'fine'],
    ]);
  });

  it('keeps empty values, also the last one', () => {
    expect(lines(',"",\n')).toEqual([[1, '', '', '']]);
  });

  it('is not made of a blank line', () => {
    expect(lines('a\n\n\r\nb\n')).toEqual([
      [1, 'a'],
      [4, 'b'],
    ]);
  });

  it('takes a quote inside an unquoted value as it stands', () => {
    expect(lines('pipe of 5",3\n')).toEqual([[1, 'pipe of 5"', '3']]);
  });
});

describe('a broken quote', () => {
  it('costs the row where it is left open and no other', () => {
    expect(records('1,good\n2,"left open\n3,good\n4,good\n')).toEqual([
      { line: 1, values: ['1', 'good'] },
      { line: 2, fault: { column: 1, reason: 'the quote that opens here is never closed' } },
      { line: 3, values: ['3', 'good'] },
      { line: 4, values: ['4', 'good'] },
    ]);
  });

  it('does not swallow the quoted rows that follow it', () => {
    expect(records('1,"left open\n2,"good, really"\n')).toEqual([
      { line: 1, fault: { column: 1, reason: 'text follows the closing quote' } },
      { line: 2, values: ['2', 'good, really'] },
    ]);
  });

  it('makes no row out of the inside of a comment', () => {
    expect(lines('1,"They said\nthe "best" ever\nand left",x\n2,good,x\n')).toEqual([
      [1, 'fault'],
      [2, 'fault'],
      [3, 'fault'],
      [4, '2', 'good', 'x'],
    ]);
  });

  it('is given up on when the record outgrows its limit', () => {
    const row = `${'x'.repeat(1_000)},y\n`;
    const found = records(`1,"left open\n${row.repeat(1 + MAX_RECORD_CHARS / 1_000)}`, 65_536);
    expect(found[0]).toMatchObject({
      line: 1,
      fault: { reason: expect.stringContaining('quote left open') },
    });
    expect(found).toHaveLength(2 + Math.floor(MAX_RECORD_CHARS / 1_000));
    expect(found.slice(1).every((record) => 'values' in record && record.values[1] === 'y')).toBe(true);
  });

  it('does not keep an endless line in memory', () => {
    const parser = new RecordParser(layout);
    const found = Array.from({ length: 40 }, () => parser.feed('x'.repeat(65_536))).flat();
    expect(found).toHaveLength(1);
    expect(parser.end('\n2,good')).toEqual([{ line: 2, values: ['2', 'good'] }]);
  });
});

describe('whatever the text', () => {
  const messy = fc
    .array(fc.constantFrom('a', 'é', '"', '""', ',', '\n', '\r\n', '\r', ' '), { maxLength: 60 })
    .map((parts) => parts.join(''));

  it('the pieces it arrives in make no difference', () => {
    fc.assert(
      fc.property(messy, fc.integer({ min: 1, max: 9 }), (text, pieceLength) => {
        expect(records(text, pieceLength)).toEqual(records(text));
      }),
    );
  });

  it('records start on ever later lines, and none starts behind the end', () => {
    fc.assert(
      fc.property(messy, (text) => {
        const starts = records(text).map((record) => record.line);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
        expect(starts.every((line) => line >= 1 && line <= text.split('\n').length)).toBe(true);
      }),
    );
  });

  it('what is written by the rules is read back, as another parser reads it', () => {
    const value = fc.oneof(fc.string(), messy);
    const table = fc.array(fc.array(value, { minLength: 2, maxLength: 5 }), { maxLength: 8 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',') + '\r\n')
          .join('');
        const read = records(text).map((record) => 'values' in record && record.values);
        expect(read).toEqual(rows);
        expect(read).toEqual(parse(text, { relax_column_count: true }));
      }),
    );
  });
});
