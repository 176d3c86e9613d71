import fc from 'fast-check';
import { clipped, wrapped } from './text.js';

describe('a text that is too long', () => {
  it('is cut, and shows it', () => {
    expect(clipped('due in 2 days', 13)).toBe('due in 2 days');
    expect(clipped('due in 2 days', 10)).toBe('due in 2…');
  });

  it('goes on in the next line, between two words', () => {
    expect(wrapped('The invoice was wrong.', 12)).toEqual(['The invoice', 'was wrong.']);
    expect(wrapped('Zufriedenstellend, ja.', 8)).toEqual(['Zufriedenstellend,', 'ja.']);
  });

  it('keeps every word, and no line is longer than asked unless one word is', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(40), (text, length) => {
        const lines = wrapped(text, length);
        expect(lines.join(' ')).toBe(text);
        expect(lines.every((line) => line.length <= length || !line.trim().includes(' '))).toBe(true);
      }),
    );
  });
});
