import { type ImportCounts, progressOf } from '../imports/import-progress.js';

/** How often the line is renewed on a terminal, and how often a new one is written to a log, in milliseconds. */
const TERMINAL_MS = 200;
const LOG_MS = 5_000;

/** Says on stderr how far an import is: on a terminal in one line that changes, elsewhere in a line every few seconds. */
export class ProgressLine {
  private readonly startedAt = performance.now();
  private saidAt = performance.now();
  private length = 0;

  constructor(private readonly stream: NodeJS.WriteStream = process.stderr) {}

  show(run: { counts: ImportCounts; bytesDone: number; bytesTotal: number }): void {
    const now = performance.now();
    if (now - this.saidAt < (this.stream.isTTY ? TERMINAL_MS : LOG_MS)) return;
    this.saidAt = now;
    const { share, rowsPerSecond, secondsLeft } = progressOf(run, now - this.startedAt);
    const parts = [
      `${(100 * (share ?? 0)).toFixed(0)} %`,
      `${run.counts.read.toLocaleString('en')} rows`,
      `${rowsPerSecond.toLocaleString('en')}/s`,
      secondsLeft === null ? '' : `${asTime(secondsLeft)} left`,
      run.counts.rejected > 0 ? `${run.counts.rejected.toLocaleString('en')} rejected` : '',
    ];
    this.write(parts.filter(Boolean).join(' · '));
  }

  /** Leaves the terminal clean for what follows. */
  end(): void {
    if (this.length > 0) this.stream.write(`\r${' '.repeat(this.length)}\r`);
  }

  private write(line: string): void {
    if (!this.stream.isTTY) return void this.stream.write(`${line}\n`);
    this.stream.write(`\r${line.padEnd(this.length)}`);
    this.length = line.length;
  }
}

function asTime(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
