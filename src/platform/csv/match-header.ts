/** A field that a column may hold, and what people call it. */
export interface WantedField<Field extends string> {
  field: Field;
  synonyms: readonly string[];
  /** Whether a column that is only nearly called so counts; not for ids, where `Contract ID` is no `Contact ID`. */
  allowsNearMiss: boolean;
}

export interface HeaderMatches<Field extends string> {
  /** The column of each field found, counted from 0. */
  columns: Map<Field, number>;
  /** One sentence for each match. */
  explanations: string[];
  /** One sentence for each field that several columns, or column that several fields, lay equal claim to. */
  doubts: string[];
}

/** A near miss takes names at least this long: among short names, one letter makes another word (`store`, `score`). */
const NEAR_MISS_MIN_CHARS = 6;
/** Comparing two names takes time in the square of their length; beyond this nobody reads them either. */
const COMPARED_CHARS = 100;

/** Letters and digits alone, in lower case and without accents: `Comment ID`, `comment_id`, `commentId` are one. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

interface Claim<Field extends string> {
  field: Field;
  column: number;
}

/** How well a header may fit a field, the strongest claim first. */
const CLAIMS: { says: string; isMade: (name: string, wanted: WantedField<string>) => boolean }[] = [
  { says: 'is the name of', isMade: (name, { field }) => name === plainName(field) },
  {
    says: 'is another name of',
    isMade: (name, { synonyms }) => synonyms.some((other) => name === plainName(other)),
  },
  {
    says: 'is nearly a name of',
    isMade: (name, { field, synonyms, allowsNearMiss }) =>
      allowsNearMiss && [field, ...synonyms].some((other) => isNearMiss(name, plainName(other))),
  },
];

/**
 * Finds for each wanted field the one header that names it: by the field's own name, else by a synonym, else by a name
 * one letter off. A field with two equally good headers, and a header good for two fields, are left out as doubts.
 */
export function matchHeaders<Field extends string>(
  headers: readonly string[],
  wanted: readonly WantedField<Field>[],
): HeaderMatches<Field> {
  const matches: HeaderMatches<Field> = { columns: new Map(), explanations: [], doubts: [] };
  const names = headers.map(plainName);
  const columns = new Set(names.keys());
  const open = new Set(wanted);
  const told = ({ column, field }: Claim<Field>) => `“${headers[column]}” as ${field}`;
  for (const { says, isMade } of CLAIMS) {
    const claims = [...open].flatMap((want) =>
      [...columns]
        .filter((column) => isMade(names[column]!, want))
        .map((column) => ({ field: want.field, column })),
    );
    for (const claim of claims) {
      const { field, column } = claim;
      const rivals = claims.filter((other) => (other.field === field) !== (other.column === column));
      if (rivals.length === 0) {
        matches.columns.set(field, column);
        matches.explanations.push(`“${headers[column]}” ${says} ${field}`);
      } else matches.doubts.push(`${told(claim)} is as likely as ${rivals.map(told).join(' and ')}`);
      columns.delete(column);
      for (const want of open) if (want.field === field) open.delete(want);
    }
  }
  return matches;
}

/** The candidate that a person who wrote this name most likely meant; null when none is alike. */
export function nearest(name: string, candidates: readonly string[]): string | null {
  const plain = plainName(name).slice(0, COMPARED_CHARS);
  let best: { candidate: string; edits: number } | null = null;
  for (const candidate of candidates) {
    const other = plainName(candidate).slice(0, COMPARED_CHARS);
    const edits = editDistance(plain, other);
    const isAlike = edits < Math.max(plain.length, other.length) / 3;
    if (isAlike && edits < (best?.edits ?? Infinity)) best = { candidate, edits };
  }
  return best?.candidate ?? null;
}

function isNearMiss(name: string, other: string): boolean {
  const isLongEnough = Math.min(name.length, other.length) >= NEAR_MISS_MIN_CHARS;
  return isLongEnough && Math.abs(name.length - other.length) <= 1 && editDistance(name, other) === 1;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other (Damerau 1964). */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = last[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1);
      let edits = Math.min(last[column]! + 1, current[column - 1]! + 1, replaced);
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        edits = Math.min(edits, beforeLast[column - 2]! + 1);
      current.push(edits);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length]!;
}
