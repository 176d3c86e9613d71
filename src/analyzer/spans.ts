import type { Span } from './analysis.js';

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Below, every character but a line feed after a carriage return stands for itself. */
const FIRST_COMBINING = 0x300;

/**
 * The range without the white space around it, widened to whole characters as a reader sees them (no half surrogate pair,
 * no accent or emoji taken apart); null when nothing but white space is left.
 */
export function exactSpan(text: string, { start, end }: Span): Span | null {
  let [from, to] = [Math.max(0, start), Math.min(text.length, end)];
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  if (from >= to) return null;
  return { start: boundaryAtOrBefore(text, from), end: boundaryAtOrAfter(text, to) };
}

function isSpace(code: number): boolean {
  if (code <= 0x20) return true;
  return code >= 0x7f && /[\s\p{Cc}]/u.test(String.fromCharCode(code));
}

function boundaryAtOrBefore(text: string, at: number): number {
  if (isPlainBoundary(text, at)) return at;
  return GRAPHEMES.segment(text).containing(at)!.index;
}

function boundaryAtOrAfter(text: string, at: number): number {
  if (isPlainBoundary(text, at)) return at;
  const { index, segment } = GRAPHEMES.segment(text).containing(at)!;
  return index === at ? at : index + segment.length;
}

function isPlainBoundary(text: string, at: number): boolean {
  if (at === 0 || at >= text.length) return true;
  return text.charCodeAt(at - 1) < FIRST_COMBINING && text.charCodeAt(at) < FIRST_COMBINING;
}
