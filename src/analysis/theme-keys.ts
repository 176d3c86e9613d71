import { type Counted, countedFor } from '../themes/theme-tree.js';

/**
 * By the id of each theme, the keys a mention of it goes by: that of the theme and of all it is nested in, so that what
 * is said of a part is said of the whole, and those of themes merged into one of them, so that a rule written before
 * goes on finding what it found.
 */
export function themeKeys(themes: readonly (Counted & { key: string })[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { id, mergedIntoId, key } of themes) {
    const itself = mergedIntoId ?? id;
    names.set(itself, [...(names.get(itself) ?? []), key]);
  }
  const keys = new Map<string, string[]>();
  for (const [id, path] of countedFor(themes))
    keys.set(
      id,
      path.flatMap((place) => names.get(place) ?? []),
    );
  return keys;
}
