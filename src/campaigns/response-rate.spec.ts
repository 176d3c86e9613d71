import fc from 'fast-check';
import { differenceOf, rateOf } from './response-rate.js';

describe('the response rate', () => {
  it('is unknown when nobody was asked', () => {
    expect(rateOf(0, 0)).toBeNull();
  });

  it('has an interval of believable width also where nobody or everybody answered', () => {
    expect(rateOf(0, 10)).toMatchObject({ share: 0, low: 0 });
    expect(rateOf(0, 10)!.high).toBeCloseTo(0.2775, 4);
    expect(rateOf(10, 10)!.low).toBeCloseTo(0.7225, 4);
  });

  it('is what Newcombe (1998) computed for 81 of 263', () => {
    expect(rateOf(81, 263)!.low).toBeCloseTo(0.2553, 4);
    expect(rateOf(81, 263)!.high).toBeCloseTo(0.3662, 4);
  });

  it('differs from another as Newcombe (1998) computed for 56 of 70 and 48 of 80', () => {
    const difference = differenceOf(rateOf(56, 70)!, rateOf(48, 80)!);
    expect(difference.share).toBeCloseTo(0.2, 4);
    expect(difference.low).toBeCloseTo(0.0524, 4);
    expect(difference.high).toBeCloseTo(0.3339, 4);
    expect(difference.isReal).toBe(true);
  });

  it('does not really differ from itself, and lies in its interval', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 500, max: 5_000 }), (answered, asked) => {
        const rate = rateOf(answered, asked)!;
        expect(rate.low).toBeLessThanOrEqual(rate.share);
        expect(rate.high).toBeGreaterThanOrEqual(rate.share);
        expect(differenceOf(rate, rate).isReal).toBe(false);
      }),
      { examples: [[0, 4_160]] },
    );
  });
});
