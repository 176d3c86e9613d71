import fc from 'fast-check';
import { LOT_LIMIT, lotOf, nextLot } from './lot.js';

const sales = { team: 'sales' };
const web = { team: 'web' };

describe('a lot, at least five together', () => {
  it('waits while the wave is open until five can stay behind', () => {
    expect([1, 5, 9, 10, 12].map((waiting) => lotOf(waiting, 5, false))).toEqual([0, 0, 0, 5, 7]);
  });

  it('is everything at the end, but nothing of a group of four', () => {
    expect([4, 5, 9, 12].map((waiting) => lotOf(waiting, 5, true))).toEqual([0, 5, 9, 12]);
  });

  it('is bounded, and what stays for the next one is enough for one', () => {
    expect(lotOf(LOT_LIMIT + 1, 5, true)).toBe(LOT_LIMIT - 4);
    expect(lotOf(3 * LOT_LIMIT, 5, true)).toBe(LOT_LIMIT);
  });

  it('never leaves fewer behind than may come out, unless nothing may', () => {
    const counts = fc.integer({ min: 0, max: 3 * LOT_LIMIT });
    fc.assert(
      fc.property(counts, fc.integer({ min: 3, max: 100 }), fc.boolean(), (waiting, minimum, isLast) => {
        const lot = lotOf(waiting, minimum, isLast);
        expect(lot === 0 || lot >= minimum).toBe(true);
        const left = waiting - lot;
        if (lot > 0) expect(left >= minimum || (isLast && left === 0)).toBe(true);
      }),
    );
  });
});

describe('the next lot', () => {
  it('is of the first group that is large enough', () => {
    const groups = [
      { properties: sales, count: 3 },
      { properties: web, count: 11 },
    ];
    expect(nextLot(groups, 5, false)).toEqual({ properties: web, count: 6 });
  });

  it('of small groups waits while more may come', () => {
    expect(nextLot([{ properties: sales, count: 3 }], 5, false)).toBeNull();
  });

  it('of small groups comes out without properties once no more can come', () => {
    const groups = [
      { properties: sales, count: 3 },
      { properties: web, count: 4 },
    ];
    expect(nextLot(groups, 5, true)).toEqual({ properties: null, count: 7 });
  });

  it('is none when all small groups together are too small', () => {
    const groups = [
      { properties: sales, count: 3 },
      { properties: web, count: 1 },
    ];
    expect(nextLot(groups, 5, true)).toBeNull();
  });
});
