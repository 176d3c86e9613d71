import { SLICE_CHARS, slicesOf } from './slices.js';

const sliced = (...lengths: number[]) => slicesOf(lengths, (length) => length);

describe('texts to analyse', () => {
  it('go together while they are short', () => expect(sliced(10, 20, 30)).toEqual([[10, 20, 30]]));
  it('are cut where they grow long', () =>
    expect(sliced(SLICE_CHARS, 1, SLICE_CHARS)).toEqual([[SLICE_CHARS], [1], [SLICE_CHARS]]));
  it('are never dropped for being too long', () =>
    expect(sliced(1, 3 * SLICE_CHARS)).toEqual([[1], [3 * SLICE_CHARS]]));
  it('may be none', () => expect(sliced()).toEqual([]));
});
