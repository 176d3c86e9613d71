import fc from 'fast-check';
import {
  instantOf,
  isLocalTime,
  isTimeZone,
  localTimeOf,
  meaningOf,
  nextMonth,
  plusDays,
  plusMonths,
} from './time-zone.js';

const utc = (text: string) => new Date(`${text}:00Z`);

describe('a time zone', () => {
  it.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince', 'Etc/GMT+5', 'UTC'])(
    'may be %s',
    (name) => expect(isTimeZone(name)).toBe(true),
  );

  it.each([
    'Europe/Atlantis',
    'CET',
    'PST',
    '+02:00',
    'GMT+2',
    '',
    ' UTC',
    "Europe/Berlin' --",
    'Etc/Unknown',
  ])('is not %j', (name) => expect(isTimeZone(name)).toBe(false));
});

describe('a local time', () => {
  it('is a date that exists and a time of day to the minute', () => {
    expect(isLocalTime('2028-02-29T09:00')).toBe(true);
    for (const text of [
      '2027-02-29T09:00',
      '2026-12-01',
      '2026-12-01T24:00',
      '2026-12-01T09:00:00',
      '2026-12-01T09:00Z',
    ])
      expect(isLocalTime(text)).toBe(false);
  });

  it('means one instant on an ordinary day', () => {
    expect(instantOf('2026-12-01T09:00', 'Europe/Berlin')).toEqual(utc('2026-12-01T08:00'));
    expect(instantOf('2026-07-01T09:00', 'Asia/Kathmandu')).toEqual(utc('2026-07-01T03:15'));
    expect(instantOf('2026-07-01T09:00', 'Pacific/Kiritimati')).toEqual(utc('2026-06-30T19:00'));
  });

  it('does not exist where clocks are set forward, but the minute before and the one after do', () => {
    expect(meaningOf('2027-03-28T02:30', 'Europe/Berlin')).toEqual({
      type: 'never',
      before: '2027-03-28T01:59',
      after: '2027-03-28T03:00',
      next: utc('2027-03-28T01:00'),
    });
  });

  it('exists twice where clocks are set back', () => {
    expect(meaningOf('2026-11-01T01:30', 'America/New_York')).toEqual({
      type: 'twice',
      before: '2026-11-01T00:59',
      after: '2026-11-01T02:00',
      first: utc('2026-11-01T05:30'),
      second: utc('2026-11-01T06:30'),
    });
  });

  it('knows zones that change by half an hour, and at midnight', () => {
    expect(meaningOf('2026-10-04T02:15', 'Australia/Lord_Howe')).toMatchObject({
      before: '2026-10-04T01:59',
      after: '2026-10-04T02:30',
    });
    expect(meaningOf('2026-09-06T00:30', 'America/Santiago')).toMatchObject({
      type: 'never',
      before: '2026-09-05T23:59',
      after: '2026-09-06T01:00',
    });
  });

  it('comes back from every instant it stands for', () => {
    const zones = ['Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Casablanca', 'UTC'];
    const minutes = fc.integer({ min: 0, max: 10 * 366 * 24 * 60 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const instant = new Date(Date.UTC(2026, 0, 1) + minute * 60_000);
        const meaning = meaningOf(localTimeOf(instant, zone), zone);
        expect(Object.values(meaning)).toContainEqual(instant);
        expect(meaning.type).not.toBe('never');
      }),
    );
  });
});

describe('days and months on the calendar', () => {
  it('keep the time of day', () => {
    expect(plusDays('2026-10-24T09:00', 7)).toBe('2026-10-31T09:00');
    expect(plusMonths('2026-12-15T09:00', 3)).toBe('2027-03-15T09:00');
    expect(nextMonth('2026-12-15T09:00')).toBe('2027-01-01T00:00');
  });

  it('take the last day of a month that is too short', () => {
    expect(plusMonths('2027-01-31T09:00', 1)).toBe('2027-02-28T09:00');
    expect(plusMonths('2027-01-31T09:00', 2)).toBe('2027-03-31T09:00');
  });
});
