import type { RecurringSchedule, Schedule } from './schedule.js';
import { firstWindow, isOver, nextWindow, type WaveWindow } from './wave-window.js';

const BERLIN = 'Europe/Berlin';
const NOW = new Date('2026-11-22T12:00:00Z');
const utc = (text: string) => new Date(`${text}:00Z`);
const shown = ({ opensAt, asksUntil, closesAt }: WaveWindow) =>
  [opensAt, asksUntil, closesAt].map((at) => at.toISOString().slice(0, 16));

const monthly: RecurringSchedule = {
  type: 'recurring',
  everyMonths: 1,
  firstOpens: '2027-01-31T09:00',
  lastsDays: 14,
  spread: 'at_once',
};

describe('the wave of a campaign that asks once', () => {
  it('is its window', () => {
    const schedule: Schedule = { type: 'once', opens: '2026-12-01T09:00', closes: '2026-12-22T18:00' };
    expect(shown(firstWindow(schedule, BERLIN, NOW))).toEqual([
      '2026-12-01T08:00',
      '2026-12-01T08:00',
      '2026-12-22T17:00',
    ]);
    expect(nextWindow(schedule, BERLIN, utc('2026-12-01T08:00'), NOW)).toBeNull();
  });

  it('begins at once when it names no time', () => {
    const window = firstWindow({ type: 'once', lastsDays: 21 }, BERLIN, NOW);
    expect(shown(window)).toEqual(['2026-11-22T12:00', '2026-11-22T12:00', '2026-12-13T12:00']);
  });

  it('closes at the hour it opened, though the clocks were changed meanwhile', () => {
    const schedule: Schedule = { type: 'once', opens: '2027-03-20T09:00', lastsDays: 14 };
    expect(shown(firstWindow(schedule, BERLIN, NOW))).toEqual([
      '2027-03-20T08:00',
      '2027-03-20T08:00',
      '2027-04-03T07:00',
    ]);
  });
});

describe('the waves of a campaign that recurs', () => {
  it('open on the same day of the month, or on its last day', () => {
    const opens: string[] = [];
    let window: WaveWindow | null = firstWindow(monthly, BERLIN, NOW);
    while (window && opens.length < 4) {
      opens.push(shown(window)[0]!);
      window = nextWindow(monthly, BERLIN, window.opensAt, NOW);
    }
    expect(opens).toEqual(['2027-01-31T08:00', '2027-02-28T08:00', '2027-03-31T07:00', '2027-04-30T07:00']);
  });

  it('ask until the next one opens when they are spread evenly', () => {
    const spread = { ...monthly, everyMonths: 3, spread: 'evenly' as const };
    expect(shown(firstWindow(spread, BERLIN, NOW))).toEqual([
      '2027-01-31T08:00',
      '2027-04-30T07:00',
      '2027-05-14T07:00',
    ]);
  });

  it('pass over the months in which the campaign was paused', () => {
    const previous = utc('2027-01-31T08:00');
    expect(shown(nextWindow(monthly, BERLIN, previous, utc('2027-05-10T00:00'))!)[0]).toBe(
      '2027-04-30T07:00',
    );
    expect(shown(nextWindow(monthly, BERLIN, previous, utc('2027-05-20T00:00'))!)[0]).toBe(
      '2027-05-31T07:00',
    );
  });

  it('open after a gap in the clocks that they fall into', () => {
    const gap = { ...monthly, firstOpens: '2027-02-28T02:30' };
    const second = nextWindow(gap, BERLIN, utc('2027-02-28T01:30'), NOW)!;
    expect(shown(second)[0]).toBe('2027-03-28T01:00');
  });
});

describe('the waves of a campaign that an event triggers', () => {
  const triggered: Schedule = {
    type: 'triggered',
    event: 'order.delivered',
    delayMinutes: 60,
    lastsDays: 14,
  };

  it('are calendar months, and stay open until the last one asked had as long as the others', () => {
    const first = firstWindow(triggered, BERLIN, NOW);
    expect(shown(first)).toEqual(['2026-11-22T12:00', '2026-11-30T23:00', '2026-12-15T00:00']);
    const second = nextWindow(triggered, BERLIN, first.opensAt, NOW)!;
    expect(shown(second)).toEqual(['2026-11-30T23:00', '2026-12-31T23:00', '2027-01-15T00:00']);
  });

  it('begin anew in the middle of a month after a pause', () => {
    const later = nextWindow(triggered, BERLIN, NOW, utc('2027-02-10T10:00'))!;
    expect(shown(later)).toEqual(['2027-02-10T10:00', '2027-02-28T23:00', '2027-03-15T00:00']);
  });
});

describe('a wave that has not opened', () => {
  it('is over when it has closed, or when the time for asking has passed', () => {
    const window = firstWindow(monthly, BERLIN, NOW);
    expect(isOver(window, utc('2027-02-10T00:00'))).toBe(false);
    expect(isOver(window, window.closesAt)).toBe(true);
    const spread = firstWindow({ ...monthly, spread: 'evenly' }, BERLIN, NOW);
    expect(isOver(spread, spread.asksUntil)).toBe(true);
  });
});
