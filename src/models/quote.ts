import type { Span } from '../analyzer/analysis.js';

/** Where a text has exactly these words, the first time; null when it does not, or they are none. */
export function spanOfQuote(text: string, quote: string): Span | null {
  if (quote.trim() === '' || !quote.isWellFormed()) return null; // half a character is no quote
  const start = text.indexOf(quote);
  return start < 0 ? null : { start, end: start + quote.length };
}
