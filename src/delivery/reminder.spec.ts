import { nextMail, type Reminding } from './reminder.js';

const WAVE: Reminding = {
  remindAfterDays: [7, 14],
  sendingHours: null,
  timeZone: 'Europe/Berlin',
  closesAt: new Date('2026-12-14T12:00:00Z'),
};
const MONDAY = new Date('2026-11-23T12:00:00Z');
const next = (wave: Partial<Reminding>, step = 0, zone: string | null = null) =>
  nextMail({ ...WAVE, ...wave }, { step, firstSentAt: MONDAY, zone });

describe('a reminder', () => {
  it('follows the first mail by the days the campaign says', () => {
    expect(next({})).toEqual({ step: 1, dueAt: new Date('2026-11-30T12:00:00Z') });
    expect(next({}, 1)).toEqual({ step: 2, dueAt: new Date('2026-12-07T12:00:00Z') });
    expect(next({}, 2)).toBeNull();
  });

  it('comes at the same time of day though clocks were changed meanwhile, on the clock of the person', () => {
    const sent = new Date('2027-03-24T08:30:20.500Z'); // 09:30 in Berlin, 04:30 in New York
    const dueIn = (zone: string | null) =>
      nextMail({ ...WAVE, closesAt: new Date('2027-04-14T08:00:00Z') }, { step: 0, firstSentAt: sent, zone })!
        .dueAt;
    expect(dueIn(null)).toEqual(new Date('2027-03-31T07:30:20.500Z'));
    expect(dueIn('America/New_York')).toEqual(new Date('2027-03-31T08:30:20.500Z'));
  });

  it('does not come once the wave is over', () => {
    expect(next({ closesAt: new Date('2026-11-30T12:00:00Z') })).toBeNull();
  });

  it.each([
    [
      'comes at noon in Berlin, within its hours',
      { from: '09:00', to: '17:00' },
      null,
      '2026-11-30T12:00:00Z',
    ],
    ['waits for the morning in Berlin', { from: '14:00', to: '17:00' }, null, '2026-11-30T13:00:00Z'],
    [
      'waits for the next morning in Tokyo',
      { from: '09:00', to: '17:00' },
      'Asia/Tokyo',
      '2026-12-01T00:00:00Z',
    ],
    [
      'waits for Wednesday',
      { from: '09:00', to: '17:00', days: ['wed' as const] },
      null,
      '2026-12-02T08:00:00Z',
    ],
    [
      'keeps the campaign’s zone where the person’s is none',
      { from: '09:00', to: '17:00' },
      'Mars',
      '2026-11-30T12:00:00Z',
    ],
  ])('%s', (_what, sendingHours, zone, dueAt) => {
    expect(next({ sendingHours }, 0, zone)!.dueAt).toEqual(new Date(dueAt));
  });
});
