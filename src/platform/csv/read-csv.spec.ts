import { Readable } from 'node:stream';
import fc from 'fast-check';
import { CsvRow, MAX_VALUE_CHARS } from './csv-row.js';
import { CsvOptions, readCsv, UnreadableCsv } from './read-csv.js';

async function read(text: string | Uint8Array, options?: CsvOptions) {
  const { headers, dialect, batches } = await readCsv(Readable.from([Buffer.from(text)]), options);
  const rows: CsvRow[] = [];
  for await (const batch of batches) rows.push(...batch);
  return { headers, dialect, rows };
}

const faultsOf = async (text: string | Uint8Array) =>
  (await read(text)).rows.flatMap((row) => ('fault' in row ? [{ line: row.line, ...row.fault }] : []));

describe('reading a CSV file', () => {
  it('tells the header and the dialect first, then the rows with their lines', async () => {
    const file = await read('\uFEFFscore; comment \r\n9;"two\r\nlines"\r\n7;fine\r\n');
    expect(file.headers).toEqual(['score', 'comment']);
    expect(file.dialect).toMatchObject({ delimiter: ';', encoding: 'utf-8', notes: [] });
    expect(file.rows).toEqual([
      { line: 2, values: ['9', 'two\r\nlines'] },
      { line: 4, values: ['7', 'fine'] },
    ]);
  });

  it('skips the separator line of a spreadsheet', async () => {
    const { headers, rows } = await read('sep=;\na;b\n1;2\n');
    expect(headers).toEqual(['a', 'b']);
    expect(rows).toEqual([{ line: 3, values: ['1', '2'] }]);
  });

  it('reads what spreadsheets save as Unicode text and as ANSI', async () => {
    const { rows } = await read(Buffer.from('\uFEFFname\tscore\nZoë\t9\n', 'utf16le'));
    expect(rows).toEqual([{ line: 2, values: ['Zoë', '9'] }]);
    const ansi = await read(Buffer.from('name,score\nZo\xeb,9\n', 'latin1'));
    expect(ansi.rows).toEqual([{ line: 2, values: ['Zoë', '9'] }]);
    expect(ansi.dialect.notes).toHaveLength(1);
  });

  it('takes another delimiter when told so', async () => {
    expect((await read('a|b\n1|2\n', { delimiter: '|' })).rows).toEqual([{ line: 2, values: ['1', '2'] }]);
  });

  it('hands rows over in batches', async () => {
    const source = Readable.from([Buffer.from('n\n' + '1\n'.repeat(25))]);
    const sizes: number[] = [];
    for await (const batch of (await readCsv(source, { batchRows: 10 })).batches) sizes.push(batch.length);
    expect(sizes).toEqual([10, 10, 5]);
  });

  it('has no rows when there is only a header', async () => {
    expect(await read('score,comment')).toMatchObject({ headers: ['score', 'comment'], rows: [] });
  });

  it('closes its source when the reader has seen enough', async () => {
    const source = Readable.from([Buffer.from('n\n' + '1\n'.repeat(100))]);
    for await (const _ of (await readCsv(source, { batchRows: 10 })).batches) break;
    expect(source.destroyed).toBe(true);
  });
});

describe('a bad row', () => {
  it('is reported with line, column and reason, and the others go in', async () => {
    const { rows } = await read(
      'score,comment,date\n9,good,today\n8,"cut\n7\n6,fine,today,more\n5,ok,today,,\n',
    );
    expect(rows).toEqual([
      { line: 2, values: ['9', 'good', 'today'] },
      { line: 3, fault: { column: 'comment', reason: 'the quote that opens here is never closed' } },
      {
        line: 4,
        fault: { column: 'comment', reason: 'the row ends before this column, after 1 of 3' },
      },
      {
        line: 5,
        fault: {
          column: 'column 4',
          reason: 'the row goes on after the last of its 3 columns',
        },
      },
      { line: 6, values: ['5', 'ok', 'today'] },
    ]);
  });

  it('may hold bytes that are no text', async () => {
    const start = 'score,comment\n' + '9,fine\n'.repeat(20_000);
    const source = Buffer.concat([
      Buffer.from(start),
      Buffer.from([0x38, 0x2c, 0xc3, 0x28, 0x0a]),
      Buffer.from('7,fine\n'),
    ]);
    expect(await faultsOf(source)).toEqual([
      { line: 20_002, column: 'comment', reason: 'bytes that are no text in the encoding of the file' },
    ]);
  });

  it('may hold a NUL character or an endless value', async () => {
    expect(await faultsOf(`score,comment\n9,a\0b\n8,${'x'.repeat(MAX_VALUE_CHARS + 1)}\n`)).toEqual([
      { line: 2, column: 'comment', reason: 'a NUL character' },
      { line: 3, column: 'comment', reason: 'longer than 131072 characters' },
    ]);
  });
});

describe('a file that is no CSV', () => {
  it.each([
    ['', 'it is empty'],
    ['\n\n', 'it has no header row'],
    ['"open,comment\n9,fine\n', 'never closed, in the header row'],
    ['PK\x03\x04\0\0,x\n', 'its header row has a NUL character'],
    [','.repeat(1_000), 'more than 1000 columns'],
    ['x'.repeat(1_001), 'a name longer than 1000 characters'],
  ])('%j is refused with its reason', async (text, reason) => {
    await expect(read(text)).rejects.toThrow(UnreadableCsv);
    await expect(read(text)).rejects.toThrow(reason);
  });

  it('is all that is ever refused: any bytes make rows, faults or that one error', async () => {
    const csvish = fc.array(
      fc.constantFrom(0x22, 0x2c, 0x3b, 0x0a, 0x0d, 0x09, 0x61, 0xc3, 0xa9, 0x00, 0xff, 0xfe),
    );
    await fc.assert(
      fc.asyncProperty(csvish, async (source) => {
        const file = await read(Uint8Array.from(source)).catch((error: unknown) => error);
        if (file instanceof UnreadableCsv) return;
        const { headers, rows } = file as Awaited<ReturnType<typeof read>>;
        for (const row of rows) if ('values' in row) expect(row.values).toHaveLength(headers.length);
      }),
    );
  });
});
