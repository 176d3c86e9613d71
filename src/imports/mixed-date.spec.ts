import fc from 'fast-check';
import { DateOrder } from './date-forms.js';
import { EARLIEST, MAX_AHEAD_MS, readDate } from './mixed-date.js';

const now = new Date('2022-10-15T12:00:00Z');
function read(cell: string, order: DateOrder = 'dmy'): string {
  const reading = readDate(cell, order, now);
  return 'at' in reading ? reading.at.toISOString() : reading.reason;
}
const day = (cell: string, order?: DateOrder) => read(cell, order).replace('T12:00:00.000Z', '');

describe('day and month', () => {
  it('are read in the preferred order where both are possible', () => {
    expect(day('01/02/2022')).toBe('2022-02-01');
    expect(day('01/02/2022', 'mdy')).toBe('2022-01-02');
  });

  it('are read in the other order where only that is a date', () => {
    expect(day('1/18/2022')).toBe('2022-01-18');
    expect(day('18/1/2022', 'mdy')).toBe('2022-01-18');
  });

  it('are read in the other order where the preferred one is still to come', () => {
    expect(day('05/11/2022')).toBe('2022-05-11');
  });
});

it('a date is called ambiguous where only the preference decided', () => {
  const reading = (cell: string) => readDate(cell, 'dmy', now);
  expect(reading('01/02/2022')).toMatchObject({ isAmbiguous: true });
  for (const cell of ['02/02/2022', '13/02/2022', '05/11/2022', '2022-02-01'])
    expect(reading(cell)).toMatchObject({ isAmbiguous: false });
});

describe('a date', () => {
  it.each([
    ['2021-09-30', '2021-09-30'],
    ['2021/9/30', '2021-09-30'],
    ['20210930', '2021-09-30'],
    ['30.09.2021', '2021-09-30'],
    ['30-9-21', '2021-09-30'],
    ['1/2/99', '1999-02-01'],
    ['30-Sep-2021', '2021-09-30'],
    ['30-SEP-21', '2021-09-30'],
    ['30 September 2021', '2021-09-30'],
    ['1st Oct 2021', '2021-10-01'],
    ['Sep 30, 2021', '2021-09-30'],
    ['Thursday, September 30, 2021', '2021-09-30'],
    ['3. März 2022', '2022-03-03'],
    ['1er août 2021', '2021-08-01'],
    ['30 de septiembre de 2021', '2021-09-30'],
    [' 29/02/2020 ', '2020-02-29'],
    ['44469', '2021-09-30'],
  ])('written %j is understood', (cell, expected) => {
    expect(day(cell)).toBe(expected);
  });

  it.each([
    'yesterday',
    '',
    '31/06/2021',
    '29/02/2021',
    '2021-13-01',
    '30/09',
    '2021',
    '13/13/2021',
    '1 jui 2021',
    '7',
  ])('is not %j', (cell) => {
    expect(read(cell)).toBe(`“${cell}” is no date`);
  });

  it('is not a whole page of text', () => {
    expect(read(`1${' '.repeat(100_000)}1`)).toBe(`“1${' '.repeat(39)}” is no date`);
  });

  it('without a time is noon UTC', () => {
    expect(read('30/09/2021')).toBe('2021-09-30T12:00:00.000Z');
  });
});

describe('a time of day', () => {
  it.each([
    ['2021-09-30T14:05:06.789Z', '2021-09-30T14:05:06.789Z'],
    ['2021-09-30T14:05:06+02:00', '2021-09-30T12:05:06.000Z'],
    ['2021-09-30 23:30 -0530', '2021-10-01T05:00:00.000Z'],
    ['30/09/2021 14:05', '2021-09-30T14:05:00.000Z'],
    ['9/30/2021, 12:05 AM', '2021-09-30T00:05:00.000Z'],
    ['9/30/2021 2:05:09 p.m.', '2021-09-30T14:05:09.000Z'],
    ['Thu, 30 Sep 2021 10:00:00 GMT', '2021-09-30T10:00:00.000Z'],
    ['44469.75', '2021-09-30T18:00:00.000Z'],
  ])('is read from %j', (cell, expected) => {
    expect(read(cell)).toBe(expected);
  });

  it('must exist', () => {
    expect(read('30/09/2021 25:00')).toBe('“30/09/2021 25:00” has no possible time of day');
    expect(read('30/09/2021 13:00 PM')).toBe('“30/09/2021 13:00 PM” has no possible time of day');
  });
});

describe('an absurd date', () => {
  it('is refused by name', () => {
    expect(read('30/09/1921')).toBe('“30/09/1921” is before 1990');
    expect(read('30/09/2202')).toBe('“30/09/2202” is in the future');
    expect(read('99999')).toBe('“99999” is in the future');
  });

  it('begins a day from now', () => {
    expect(read('2022-10-16T12:00:00Z')).toBe('2022-10-16T12:00:00.000Z');
    expect(read('2022-10-16T12:00:01Z')).toBe('“2022-10-16T12:00:01Z” is in the future');
  });
});

describe('whatever the date', () => {
  const dates = fc.date({ min: new Date(EARLIEST), max: now, noInvalidDate: true });
  const pad = (number: number) => String(number).padStart(2, '0');

  it('it is read back from every form that can be read in one way only', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const iso = date.toISOString();
        expect(read(iso)).toBe(iso);
        expect(day(iso.slice(0, 10))).toBe(iso.slice(0, 10));
        const [, d, name, y] = date.toUTCString().split(/\W+/);
        expect(day(`${d}-${name}-${y}`)).toBe(iso.slice(0, 10));
        expect(read(date.toUTCString())).toBe(`${iso.slice(0, 19)}.000Z`);
      }),
    );
  });

  it('it is read back from day and month in the preferred order', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom('/', '-', '.'), (date, separator) => {
        const [d, m, y] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
        const expected = `${y}-${pad(m)}-${pad(d)}`;
        expect(day([pad(d), pad(m), y].join(separator), 'dmy')).toBe(expected);
        expect(day([m, d, y].join(separator), 'mdy')).toBe(expected);
      }),
    );
  });

  it('a cell is a plausible instant or a reason, never an error', () => {
    const dateish = fc.stringMatching(/^[\d/.:TZ+ -]{0,24}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), dateish), fc.constantFrom<DateOrder>('dmy', 'mdy'), (cell, order) => {
        const reading = readDate(cell, order, now);
        if ('reason' in reading) return;
        expect(reading.at.getTime()).toBeGreaterThanOrEqual(EARLIEST);
        expect(reading.at.getTime()).toBeLessThanOrEqual(now.getTime() + MAX_AHEAD_MS);
      }),
    );
  });
});
