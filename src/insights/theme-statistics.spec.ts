import { movementsOf } from './theme-statistics.js';

describe('the movement of a theme', () => {
  it('is the change of its share, and real when chance hardly makes one of its size', () => {
    const [pricing, support] = movementsOf(
      [
        { verbatims: 60, before: 30 },
        { verbatims: 31, before: 30 },
      ],
      { now: 200, before: 200 },
    );
    expect(pricing).toMatchObject({ shareBefore: 0.15, isSignificant: true });
    expect(pricing!.change).toBeCloseTo(0.15);
    expect(support).toMatchObject({ isSignificant: false });
  });

  it('is held to more where there are many themes to be fooled by', () => {
    const lonely = movementsOf([{ verbatims: 45, before: 30 }], { now: 150, before: 150 }); // z = 2
    const quiet = Array.from({ length: 9 }, () => ({ verbatims: 20, before: 20 }));
    const amongTen = movementsOf([{ verbatims: 45, before: 30 }, ...quiet], { now: 150, before: 150 });
    expect([lonely[0]!.isSignificant, amongTen[0]!.isSignificant]).toEqual([true, false]);
  });

  it('is unknown without a past', () => {
    expect(movementsOf([{ verbatims: 3, before: 0 }], { now: 10, before: 0 })).toEqual([
      { verbatimsBefore: 0, shareBefore: null, change: null, chance: 1, isSignificant: false },
    ]);
  });
});
