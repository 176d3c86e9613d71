/** Analysed in one go, in characters: some tens of milliseconds, after which others have their turn. */
export const SLICE_CHARS = 20_000;

/** The texts in their order, cut into slices of about `SLICE_CHARS`; a longer text is a slice of its own. */
export function slicesOf<Text>(texts: Text[], lengthOf: (text: Text) => number): Text[][] {
  const slices: Text[][] = [];
  let room = 0;
  for (const text of texts) {
    const length = lengthOf(text);
    if (slices.length === 0 || length > room) {
      slices.push([]);
      room = SLICE_CHARS;
    }
    slices.at(-1)!.push(text);
    room -= length;
  }
  return slices;
}
