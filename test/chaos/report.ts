import type { ChaosReport, Recovery } from './chaos.js';

/** Violations of one claim that are shown; the rest is counted. */
const SHOWN = 10;

/** The report as a person reads it. */
export function render({
  accepted,
  statuses,
  webhooks,
  recoveries,
  findings,
  evidence,
}: ChaosReport): string {
  const answers = Object.entries(statuses).map(([status, n]) => `${n} × ${status === '0' ? 'none' : status}`);
  return [
    '',
    `${accepted} responses accepted; answers: ${answers.join(', ')}`,
    `${webhooks.received} webhooks received, ${webhooks.refused} of them refused on purpose`,
    '',
    ...recoveryTable(recoveries),
    '',
    ...findings.flatMap(({ claim, checked, violations }) => [
      `${violations.length === 0 ? 'holds' : 'FAILS'}  ${claim} (${checked} checked)`,
      ...violations.slice(0, SHOWN).map((violation) => `         ${violation}`),
      ...(violations.length > SHOWN ? [`         … and ${violations.length - SHOWN} more`] : []),
    ]),
    ...(evidence ? ['', `Logs and data of this run are in ${evidence}`] : []),
    '',
  ].join('\n');
}

function recoveryTable(recoveries: Recovery[]): string[] {
  const byFaults = new Map<string, Recovery[]>();
  for (const recovery of recoveries) {
    const name = recovery.faults.length === 1 ? recovery.faults[0]! : 'two of them at once';
    byFaults.set(name, [...(byFaults.get(name) ?? []), recovery]);
  }
  const rows = [...byFaults].map(([name, all]) => [
    name,
    String(all.length),
    ...spread(all.map(({ silenceMs }) => silenceMs)),
    ...spread(all.map(({ takeOverMs }) => takeOverMs)),
  ]);
  const header = ['fault', 'times', 'intake silent', 'at worst', 'work taken over', 'at worst'];
  return aligned([header, ...rows.sort(([a], [b]) => (a! < b! ? -1 : 1))]);
}

/** Median and maximum, in seconds. */
function spread(timesMs: number[]): [string, string] {
  const sorted = timesMs.toSorted((a, b) => a - b);
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  return [seconds(sorted[Math.floor(sorted.length / 2)]!), seconds(sorted.at(-1)!)];
}

function aligned(rows: string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('   '),
  );
}
