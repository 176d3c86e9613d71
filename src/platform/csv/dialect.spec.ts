import { sniffDialect } from './dialect.js';

const utf8 = { encoding: 'utf-8', bomBytes: 0, isCertain: true } as const;
const dialectOf = (sample: string) => sniffDialect(sample, utf8);

describe('the delimiter', () => {
  it.each([
    [',', 'score,comment\n9,great\n'],
    [';', 'score;comment\n9;great\n'],
    ['\t', 'score\tcomment\n9\tgreat\n'],
  ])('%j is seen', (delimiter, sample) => {
    expect(dialectOf(sample).delimiter).toBe(delimiter);
  });

  it('is not the comma of the comments', () => {
    const sample = 'score;comment\n9;quick, kind, good\n3;slow, again\n8;fine, thanks\n';
    expect(dialectOf(sample).delimiter).toBe(';');
  });

  it('is not the semicolon inside quotes, in the header or below', () => {
    const sample = '"score; 0 to 10","comment; free text"\n9,"good; quick; kind"\n3,slow\n';
    expect(dialectOf(sample).delimiter).toBe(',');
  });

  it('is the one that makes more columns when two fit', () => {
    expect(dialectOf('name, first;score;date\nMeyer, Hans;9;2024-01-02\n').delimiter).toBe(';');
  });

  it('survives a few ragged rows', () => {
    expect(dialectOf('a,b,c\n1,2,3\n1,2\n1,2,3\n1;2;3\n').delimiter).toBe(',');
  });

  it('is a comma when there is one column', () => {
    expect(dialectOf('comment\ngood\nbad\n').delimiter).toBe(',');
  });

  it('is what a separator line states', () => {
    expect(dialectOf('sep=;\r\nscore;comment\r\n9;a,b\r\n')).toMatchObject({
      delimiter: ';',
      hasSeparatorLine: true,
    });
  });
});

describe('quotes and line ends', () => {
  it('are double quotes, also where words have apostrophes', () => {
    expect(dialectOf("score,comment\n9,it's fine\n8,'twas good\n").quote).toBe('"');
  });

  it('are single quotes where those stand around values', () => {
    expect(dialectOf("score;comment\n'9';'good; quick'\n'8';'fine'\n")).toMatchObject({
      quote: "'",
      delimiter: ';',
    });
  });

  it('may be the lone carriage return of old spreadsheets', () => {
    expect(dialectOf('a,b\r1,2\r').newline).toBe('\r');
    expect(dialectOf('a,b\r\n1,2\r\n').newline).toBe('\n');
  });
});

it('a guessed encoding is said aloud', () => {
  const dialect = sniffDialect('a,b\n', { encoding: 'windows-1252', bomBytes: 0, isCertain: false });
  expect(dialect.notes).toEqual(['The file is not valid UTF-8; it was read as windows-1252.']);
  expect(dialectOf('a,b\n').notes).toEqual([]);
});
