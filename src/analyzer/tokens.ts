import type { Span } from './analysis.js';

/** A word, a number, an emoji or a whole URL, as a range of UTF-16 code units. */
export type Token = Span;

/** About 20 pages; what stands beyond is not read. Bounds the time and memory of one text. */
export const MAX_TOKENS = 8_192;

const LINK = String.raw`(?:https?:\/\/|www\.)[^\s<>"]+`;
const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*`;
// A flag; or a pictograph with its skin tone, variation and tags, and those joined to it.
const PICTOGRAPH = String.raw`\p{Extended_Pictographic}(?:\p{EMod}|\u{FE0F}|\u{20E3}|[\u{E0020}-\u{E007F}])*`;
const EMOJI = String.raw`\p{Regional_Indicator}{1,2}|${PICTOGRAPH}(?:\u{200D}${PICTOGRAPH})*`;
// No two of its parts can match the same character in two ways, so that it never goes back far.
const TOKEN = new RegExp(`${LINK}|${WORD}|${EMOJI}`, 'giu');

/** The tokens of a text in order, at most `MAX_TOKENS`; never half a surrogate pair. Linear in the length of the text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    tokens.push({ start: index, end: index + token.length });
    if (tokens.length === MAX_TOKENS) break;
  }
  return tokens;
}
