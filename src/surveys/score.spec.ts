import fc from 'fast-check';
import type { Question } from './question.js';
import { categoryOf } from './score.js';

type Scored = Pick<Question, 'type' | 'min' | 'max'>;

function scoresBy(question: Scored, min: number, max: number): Record<string, number[]> {
  const scores: Record<string, number[]> = {};
  for (let score = min; score <= max; score++) (scores[categoryOf(question, score)] ??= []).push(score);
  return scores;
}

describe('the category of a score', () => {
  it('on the nps scale is the published one', () => {
    expect(scoresBy({ type: 'nps' }, 0, 10)).toEqual({
      detractor: [0, 1, 2, 3, 4, 5, 6],
      passive: [7, 8],
      promoter: [9, 10],
    });
  });

  it('elsewhere splits the range into thirds', () => {
    expect(scoresBy({ type: 'csat' }, 1, 5)).toEqual({ detractor: [1, 2], passive: [3], promoter: [4, 5] });
    expect(scoresBy({ type: 'ces' }, 1, 7)).toEqual({
      detractor: [1, 2, 3],
      passive: [4],
      promoter: [5, 6, 7],
    });
    expect(scoresBy({ type: 'rating', min: 0, max: 1 }, 0, 1)).toEqual({ detractor: [0], promoter: [1] });
    expect(scoresBy({ type: 'rating', min: 1, max: 3 }, 1, 3)).toEqual({
      detractor: [1],
      passive: [2],
      promoter: [3],
    });
  });

  it.each([
    [{ type: 'nps' as const }, 11],
    [{ type: 'csat' as const }, 0],
    [{ type: 'csat' as const }, 2.5],
    [{ type: 'ces' as const }, NaN],
    [{ type: 'text' as const }, 1],
  ])('does not exist for %j and %d', (question, score) => {
    expect(() => categoryOf(question, score)).toThrow(RangeError);
  });

  it('never falls as the score rises, and mirrors on every rating scale', () => {
    const scale = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(scale, fc.double({ min: 0, max: 1, noNaN: true }), ([min, width], share) => {
        const max = Math.min(100, min + width);
        const score = min + Math.floor(share * (max - min));
        const rating: Scored = { type: 'rating', min, max };
        const mirror = { promoter: 'detractor', passive: 'passive', detractor: 'promoter' } as const;
        expect(categoryOf(rating, max - (score - min))).toBe(mirror[categoryOf(rating, score)]);
        const worth = { detractor: 0, passive: 1, promoter: 2 };
        if (score < max) {
          expect(worth[categoryOf(rating, score + 1)]).toBeGreaterThanOrEqual(
            worth[categoryOf(rating, score)],
          );
        }
      }),
    );
  });
});
