/** Levels of themes, the top one included: a topic, its parts, and theirs. */
export const MAX_LEVELS = 3;

/** A theme as far as its place among the others goes. */
export interface Placed {
  id: string;
  parentId: string | null;
}

/** A theme as far as it tells what its mentions count for. */
export interface Counted extends Placed {
  mergedIntoId: string | null;
}

export type TreeFault = 'circle' | 'too_deep';

/** What is wrong with the themes as they are nested, `null` when nothing is. A parent that is not among them is none. */
export function treeFault(themes: readonly Placed[]): TreeFault | null {
  const paths = themes.map((theme) => pathOf(theme, byId(themes)));
  if (paths.includes(null)) return 'circle';
  return paths.some((path) => path!.length > MAX_LEVELS) ? 'too_deep' : null;
}

/**
 * The themes as they are nested once `from` is merged into `into`: what is nested in the one comes under the other,
 * which takes the place of the one when it was somewhere below it.
 */
export function afterMerge<T extends Placed>(themes: readonly T[], fromId: string, intoId: string): T[] {
  const index = byId(themes);
  const from = index.get(fromId)!;
  const isBelow = pathOf(index.get(intoId)!, index)?.includes(fromId) ?? false;
  const parentOf = ({ id, parentId }: T) => {
    if (id === intoId) return isBelow ? from.parentId : parentId;
    return parentId === fromId ? intoId : parentId;
  };
  return themes
    .filter(({ id }) => id !== fromId)
    .map((theme) => Object.assign({}, theme, { parentId: parentOf(theme) }));
}

/**
 * For each theme those its mentions count for: itself, or the theme it was merged into, and all that this is nested
 * in, the nearest first.
 */
export function countedFor(themes: readonly Counted[]): Map<string, string[]> {
  const index = byId(themes);
  return new Map(
    themes.map((theme) => {
      const now = index.get(theme.mergedIntoId ?? theme.id) ?? theme;
      return [theme.id, pathOf(now, index) ?? [now.id]];
    }),
  );
}

/** From the theme up to the top; `null` when that never ends. */
function pathOf(theme: Placed, index: ReadonlyMap<string, Placed>): string[] | null {
  const path: string[] = [];
  for (let at: Placed | undefined = theme; at; at = index.get(at.parentId ?? '')) {
    if (path.includes(at.id)) return null;
    path.push(at.id);
  }
  return path;
}

function byId<T extends { id: string }>(themes: readonly T[]): Map<string, T> {
  return new Map(themes.map((theme) => [theme.id, theme]));
}
