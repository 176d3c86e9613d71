import type { Written } from './written.js';

/** Analysed in one go, in characters: some tens of milliseconds, after which others have their turn. */
export const SLICE_CHARS = 20_000;

/** The texts in their order, cut into slices of about `SLICE_CHARS`; a longer text is a slice of its own. */
export function slicesOf<One extends Pick<Written, 'verbatim'>>(written: One[]): One[][] {
  const slices: One[][] = [];
  let room = 0;
  for (const one of written) {
    const { length } = one.verbatim.text;
    if (slices.length === 0 || length > room) {
      slices.push([]);
      room = SLICE_CHARS;
    }
    slices.at(-1)!.push(one);
    room -= length;
  }
  return slices;
}
