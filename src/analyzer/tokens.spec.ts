import fc from 'fast-check';
import { MAX_TOKENS, tokensOf } from './tokens.js';

const words = (text: string) => tokensOf(text).map(({ start, end }) => text.slice(start, end));

describe('tokensOf', () => {
  it.each([
    ['words keep their apostrophes', "it's O’Brien's, don't", ["it's", "O’Brien's", "don't"]],
    ['a quote is not part of the word', "'good' 'bad'", ['good', 'bad']],
    ['numbers are tokens', 'waited 45 min, 2nd time', ['waited', '45', 'min', '2nd', 'time']],
    ['a link is one token', 'see https://a.example/x?y=1#z, ok', ['see', 'https://a.example/x?y=1#z,', 'ok']],
    ['letters carry their marks', 'cafe\u0301 n\u0303', ['cafe\u0301', 'n\u0303']],
    ['words from right to left', 'שלום עולם', ['שלום', 'עולם']],
    ['an emoji is one token, whatever joins it', '👍🏽 👩‍👩‍👧 🇩🇪❤️', ['👍🏽', '👩‍👩‍👧', '🇩🇪', '❤️']],
    ['letters beyond the basic plane', '𝒳𝒴 z', ['𝒳𝒴', 'z']],
    ['half a surrogate pair is none', 'a\ud83d b\udc4d', ['a', 'b']],
    ['marks without a letter are none', '... \u0301 !?', []],
    ['tags of pasted HTML lose their brackets', '<p class="x">Hi</p>', ['p', 'class', 'x', 'Hi', 'p']],
    ['nothing has none', '', []],
  ])('%s', (_case, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('reads no further than its limit', () => {
    expect(tokensOf('a '.repeat(MAX_TOKENS + 5))).toHaveLength(MAX_TOKENS);
  });

  it.each([
    ['one word', 'a'.repeat(1e6)],
    ['one link', `https://${'a'.repeat(1e6)}`],
    ['beginnings of links', 'https:/'.repeat(140_000)],
    ['apostrophes', "a'".repeat(500_000)],
    ['emoji', '😀'.repeat(500_000)],
    ['joined emoji', '👩‍'.repeat(300_000)],
    ['control characters', '\u0001'.repeat(1e6)],
    ['marks', `a${'\u0301'.repeat(1e6)}`],
    ['halves of surrogate pairs', '\ud83d'.repeat(1e6)],
  ])('gets through a million characters of %s', (_what, text) => {
    expect(tokensOf(text).length).toBeLessThanOrEqual(MAX_TOKENS);
  });

  it('gives ranges inside the text, in order, apart, and never through a surrogate pair', () => {
    const isSplit = (text: string, at: number) =>
      /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        let before = 0;
        for (const { start, end } of tokensOf(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(isSplit(text, start) || isSplit(text, end)).toBe(false);
          before = end;
        }
      }),
    );
  });
});
