import type { Problem } from './errors.js';

/** What comes of reading a value from outside: the value, now trusted, or what is wrong with it. */
export type Reading<T> = ({ ok: true } & T) | { ok: false; problems: Problem[] };

/** Enough to mend an input by; an input with more wrong than this is reported again once these are mended. */
export const MAX_PROBLEMS = 20;

/** Keys longer than this are cut in a pointer, so that a hostile body cannot make its own report huge. */
const MAX_POINTER_KEY_CHARS = 100;

const LONE_SURROGATE = /\p{Surrogate}/u;

/** The first `MAX_PROBLEMS` of a lazy search; the rest is never looked for. */
export function firstProblems(found: Iterable<Problem>): Problem[] {
  const problems: Problem[] = [];
  for (const problem of found) {
    problems.push(problem);
    if (problems.length === MAX_PROBLEMS) break;
  }
  return problems;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON pointer (RFC 6901) of a member; characters PostgreSQL cannot store become U+FFFD. */
export function pointerTo(parent: string, key: string | number): string {
  const storable = String(key)
    .slice(0, MAX_POINTER_KEY_CHARS)
    .replace(/\0|\p{Surrogate}/gu, '\ufffd');
  return `${parent}/${storable.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

export function* unknownFields(
  value: Record<string, unknown>,
  known: readonly string[],
  at: string,
): Iterable<Problem> {
  for (const field of Object.keys(value)) {
    if (!known.includes(field)) yield { pointer: pointerTo(at, field), detail: 'is not a known field' };
  }
}

/**
 * Why a text cannot be kept, or null. PostgreSQL stores neither NUL nor half a surrogate pair.
 * Lengths and positions count UTF-16 code units, as JavaScript and JSON do; positions begin at 0.
 */
export function textFault(text: string, maxChars: number): string | null {
  if (text.length > maxChars) return `has ${text.length} characters; at most ${maxChars} are accepted`;
  const nul = text.indexOf('\0');
  if (nul >= 0) return `has a NUL character at position ${nul}`;
  const surrogate = text.search(LONE_SURROGATE);
  if (surrogate >= 0) return `has half a surrogate pair at position ${surrogate}, which is not valid Unicode`;
  return null;
}

/** As `textFault`, and also says what is wrong with something that is no text, or a blank one. */
export function labelFault(value: unknown, maxChars: number): string | null {
  if (typeof value !== 'string') return 'must be a text';
  if (value.trim() === '') return 'must not be blank';
  return textFault(value, maxChars);
}
