import { NO_COUNTS, progressOf, sumOf } from './import-progress.js';

describe('the progress of an import', () => {
  const run = { counts: { ...NO_COUNTS, read: 20_000 }, bytesDone: 1_000_000, bytesTotal: 4_000_000 };

  it('a quarter through after 2 s has 6 s to go', () => {
    expect(progressOf(run, 2_000)).toEqual({ share: 0.25, rowsPerSecond: 10_000, secondsLeft: 6 });
  });

  it('promises nothing before it has a pace', () => {
    const start = { counts: NO_COUNTS, bytesDone: 0, bytesTotal: 4_000_000 };
    expect(progressOf(start, 0)).toEqual({ share: 0, rowsPerSecond: 0, secondsLeft: null });
  });

  it('of a file of unknown size has a pace and no end', () => {
    expect(progressOf({ ...run, bytesTotal: null }, 2_000)).toEqual({
      share: null,
      rowsPerSecond: 10_000,
      secondsLeft: null,
    });
  });
});

it('counts add up field by field', () => {
  const batch = { ...NO_COUNTS, read: 3, imported: 2, rejected: 1 };
  expect(sumOf(batch, batch)).toEqual({ ...NO_COUNTS, read: 6, imported: 4, rejected: 2 });
});
