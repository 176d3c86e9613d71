import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { Invalid } from '../errors.js';
import { Omittable } from './omittable.js';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** Query parameters of every list. Lists are read by key, so rows added meanwhile shift nothing. */
export class PageQuery {
  /** Most items to return. */
  @Omittable()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_LIMIT)
  limit: number = DEFAULT_LIMIT;

  /** Where to go on: the `next` of the page before. */
  @Omittable()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

export interface Page<T> {
  items: T[];
  /** Cursor of the next page; null on the last one. */
  next: string | null;
}

/** The sort key of the last row seen, as the list's query expects it. */
export type Key = (string | number | null)[];

/** Reads a cursor made by `pageOf`; `parts` says how many values the list's key has. */
export function keyOf(query: PageQuery, parts: number): Key | null {
  if (query.cursor === undefined) return null;
  try {
    const key = JSON.parse(Buffer.from(query.cursor, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(key) && key.length === parts && key.every(isKeyPart)) return key as Key;
  } catch {
    // falls through to the error below
  }
  throw Invalid.because([
    { pointer: '/cursor', detail: 'is not a cursor of this list; use the "next" of a page' },
  ]);
}

/** Cuts `limit + 1` rows read into a page and the cursor of the next. */
export function pageOf<Row>(rows: Row[], query: PageQuery, key: (row: Row) => Key): Page<Row> {
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const more = rows.length > query.limit && last !== undefined;
  return { items, next: more ? Buffer.from(JSON.stringify(key(last))).toString('base64url') : null };
}

function isKeyPart(part: unknown): boolean {
  return (
    part === null ||
    typeof part === 'number' ||
    (typeof part === 'string' && part.isWellFormed() && !part.includes('\u0000'))
  );
}
