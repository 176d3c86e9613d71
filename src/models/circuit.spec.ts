import { Circuit, FAILURES_UNTIL_REST, MAX_REST_MS, MAX_RETRIES_PER_MINUTE, waitMs } from './circuit.js';

const at = (seconds: number) => new Date(Date.parse('2026-03-02T12:00:00Z') + seconds * 1_000);

function failedTimes(times: number): Circuit {
  const circuit = new Circuit();
  for (let i = 0; i < times; i++) circuit.failed(at(0), 0);
  return circuit;
}

describe('a model', () => {
  it('is left alone for a minute after five failures in a row', () => {
    expect(failedTimes(FAILURES_UNTIL_REST - 1).isResting(at(0))).toBe(false);
    const circuit = failedTimes(FAILURES_UNTIL_REST);
    expect([circuit.isResting(at(59)), circuit.isResting(at(60))]).toEqual([true, false]);
  });

  it('is left alone again when the first request after its rest fails', () => {
    const circuit = failedTimes(FAILURES_UNTIL_REST);
    circuit.failed(at(60), 0);
    expect([circuit.isResting(at(119)), circuit.isResting(at(120))]).toEqual([true, false]);
  });

  it('that works again begins anew', () => {
    const circuit = failedTimes(FAILURES_UNTIL_REST);
    circuit.succeeded();
    circuit.failed(at(60), 0);
    expect(circuit.isResting(at(60))).toBe(false);
  });

  it('gets the long rest it asks for, within bounds, and is waited for when it is short', () => {
    const [short, long, endless] = [10_000, 90_000, Infinity].map((askedMs) => {
      const circuit = new Circuit();
      circuit.failed(at(0), askedMs);
      return circuit;
    });
    expect(short!.isResting(at(0))).toBe(false);
    expect([long!.isResting(at(89)), long!.isResting(at(90))]).toEqual([true, false]);
    expect(endless!.isResting(at(MAX_REST_MS / 1_000))).toBe(false);
  });

  it('is asked again so many times a minute, and not while it rests', () => {
    const circuit = new Circuit();
    for (let i = 0; i < MAX_RETRIES_PER_MINUTE; i++) expect(circuit.takeRetry(at(i / 10))).toBe(true);
    expect([circuit.takeRetry(at(59)), circuit.takeRetry(at(61))]).toEqual([false, true]);
    expect(failedTimes(FAILURES_UNTIL_REST).takeRetry(at(0))).toBe(false);
  });
});

describe('the wait for the next attempt', () => {
  it.each([
    [1, 0, 0, 250],
    [2, 0, 0, 500],
    [3, 0, 0.5, 1_250],
    [1, 3_000, 0, 3_000],
    [30, 0, 0, 20_000],
  ])('after attempt %i, asked for %i ms, with jitter %d is %i ms', (attempt, askedMs, jitter, expected) => {
    expect(waitMs(attempt, askedMs, jitter)).toBe(expected);
  });
});
