import type { ImportRun } from '../imports/import-run.entity.js';
import type { Rejection } from '../imports/imports.queries.js';

/** What came of an import, for people. */
export function summaryOf(run: ImportRun, shown: Rejection[], reportPath: string | null): string {
  const blocks = [columnsOf(run), sampleOf(run), countsOf(run), rejectionsOf(run, shown, reportPath)];
  if (run.error) blocks.push(`The import failed: ${run.error.detail}`);
  if (run.isDryRun) blocks.push('This was a dry run: nothing was kept.');
  return blocks.filter(Boolean).join('\n\n');
}

function columnsOf({ columns }: ImportRun): string {
  if (!columns) return '';
  const width = Math.max(0, ...columns.fields.map(({ field }) => field.length));
  const lines = columns.fields.map(({ field, column }) => `  ${field.padEnd(width)}  ${column}`);
  const properties = columns.properties.length;
  if (properties > 0)
    lines.push(`  ${properties} other ${properties === 1 ? 'column' : 'columns'} kept as properties`);
  return ['Columns', ...lines, ...columns.notes.map((note) => `  (${note})`)].join('\n');
}

function sampleOf({ sample }: ImportRun): string {
  if (!sample?.length) return '';
  return ['First rows', ...sample.map((row) => `  ${JSON.stringify(row)}`)].join('\n');
}

function countsOf({ counts, isDryRun, progress }: ImportRun): string {
  const lines: [string, number, string?][] = [
    ['rows read', counts.read, `${progress.rowsPerSecond.toLocaleString('en')} rows/s`],
    [isDryRun ? 'would be imported' : 'imported', counts.imported],
    ['  without their score', counts.scoresUnread, 'it is not on the scale'],
    ['  with a doubtful date', counts.datesAmbiguous, '--date-order decided it'],
    ['there already', counts.duplicates],
    ['skipped', counts.skipped, 'they say nothing'],
    ['rejected', counts.rejected],
  ];
  const shown = lines.filter(([label, count]) => count > 0 || !label.startsWith(' '));
  return shown
    .map(([label, count, why]) => {
      const row = `${label.padEnd(22)} ${count.toLocaleString('en').padStart(12)}`;
      return why && count > 0 ? `${row}  (${why})` : row;
    })
    .join('\n');
}

function rejectionsOf({ counts }: ImportRun, shown: Rejection[], reportPath: string | null): string {
  if (counts.rejected === 0) return '';
  if (reportPath) return `Rejected rows are listed in ${reportPath}`;
  const lines = shown.map(
    ({ line, column, reason }) => `  line ${line}${column ? `, ${column}` : ''}: ${reason}`,
  );
  const more = counts.rejected - shown.length;
  if (more > 0) lines.push(`  … and ${more.toLocaleString('en')} more; --report FILE lists them all`);
  return ['Rejected rows', ...lines].join('\n');
}
