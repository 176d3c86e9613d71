/** What became of the rows of a file so far. */
export interface ImportCounts {
  read: number;
  imported: number;
  /** Taken in before, by an earlier import or an earlier row. */
  duplicates: number;
  /** Said nothing. */
  skipped: number;
  rejected: number;
  /** Rows taken in without the score that stood in them, because it is not on the stated scale. */
  scoresUnread: number;
  /** Rows taken in whose day was decided by the stated order of day and month alone. */
  datesAmbiguous: number;
}

export interface Progress {
  /** Of the file's bytes, from 0 to 1; null while its size is not known. */
  share: number | null;
  rowsPerSecond: number;
  /** At the pace so far; null while there is none to tell from. */
  secondsLeft: number | null;
}

export const NO_COUNTS: ImportCounts = {
  read: 0,
  imported: 0,
  duplicates: 0,
  skipped: 0,
  rejected: 0,
  scoresUnread: 0,
  datesAmbiguous: 0,
};

export function sumOf(some: ImportCounts, more: ImportCounts): ImportCounts {
  const fields = Object.keys(NO_COUNTS) as (keyof ImportCounts)[];
  return Object.fromEntries(
    fields.map((field) => [field, some[field] + more[field]]),
  ) as unknown as ImportCounts;
}

/** How far an import is after so many milliseconds. */
export function progressOf(
  run: { counts: ImportCounts; bytesDone: number; bytesTotal: number | null },
  elapsedMs: number,
): Progress {
  const seconds = elapsedMs / 1_000;
  const share = run.bytesTotal === null ? null : run.bytesTotal === 0 ? 1 : run.bytesDone / run.bytesTotal;
  const secondsLeft = share === null || share === 0 ? null : Math.round((seconds / share) * (1 - share));
  const rowsPerSecond = seconds > 0 ? Math.round(run.counts.read / seconds) : 0;
  return { share, rowsPerSecond, secondsLeft };
}
