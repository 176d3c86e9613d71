import type { Problem } from '../platform/errors.js';
import { isRecord, labelFault, unknownFields } from '../platform/reading.js';
import { CATEGORIES, type Category } from './score.js';

/** What a person reads after answering. */
export interface ThankYou {
  title: string;
  text: string;
  /** Where to go from here, such as a public review page. */
  link?: { label: string; url: string };
}

/** By category; `default` is for those without one of their own, and for those without a category. */
export type Thanks = Partial<Record<Category | 'default', ThankYou>>;

export const THANKED = ['default', ...CATEGORIES] as const;
export const MAX_TITLE_CHARS = 200;
export const MAX_PARAGRAPH_CHARS = 2_000;
export const MAX_LINK_LABEL_CHARS = 100;
export const MAX_URL_CHARS = 2_000;

/** What the survey says to a person of this category; null where it leaves that to Heed. */
export function thanksOf({ thanks }: { thanks?: Thanks }, category: Category | null): ThankYou | null {
  return (category && thanks?.[category]) || thanks?.default || null;
}

/** What keeps a value from being a `Thanks`. */
export function* thanksProblems(value: unknown, at: string): Iterable<Problem> {
  if (!isRecord(value)) {
    yield { pointer: at, detail: 'must be an object' };
    return;
  }
  yield* unknownFields(value, THANKED, at);
  for (const who of THANKED) {
    if (value[who] !== undefined) yield* thankYouProblems(value[who], `${at}/${who}`);
  }
}

function* thankYouProblems(value: unknown, at: string): Iterable<Problem> {
  if (!isRecord(value)) {
    yield { pointer: at, detail: 'must be an object' };
    return;
  }
  yield* unknownFields(value, ['title', 'text', 'link'], at);
  yield* textProblems(value.title, MAX_TITLE_CHARS, `${at}/title`);
  yield* textProblems(value.text, MAX_PARAGRAPH_CHARS, `${at}/text`);
  if (value.link !== undefined) yield* linkProblems(value.link, `${at}/link`);
}

function* linkProblems(value: unknown, at: string): Iterable<Problem> {
  if (!isRecord(value)) {
    yield { pointer: at, detail: 'must be an object' };
    return;
  }
  yield* unknownFields(value, ['label', 'url'], at);
  yield* textProblems(value.label, MAX_LINK_LABEL_CHARS, `${at}/label`);
  if (!isHttpsUrl(value.url)) yield { pointer: `${at}/url`, detail: 'must be an https:// address' };
}

function* textProblems(value: unknown, maxChars: number, pointer: string): Iterable<Problem> {
  const detail = labelFault(value, maxChars);
  if (detail) yield { pointer, detail };
}

/** Without a name or password, which would hide where it leads. */
function isHttpsUrl(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > MAX_URL_CHARS) return false;
  if (!/^https:\/\/[^\s\p{C}]+$/u.test(value) || !URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return protocol === 'https:' && username === '' && password === '';
}
