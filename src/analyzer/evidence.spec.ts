import fc from 'fast-check';
import { strongestRange } from './evidence.js';

const range = (...contributions: number[]) => strongestRange(Float32Array.from(contributions));

describe('strongestRange', () => {
  it.each([
    ['a single word that stands out', [0, 0, 5, 0], { from: 2, to: 3 }],
    ['neighbours that carry it together', [0, 3, 4, 2, 0], { from: 1, to: 4 }],
    ['a gap that is worth bridging', [4, -1, 4], { from: 0, to: 3 }],
    ['not a gap that costs more than lies beyond', [4, -9, 3], { from: 0, to: 1 }],
    ['not words that merely lean along', [0.1, 0.1, 5, 0.1], { from: 2, to: 3 }],
    ['what speaks least against, when nothing speaks for it', [-3, -1, -2], { from: 1, to: 2 }],
    ['the only word there is', [0], { from: 0, to: 1 }],
  ])('is %s', (_case, contributions, expected) => {
    expect(range(...contributions)).toEqual(expected);
  });

  it('is null without words', () => {
    expect(range()).toBeNull();
  });

  it('is never empty and never outside', () => {
    fc.assert(
      fc.property(fc.float32Array({ minLength: 1, noNaN: true, min: -10, max: 10 }), (contributions) => {
        const { from, to } = strongestRange(contributions)!;
        expect(0 <= from && from < to && to <= contributions.length).toBe(true);
      }),
    );
  });
});
