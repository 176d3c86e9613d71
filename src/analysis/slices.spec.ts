import { SLICE_CHARS, slicesOf } from './slices.js';

const written = (...lengths: number[]) =>
  lengths.map((length) => ({
    verbatim: { text: 'x'.repeat(length), question: null, language: null, score: null },
  }));
const lengthsOf = (...lengths: number[]) =>
  slicesOf(written(...lengths)).map((slice) => slice.map(({ verbatim }) => verbatim.text.length));

describe('texts to analyse', () => {
  it('go together while they are short', () => expect(lengthsOf(10, 20, 30)).toEqual([[10, 20, 30]]));
  it('are cut where they grow long', () =>
    expect(lengthsOf(SLICE_CHARS, 1, SLICE_CHARS)).toEqual([[SLICE_CHARS], [1], [SLICE_CHARS]]));
  it('are never dropped for being too long', () =>
    expect(lengthsOf(1, 3 * SLICE_CHARS)).toEqual([[1], [3 * SLICE_CHARS]]));
  it('may be none', () => expect(lengthsOf()).toEqual([]));
});
