import fc from 'fast-check';
import { type DeliveryOutcome, MAX_ATTEMPTS, type NextStep, nextStep } from './retry-schedule.js';

const now = new Date('2026-03-02T12:00:00Z');
const noAnswer: DeliveryOutcome = { status: null };

const after = (attempt: number, outcome: DeliveryOutcome, jitter = 0) =>
  nextStep(attempt, outcome, jitter, now);
const retryAt = (time: string, slowDown = false): NextStep => ({
  kind: 'retry',
  at: new Date(time),
  slowDown,
});

describe('after an attempt to deliver', () => {
  it.each([200, 201, 202, 204, 299])('%i means delivered', (status) => {
    expect(after(1, { status })).toEqual({ kind: 'delivered' });
  });

  it.each([301, 302, 307, 308])('a redirect (%i) is a failure like any other', (status) => {
    expect(after(1, { status })).toEqual(retryAt('2026-03-02T12:00:05Z'));
  });

  it.each([400, 401, 404, 500, 503, null])('%s is tried again in five seconds', (status) => {
    expect(after(1, { status })).toEqual(retryAt('2026-03-02T12:00:05Z'));
  });

  it('410 switches the endpoint off, even at the last attempt', () => {
    expect(after(1, { status: 410 })).toEqual({ kind: 'switch_off' });
    expect(after(10, { status: 410 })).toEqual({ kind: 'switch_off' });
  });
});

describe('the schedule', () => {
  it.each([
    [1, '2026-03-02T12:00:05Z', '5 seconds'],
    [2, '2026-03-02T12:05:00Z', '5 minutes'],
    [3, '2026-03-02T12:30:00Z', '30 minutes'],
    [4, '2026-03-02T14:00:00Z', '2 hours'],
    [5, '2026-03-02T17:00:00Z', '5 hours'],
    [6, '2026-03-02T22:00:00Z', '10 hours'],
    [7, '2026-03-03T02:00:00Z', '14 hours'],
    [8, '2026-03-03T08:00:00Z', '20 hours'],
    [9, '2026-03-03T12:00:00Z', '24 hours'],
  ])('failed attempt %i is followed by another at %s, %s later', (attempt, time) => {
    expect(after(attempt, noAnswer)).toEqual(retryAt(time));
  });

  it('ends after the tenth attempt', () => {
    expect(after(10, noAnswer)).toEqual({ kind: 'give_up' });
    expect(after(10, { status: 503, retryAfter: '60' })).toEqual({ kind: 'give_up' });
  });

  it('is stretched by up to a fifth, so that a crowd comes back scattered', () => {
    expect(after(2, noAnswer, 0.5)).toEqual(retryAt('2026-03-02T12:05:30Z'));
    expect(after(4, noAnswer, 0.5)).toEqual(retryAt('2026-03-02T14:12:00Z'));
  });
});

describe('a receiver that asks for rest', () => {
  it.each([429, 502, 504])('gets five minutes at once when it answers %i', (status) => {
    expect(after(1, { status })).toEqual(retryAt('2026-03-02T12:05:00Z', true));
  });

  it('gets them as well when it leaves a delivery hanging', () => {
    expect(after(1, { status: null, timedOut: true })).toEqual(retryAt('2026-03-02T12:05:00Z', true));
  });

  it('keeps the schedule where that is slower', () => {
    expect(after(4, { status: 429 })).toEqual(retryAt('2026-03-02T14:00:00Z', true));
    expect(after(4, { status: 503, retryAfter: '10' })).toEqual(retryAt('2026-03-02T14:00:00Z'));
  });

  it.each([
    ['seconds', '120'],
    ['an HTTP date', 'Mon, 02 Mar 2026 12:02:00 GMT'],
  ])('is heard when it states them as %s', (_, retryAfter) => {
    expect(after(1, { status: 503, retryAfter })).toEqual(retryAt('2026-03-02T12:02:00Z'));
  });

  it.each(['99999999', '9'.repeat(400), 'Fri, 31 Dec 9999 23:59:59 GMT'])(
    'is not given more than a day (%s)',
    (retryAfter) => {
      expect(after(1, { status: 503, retryAfter })).toEqual(retryAt('2026-03-03T12:00:00Z'));
    },
  );

  it.each(['', 'soon', '-5', '1.5', 'Mon, 02 Mar 2026 11:00:00 GMT', '2026-03-02T13:00:00'])(
    'is answered by the schedule when what it says is no rest (%j)',
    (retryAfter) => {
      expect(after(1, { status: 503, retryAfter })).toEqual(retryAt('2026-03-02T12:00:05Z'));
    },
  );
});

it('whatever a receiver answers, a delivery ends: each attempt within 29 hours of the last, ten in all', () => {
  const outcome = fc.record(
    { status: fc.option(fc.integer({ min: 100, max: 599 })), retryAfter: fc.string() },
    { requiredKeys: ['status'] },
  );
  const jitter = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), outcome, jitter, (attempt, answer, random) => {
      const step = nextStep(attempt, answer, random, now);
      if (step.kind !== 'retry') return;
      expect(attempt).toBeLessThan(MAX_ATTEMPTS);
      expect(step.at.getTime() - now.getTime()).toBeGreaterThanOrEqual(5_000);
      expect(step.at.getTime() - now.getTime()).toBeLessThanOrEqual(29 * 3_600_000);
    }),
  );
});
