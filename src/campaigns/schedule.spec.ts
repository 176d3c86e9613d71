import fc from 'fast-check';
import { MAX_REMINDERS, type Schedule, scheduleProblems } from './schedule.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const BERLIN = 'Europe/Berlin';
const once = {
  type: 'once',
  opens: '2026-12-01T09:00',
  closes: '2026-12-22T18:00',
  remindAfterDays: [7, 14],
};
const recurring = {
  type: 'recurring',
  everyMonths: 3,
  firstOpens: '2027-01-31T09:00',
  lastsDays: 21,
  spread: 'at_once',
  remindAfterDays: [7],
};
const triggered = { type: 'triggered', event: 'order.delivered', delayMinutes: 2_880, lastsDays: 14 };

function problemsOf(schedule: unknown, zone = BERLIN): Record<string, string> {
  return Object.fromEntries(
    [...scheduleProblems(schedule, zone, NOW)].map(({ pointer, detail }) => [pointer, detail]),
  );
}

describe('a schedule', () => {
  it('is once in a dated window, recurring, or triggered by an event', () => {
    const fromNowOn: Schedule = { type: 'once', lastsDays: 21 };
    for (const schedule of [once, fromNowOn, recurring, { ...recurring, spread: 'evenly' }, triggered])
      expect(problemsOf(schedule)).toEqual({});
  });

  it.each([
    [null, '/schedule', 'must be an object'],
    [{ type: 'daily' }, '/schedule/type', 'must be one of once, recurring, triggered'],
    [{ ...once, every: 3 }, '/schedule/every', 'is not a known field'],
    [{ ...once, opens: '2026-12-01' }, '/schedule/opens', 'must be a local date and time that exists'],
    [{ ...once, opens: '2026-02-30T09:00' }, '/schedule/opens', 'must be a local date and time that exists'],
    [{ ...once, lastsDays: 21 }, '/schedule/closes', 'must be given, or else lastsDays'],
    [{ ...once, closes: undefined }, '/schedule/closes', 'must be given, or else lastsDays'],
    [{ ...recurring, everyMonths: 0 }, '/schedule/everyMonths', 'must be a whole number from 1 to 24'],
    [{ ...recurring, spread: 'daily' }, '/schedule/spread', 'must be one of evenly, at_once'],
    [{ ...triggered, event: 'Order delivered' }, '/schedule/event', 'must be a name such as order.delivered'],
    [{ ...triggered, delayMinutes: -1 }, '/schedule/delayMinutes', 'must be a whole number from 0 to 129600'],
    [{ ...once, remindAfterDays: [14, 7] }, '/schedule/remindAfterDays', 'each greater than the one before'],
    [{ ...once, remindAfterDays: [0] }, '/schedule/remindAfterDays', 'numbers of days from 1'],
    [
      { ...once, remindAfterDays: [1, 2, 3, 4, 5, 6] },
      '/schedule/remindAfterDays',
      `at most ${MAX_REMINDERS}`,
    ],
  ])('refuses the shape of %j', (schedule, pointer, detail) => {
    expect(Object.keys(problemsOf(schedule))).toEqual([pointer]);
    expect(problemsOf(schedule)[pointer]).toMatch(detail);
  });

  it('does not begin in the past, by the clock of its own zone', () => {
    const noon = { ...once, opens: '2026-11-22T12:30' };
    expect(problemsOf(noon, 'UTC')).toEqual({});
    expect(problemsOf(noon)).toEqual({ '/schedule/opens': 'is in the past in Europe/Berlin' });
  });

  it('does not begin in another age', () => {
    expect(problemsOf({ ...recurring, firstOpens: '9999-12-31T09:00' })['/schedule/firstOpens']).toMatch(
      'ahead',
    );
  });

  it('does not close before it opens', () => {
    expect(problemsOf({ ...once, closes: '2026-12-01T09:00' })).toEqual({
      '/schedule/closes': 'must be after it opens, which is 2026-12-01T09:00',
    });
  });

  it('does not remind of what is closed', () => {
    expect(problemsOf({ ...once, closes: '2026-12-15T09:00' })).toEqual({
      '/schedule/remindAfterDays': 'must end before it closes: day 14 is 2026-12-15T09:00',
    });
    expect(problemsOf({ ...triggered, remindAfterDays: [14] })).toEqual({
      '/schedule/remindAfterDays': 'must end before it closes, which is after 14 days',
    });
  });

  it('does not open a wave before the one before is closed', () => {
    expect(problemsOf({ ...recurring, everyMonths: 1, lastsDays: 29 })['/schedule/lastsDays']).toMatch(
      'at most 28',
    );
  });

  it('names the times to choose instead of one that does not exist or exists twice', () => {
    const spring = problemsOf({ ...recurring, firstOpens: '2027-03-28T02:30' });
    expect(spring['/schedule/firstOpens']).toBe(
      'does not exist in Europe/Berlin, where clocks are changed then: choose 2027-03-28T01:59 or earlier, or 2027-03-28T03:00 or later',
    );
    const autumn = problemsOf({ ...once, opens: '2027-10-31T02:30', closes: '2027-11-22T18:00' });
    expect(autumn['/schedule/opens']).toMatch(
      /^exists twice in Europe\/Berlin.*T01:59 or earlier.*T03:00 or later$/,
    );
    expect(problemsOf({ ...recurring, firstOpens: '2027-03-28T02:30' }, 'Asia/Tokyo')).toEqual({});
  });

  it('can refuse anything without throwing', () => {
    const nearly = fc.record({
      type: fc.constantFrom('once', 'recurring', 'triggered'),
      opens: fc.anything(),
      closes: fc.constantFrom('2026-12-01T09:00', '2027-03-28T02:30', undefined, 5),
      firstOpens: fc.constantFrom('2026-12-01T09:00', '9999-12-31T23:59', undefined, 5),
      remindAfterDays: fc.oneof(fc.anything(), fc.array(fc.integer())),
      lastsDays: fc.oneof(fc.anything(), fc.integer()),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), nearly), (schedule) => {
        expect(Array.isArray([...scheduleProblems(schedule, BERLIN, NOW)])).toBe(true);
      }),
    );
  });
});
