import type { Span } from '../analyzer/analysis.js';

/** What is wrong with a span that somebody named in a text; null when nothing is. */
export function spanFault({ start, end }: Span, text: string): string | null {
  if (start >= end) return 'must end after it starts';
  if (end > text.length) return `must end within the text, which has ${text.length} UTF-16 code units`;
  if (cutsCharacter(start, text) || cutsCharacter(end, text)) return 'must not cut a character in two';
  return null;
}

/** All of a text but the blanks around it. */
export function wholeOf(text: string): Span {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return start < end ? { start, end } : { start: 0, end: text.length };
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Whether a place lies between the two halves of a surrogate pair. */
function cutsCharacter(place: number, text: string): boolean {
  return place > 0 && place < text.length && text.codePointAt(place - 1)! > 0xffff;
}
