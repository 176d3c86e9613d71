/** A place in a text, in UTF-16 code units, `end` exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** Put before and after a word found. Of the private use area: where a text holds them itself they become spaces. */
export const MARKS = { start: '\ue000', end: '\ue001' } as const;

/** More of one text help nobody to find the place. */
export const MAX_HIGHLIGHTS = 50;

/** Where the marked words stand in the text without its marks; none when the marked text is not the text. */
export function highlightsIn(marked: string, text: string): Range[] {
  const ranges: Range[] = [];
  let [marks, start] = [0, 0];
  for (const { 0: mark, index } of marked.matchAll(/[\ue000\ue001]/g)) {
    const at = index - marks++;
    if (mark === MARKS.start) start = at;
    else ranges.push({ start, end: at });
  }
  return marked.length - marks === text.length ? ranges.slice(0, MAX_HIGHLIGHTS) : [];
}
