import { intervalsOf } from './bootstrap.js';
import { bestThreshold, countsOf, macroF1, microF1, scoreOf } from './metrics.js';

const truth = [
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];
const given = [
  [1, 0],
  [0, 1],
  [1, 0],
  [0, 0],
];

describe('metrics', () => {
  it('counts what was rightly given, wrongly given and missed', () => {
    expect(countsOf(truth, given, 2)).toEqual([
      { tp: 1, fp: 1, fn: 1 },
      { tp: 1, fp: 0, fn: 1 },
    ]);
  });

  it('counts an example as often as its weight says', () => {
    expect(countsOf(truth, given, 2, Int32Array.of(3, 0, 0, 1))[0]).toEqual({ tp: 3, fp: 0, fn: 0 });
  });

  it('scores 3 right of 4 given and 5 to find: precision 3/4, recall 3/5, F1 2/3', () => {
    const { precision, recall, f1, support } = scoreOf({ tp: 3, fp: 1, fn: 2 });
    expect([precision, recall, support]).toEqual([0.75, 0.6, 5]);
    expect(f1).toBeCloseTo(2 / 3);
  });

  it('scores 0 where there is nothing to divide by', () => {
    expect(scoreOf({ tp: 0, fp: 0, fn: 0 })).toEqual({ precision: 0, recall: 0, f1: 0, support: 0 });
  });

  it('means F1 over labels (macro) and over decisions (micro)', () => {
    const counts = countsOf(truth, given, 2);
    expect(macroF1(counts)).toBeCloseTo((1 / 2 + 2 / 3) / 2);
    expect(microF1(counts)).toBeCloseTo(4 / 7); // tp 2, fp 1, fn 2
  });

  it('cuts where F1 is best, half-way to the next score', () => {
    expect(bestThreshold([0.9, 0.8, 0.4, 0.2], [1, 1, 0, 0])).toBeCloseTo(0.6);
    expect(bestThreshold([0.9, 0.8, 0.4, 0.2], [1, 0, 1, 0])).toBeCloseTo(0.3);
  });

  it('does not cut between equal scores, and never gives what nothing has', () => {
    expect(bestThreshold([0.5, 0.5, 0.1], [1, 0, 0])).toBeCloseTo(0.3);
    expect(bestThreshold([0.9, 0.1], [0, 0])).toBe(1);
  });
});

describe('bootstrap intervals', () => {
  const share = (values: number[]) => (weights?: Int32Array) => {
    const count = (at: number) => (weights ? weights[at]! : 1);
    return [values.reduce((sum, value, at) => sum + value * count(at), 0) / values.length];
  };

  it('have no width where all examples are alike', () => {
    expect(intervalsOf(10, share(Array<number>(10).fill(1)))).toEqual([{ value: 1, low: 1, high: 1 }]);
  });

  it('are about two standard errors to each side of a share: 0.5 ± 0.098 of 100', () => {
    const [interval] = intervalsOf(100, share(Array.from({ length: 100 }, (_value, at) => at % 2)));
    expect(interval!.value).toBe(0.5);
    expect(interval!.low).toBeCloseTo(0.4, 1);
    expect(interval!.high).toBeCloseTo(0.6, 1);
  });

  it('are the same for the same seed', () => {
    const statistic = share([1, 0, 0, 1, 1]);
    expect(intervalsOf(5, statistic, 3, 100)).toEqual(intervalsOf(5, statistic, 3, 100));
  });
});
