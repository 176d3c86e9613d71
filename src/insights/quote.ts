/** Words of a verbatim with a little of what stands around them. */
export interface Quote {
  /** What comes before, cut between words and begun with … when there is more. */
  before: string;
  /** The words themselves, exactly as they were written. */
  exact: string;
  /** What comes after, cut between words and ended with … when there is more. */
  after: string;
}

/** Of what stands before and after, in UTF-16 code units: about eight words. */
const CONTEXT_CHARS = 60;
/** Of the words themselves; longer ones, without a space for so long, are cut. */
const EXACT_CHARS = 500;

/** Quotes a span, given in UTF-16 code units, `end` exclusive. Line breaks around it become spaces. */
export function quoteOf(text: string, start: number, end: number): Quote {
  const exact = wellFormed(text.slice(start, Math.min(end, start + EXACT_CHARS)));
  const [before, after] = [text.slice(0, start), text.slice(start + exact.length)];
  return { before: lastWords(before), exact, after: firstWords(after) };
}

function firstWords(text: string): string {
  if (text.length <= CONTEXT_CHARS) return inOneLine(wellFormed(text)).trimEnd();
  const cut = text.slice(0, CONTEXT_CHARS);
  return `${inOneLine(wellFormed(cut.replace(/\S+$/u, '') || cut)).trimEnd()}…`;
}

function lastWords(text: string): string {
  if (text.length <= CONTEXT_CHARS) return inOneLine(wellFormed(text)).trimStart();
  const cut = text.slice(-CONTEXT_CHARS);
  return `…${inOneLine(wellFormed(cut.replace(/^\S+/u, '') || cut)).trimStart()}`;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** Without the half of a surrogate pair that a cut may leave at either end. */
function wellFormed(text: string): string {
  return text.replace(/^\p{Surrogate}|\p{Surrogate}$/gu, '');
}
