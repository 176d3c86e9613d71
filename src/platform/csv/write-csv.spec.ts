import fc from 'fast-check';
import { readCsv } from './read-csv.js';
import { csvLine } from './write-csv.js';

describe('a line of CSV', () => {
  it('quotes what would divide it', () => {
    expect(csvLine([7, 'a,b', 'say "hi"', 'two\nlines', null, ''])).toBe(
      '7,"a,b","say ""hi""","two\nlines",,\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('disarms the formula %j', (text) => {
    expect(csvLine([text])).toBe(`'${text}\r\n`);
  });

  it('is read back as it was written', async () => {
    const text = fc.string().filter((value) => !/^[=+\-@\t\r\s'"]|\0/.test(value));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 2, maxLength: 5 }), async (values) => {
        const file = csvLine(values.map((_, i) => `h${i}`)) + csvLine(values);
        async function* source() {
          yield await Promise.resolve(Buffer.from(file));
        }
        const { batches } = await readCsv(source(), { delimiter: ',' });
        const rows = [];
        for await (const batch of batches) rows.push(...batch);
        expect(rows).toEqual([{ line: 2, values }]);
      }),
    );
  });
});
