import { dueAfter } from './trigger-outcome.js';

const NOW = new Date('2026-12-10T12:00:00Z');
const at = (text: string) => new Date(`${text}:00Z`);
const twoDaysLater = { delayMinutes: 2_880, lastsDays: 14 };

describe('when a person is asked about an event', () => {
  it('is after the delay', () => {
    expect(dueAfter(at('2026-12-10T11:00'), twoDaysLater, NOW)).toEqual(at('2026-12-12T11:00'));
  });

  it('is now when the delay is over already', () => {
    expect(dueAfter(at('2026-12-01T11:00'), twoDaysLater, NOW)).toEqual(NOW);
    expect(dueAfter(NOW, { lastsDays: 1 }, NOW)).toEqual(NOW);
  });

  it('is never when it is so long ago that the question would have expired', () => {
    expect(dueAfter(at('2026-11-24T12:01'), twoDaysLater, NOW)).toEqual(NOW);
    expect(dueAfter(at('2026-11-24T12:00'), twoDaysLater, NOW)).toBeNull();
  });
});
