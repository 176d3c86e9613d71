import fc from 'fast-check';
import { exactSpan } from './spans.js';

describe('a span', () => {
  it('loses the white space around it', () => {
    expect(exactSpan('  good \u00a0', { start: 0, end: 8 })).toEqual({ start: 2, end: 6 });
  });

  it('is nothing where only white space is left', () => {
    expect(exactSpan('a \n b', { start: 1, end: 4 })).toBeNull();
  });

  it.each([
    ['half of an emoji', '😀', { start: 0, end: 1 }, { start: 0, end: 2 }],
    ['a letter without its accent', 'cafe\u0301!', { start: 0, end: 4 }, { start: 0, end: 5 }],
    ['one of a family', '👩‍👧 ok', { start: 0, end: 2 }, { start: 0, end: 5 }],
    ['an Arabic letter without its mark', 'بِ', { start: 0, end: 1 }, { start: 0, end: 2 }],
  ])('widens %s', (_what, text, range, expected) => {
    expect(exactSpan(text, range)).toEqual(expected);
  });

  it('always lies in the text, is never empty and cuts no character in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.nat(45),
        fc.nat(45),
        (text, start, length) => {
          const span = exactSpan(text, { start, end: start + length });
          if (!span) return;
          const boundaries = [...new Intl.Segmenter('en').segment(text)].map(({ index }) => index);
          expect(span.start).toBeLessThan(span.end);
          expect(boundaries).toContain(span.start);
          expect([...boundaries, text.length]).toContain(span.end);
        },
      ),
    );
  });
});
