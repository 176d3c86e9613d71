import fc from 'fast-check';
import { quoteOf } from './quote.js';

describe('a quote', () => {
  it('is the exact words with what stands around them', () => {
    const text = 'I like it,\nbut the  price is far too high for us.';
    const start = text.indexOf('price');
    expect(quoteOf(text, start, start + 'price is far too high'.length)).toEqual({
      before: 'I like it, but the ',
      exact: 'price is far too high',
      after: ' for us.',
    });
  });

  it('cuts what is around it between words', () => {
    const text = `${'before '.repeat(20)}here${' after'.repeat(20)}`;
    const { before, after } = quoteOf(text, text.indexOf('here'), text.indexOf('here') + 4);
    expect(before).toMatch(/^…(before )+$/);
    expect(after).toMatch(/^( after)+…$/);
  });

  it('is well formed and short for whatever text and span', () => {
    const texts = fc.array(fc.constantFrom('a', ' ', '😀', 'é', '\n', 'word '), { maxLength: 400 });
    fc.assert(
      fc.property(texts, fc.nat(500), fc.nat(1_000), (parts, from, length) => {
        const text = parts.join('');
        const { before, exact, after } = quoteOf(text, from, from + length);
        for (const part of [before, exact, after]) expect(part.isWellFormed()).toBe(true);
        expect(before.length + after.length).toBeLessThanOrEqual(122);
        expect(text).toContain(exact);
      }),
    );
  });
});
