/** Columns as wide as they need to be: words to the left, numbers to the right. */
export function aligned(rows: string[][]): string[] {
  const widths = rows[0]!.map((_head, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[0]!)))
      .join('  ')
      .trimEnd(),
  );
}
