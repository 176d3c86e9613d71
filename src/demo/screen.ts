import { stripVTControlCharacters, styleText } from 'node:util';
import { clipped } from './text.js';

export type Format = Parameters<typeof styleText>[0];

/** Of a line where nobody says how wide it may be, as in a log, in characters. */
const USUAL_WIDTH = 110;
/** Wider lines are hard to read. */
const MAX_WIDTH = 140;
/** How often what changes is written where it cannot be overwritten, in milliseconds. */
const LOG_STATUS_MS = 5_000;

/** Where the demo shows itself: lines that stay and, on a terminal, a last line that changes. */
export class Screen {
  private lastLine = '';
  private loggedAt = performance.now();
  private isOpen = true;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly hasColours: boolean,
  ) {}

  get width(): number {
    return Math.min(MAX_WIDTH, (this.stream.columns || USUAL_WIDTH) - 1);
  }

  /** Text as it looks here: coloured or plain. */
  paint(format: Format, text: string): string {
    return this.hasColours ? styleText(format, text) : text;
  }

  /** Writes lines that stay. */
  say(...lines: string[]): void {
    this.write(lines.map((line) => `${line}\n`).join(''));
  }

  /** Shows how things stand; in a log only every few seconds. */
  showStatus(line: string): void {
    this.lastLine = line;
    if (this.stream.isTTY) return this.write('');
    if (performance.now() - this.loggedAt < LOG_STATUS_MS) return;
    this.loggedAt = performance.now();
    this.write(`${line}\n`);
  }

  /** Takes the line that changes away. */
  endStatus(): void {
    this.lastLine = '';
    if (this.stream.isTTY) this.write('');
  }

  /** Nothing is shown from now on. */
  close(): void {
    this.endStatus();
    this.isOpen = false;
  }

  private write(text: string): void {
    if (!this.isOpen) return;
    const above = this.stream.isTTY ? `\r\u001b[K${text}${this.fitting(this.lastLine)}` : text;
    this.stream.write(above);
  }

  /** A line that wrapped could not be overwritten. */
  private fitting(line: string): string {
    return stripVTControlCharacters(line).length > this.width ? clipped(line, this.width) : line;
  }
}
