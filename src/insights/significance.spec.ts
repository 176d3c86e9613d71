import { believable, chanceOfDifference, erfc } from './significance.js';

const of = (count: number, total: number) => ({ count, total });

describe('a difference between two shares', () => {
  it('is judged by the z-test where there are many: 45 of 150 against 30 of 150 is z = 2, 4.6 %', () => {
    // pooled 75/300 = 0.25; error √(0.25 · 0.75 · 2/150) = 0.05; (0.30 − 0.20) / 0.05 = 2
    expect(chanceOfDifference(of(45, 150), of(30, 150))).toBeCloseTo(0.0455, 4);
  });

  it("is judged exactly where there are few: Fisher's tea, 3 of 4 against 1 of 4", () => {
    // (1 + 16 + 16 + 1) / 70: all tables but the one with two in each
    expect(chanceOfDifference(of(3, 4), of(1, 4))).toBeCloseTo(34 / 70, 10);
    expect(chanceOfDifference(of(4, 4), of(0, 4))).toBeCloseTo(2 / 70, 10);
  });

  it('is the same seen from either side', () => {
    for (const [one, other] of [
      [of(1, 9), of(7, 80)],
      [of(100, 900), of(70, 800)],
    ] as const) {
      expect(chanceOfDifference(one, other)).toBeCloseTo(chanceOfDifference(other, one), 10);
    }
  });

  it('is nothing without anything to compare', () => {
    expect(chanceOfDifference(of(0, 0), of(3, 10))).toBe(1);
    expect(chanceOfDifference(of(0, 10), of(0, 10))).toBe(1);
    expect(chanceOfDifference(of(10, 10), of(10, 10))).toBe(1);
  });

  it('stays a probability however large the numbers', () => {
    const chance = chanceOfDifference(of(3, 2_000_000), of(1, 900_000));
    expect(chance).toBeGreaterThan(0.5);
    expect(chance).toBeLessThanOrEqual(1);
    expect(chanceOfDifference(of(500_000, 1_000_000), of(400_000, 1_000_000))).toBeLessThan(1e-12);
  });
});

describe('of many findings', () => {
  it('those are believed whose chance is small for their rank', () => {
    // the thresholds are 0.0125, 0.025, 0.0375 and 0.05
    expect(believable([0.04, 0.01, 0.02, 0.9], 0.05)).toEqual([false, true, true, false]);
  });

  it('a later rank that holds carries those before it', () => {
    expect(believable([0.03, 0.045, 0.03], 0.05)).toEqual([true, true, true]);
  });

  it('none is believed when none stands out, or there are none', () => {
    expect(believable([0.5, 0.06], 0.05)).toEqual([false, false]);
    expect(believable([], 0.05)).toEqual([]);
  });
});

it.each([
  [0, 1],
  [0.5, 0.4795001222],
  [1, 0.1572992071],
  [3, 2.2090497e-5],
  [5, 1.537459794e-12],
])('erfc(%d) is that of the tables', (x, value) => {
  expect(Math.abs(erfc(x) / value - 1)).toBeLessThan(1.2e-7);
});
