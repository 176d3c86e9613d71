import type { Span } from '../analyzer/analysis.js';

const AT_SIGN = /[@\uff20\ufe6b]/g;
/** What may stand before the sign: letters of every script (as single code units) and the marks RFC 5322 allows. */
const LOCAL = /[\p{L}\p{M}\p{N}\p{Surrogate}!#$%&'*+\-/=?^_`{|}~.]/u;
const DOMAIN = /\[[^\s[\]]{1,64}\]|[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._-]*/uy;

/** Where a text has e-mail addresses, in its order; also such as no server would take. Linear in its length. */
export function emailAddressesIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { index: at } of text.matchAll(AT_SIGN)) {
    const start = localStart(text, at, found.at(-1)?.end ?? 0);
    DOMAIN.lastIndex = at + 1;
    if (start === at || !DOMAIN.test(text)) continue;
    found.push({ start, end: withoutFullStops(text, DOMAIN.lastIndex) });
  }
  return found;
}

function localStart(text: string, at: number, floor: number): number {
  let start = at;
  while (start > floor && LOCAL.test(text[start - 1]!)) start--;
  return start;
}

/** The end of a sentence is not part of the address in it. */
function withoutFullStops(text: string, end: number): number {
  let last = end;
  while (text[last - 1] === '.') last--;
  return last;
}
