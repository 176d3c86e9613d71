import fc from 'fast-check';
import { nps } from './nps.js';

describe('the Net Promoter Score', () => {
  it('is percent promoters minus percent detractors; passives only dilute it', () => {
    expect(nps({ promoter: 50, passive: 30, detractor: 20 })!.score).toBe(30);
    expect(nps({ promoter: 50, passive: 130, detractor: 20 })!.score).toBe(15);
  });

  it('is 0 with as many of one kind as of the other, and the interval is then as wide below as above', () => {
    const { score, low, high } = nps({ promoter: 12, passive: 1, detractor: 12 })!;
    expect(score).toBe(0);
    // 2 × 12.75 of 28 responses; √(25.5 / 28 / 28) × 1.96 = 35.3 points
    expect([low, high].map(Math.round)).toEqual([-35, 35]);
  });

  it('of 100 responses is known to within about 15 points', () => {
    const { low, high } = nps({ promoter: 50, passive: 30, detractor: 20 })!;
    // 50.75 - 20.75 of 103 is 29.1; variance (71.5 / 103) - 0.291² = 0.609; reach 1.96 × √(0.609 / 103) = 15.1
    expect(low).toBeCloseTo(14.05, 1);
    expect(high).toBeCloseTo(44.2, 1);
  });

  it('of four times as many responses is known about twice as well', () => {
    const width = (factor: number) => {
      const { low, high } = nps({ promoter: 50 * factor, passive: 30 * factor, detractor: 20 * factor })!;
      return high - low;
    };
    expect(width(1) / width(4)).toBeCloseTo(2, 1);
  });

  it('of a few promoters and nobody else is not yet certain', () => {
    const { score, low, high } = nps({ promoter: 5, passive: 0, detractor: 0 })!;
    expect({ score, high }).toEqual({ score: 100, high: 100 });
    expect(low).toBeLessThan(40);
  });

  it('does not exist without a response', () => {
    expect(nps({ promoter: 0, passive: 0, detractor: 0 })).toBeNull();
  });

  it('lies in its interval, and that on the scale, whatever the numbers', () => {
    const count = fc.nat(100_000);
    fc.assert(
      fc.property(count, count, count, (promoter, passive, detractor) => {
        const found = nps({ promoter, passive, detractor });
        if (!found) return promoter + passive + detractor === 0;
        const { score, low, high } = found;
        return -100 <= low && low <= score && score <= high && high <= 100;
      }),
    );
  });

  it('turns its sign when promoters and detractors change places', () => {
    const count = fc.nat(1_000);
    fc.assert(
      fc.property(count, count, count, (one, passive, other) => {
        const found = nps({ promoter: one, passive, detractor: other });
        const turned = nps({ promoter: other, passive, detractor: one });
        expect(turned ? turned.score + found!.score : 0).toBeCloseTo(0);
        expect(turned ? turned.low + found!.high : 0).toBeCloseTo(0);
      }),
    );
  });
});
