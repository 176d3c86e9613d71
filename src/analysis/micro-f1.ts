/** How often labels were found that are there, found that are not there, and missed; over all labels together. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

export function tallyOf(pairs: readonly { found: readonly string[]; truth: readonly string[] }[]): Tally {
  const tally = { right: 0, wrong: 0, missed: 0 };
  for (const { found, truth } of pairs) {
    const right = found.filter((label) => truth.includes(label)).length;
    tally.right += right;
    tally.wrong += found.length - right;
    tally.missed += truth.length - right;
  }
  return tally;
}

/** The micro-averaged F1: 2 × right / (2 × right + wrong + missed), from 0 to 1; 1 where there is nothing to find and nothing was found. */
export function microF1({ right, wrong, missed }: Tally): number {
  const all = 2 * right + wrong + missed;
  return all === 0 ? 1 : (2 * right) / all;
}
