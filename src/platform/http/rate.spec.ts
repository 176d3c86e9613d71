import { Rate } from './rate.js';

describe('a rate of two a minute', () => {
  it('takes two of each caller, and two more in the next minute', () => {
    const rate = new Rate(2, 100);
    const taken = (caller: string, nowMs: number) => rate.takes(caller, nowMs);
    expect([taken('a', 0), taken('a', 1), taken('a', 2), taken('b', 3)]).toEqual([true, true, false, true]);
    expect([taken('a', 59_999), taken('a', 60_000)]).toEqual([false, true]);
  });

  it('remembers only so many callers', () => {
    const rate = new Rate(1, 2);
    expect(['a', 'a', 'b', 'a'].map((caller) => rate.takes(caller, 0))).toEqual([true, false, true, true]);
  });
});
