import { readFileSync } from 'node:fs';

/** A file is missing, or is not of the form it should have; the message names the place. */
export class UnreadableData extends Error {}

export function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UnreadableData(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}

/** The file as text, without a byte order mark. */
export function textOf(file: string): string {
  return bytesOf(file)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

/** Its lines, but for the empty ones. */
export function linesOf(file: string): string[] {
  return textOf(file)
    .split(/\r?\n/)
    .filter((line) => line !== '');
}
