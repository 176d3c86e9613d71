/** What stands beyond is not analysed: about three pages, and a few milliseconds. */
export const MAX_ANALYZED_CHARS = 10_000;

const BREAKING = 'br|p|div|li|ul|ol|tr|td|th|table|h[1-6]|section|article|blockquote|hr|script|style';
const HIDDEN = String.raw`<(script|style)\b[^>]*>[^<]*(?:<(?!\/\1\b)[^<]*)*`;
const COMMENT = String.raw`<!--[\s\S]*?-->`;
const TAG = String.raw`<\/?[a-z][^<>]*>`;
const ENTITY = String.raw`&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31});`;
const MARKUP = new RegExp([HIDDEN, COMMENT, TAG, ENTITY].join('|'), 'gi');
const BREAKS = new RegExp(String.raw`^<\/?(?:${BREAKING})\b`, 'i');
// Line breaks and tabs stay; bidirectional marks and invisible joiners belong to the words around them.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffc\ufffd]/g;

/**
 * The part of a text that is analysed, as it reads: markup and control characters made into as many spaces (line breaks
 * where a tag breaks the line), so that every offset is one of the text itself. Bounded by the length of the part.
 */
export function readableOf(text: string): string {
  const part = text.length > MAX_ANALYZED_CHARS ? text.slice(0, lastBoundary(text)) : text;
  const plain = part.replace(CONTROL, ' ');
  return plain.includes('<') || plain.includes('&') ? plain.replace(MARKUP, blank) : plain;
}

function blank(markup: string): string {
  return BREAKS.test(markup) ? `\n${' '.repeat(markup.length - 1)}` : ' '.repeat(markup.length);
}

/** Where to end without cutting a pair of surrogates. */
function lastBoundary(text: string): number {
  const last = text.charCodeAt(MAX_ANALYZED_CHARS - 1);
  return last >= 0xd800 && last < 0xdc00 ? MAX_ANALYZED_CHARS - 1 : MAX_ANALYZED_CHARS;
}
