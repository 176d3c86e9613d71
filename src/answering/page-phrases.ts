import { bestLanguage, directionOf, type Direction } from '../surveys/language.js';
import { ARABIC } from './page-phrases-ar.js';
import { GERMAN } from './page-phrases-de.js';
import { ENGLISH, type PagePhrases } from './page-phrases-en.js';
import { SPANISH } from './page-phrases-es.js';
import { FRENCH } from './page-phrases-fr.js';
import { HEBREW } from './page-phrases-he.js';
import { ITALIAN } from './page-phrases-it.js';
import { DUTCH } from './page-phrases-nl.js';
import { POLISH } from './page-phrases-pl.js';
import { PORTUGUESE } from './page-phrases-pt.js';

/** By BCP 47 tag. */
export const PAGE_PHRASES: Readonly<Record<string, PagePhrases>> = {
  en: ENGLISH,
  ar: ARABIC,
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  he: HEBREW,
  it: ITALIAN,
  nl: DUTCH,
  pl: POLISH,
  pt: PORTUGUESE,
};

export interface PageLanguage {
  phrases: PagePhrases;
  /** The language these words are in. */
  tag: string;
  dir: Direction;
}

/** What the page says in the first of these languages that it knows, else in English. */
export function pagePhrasesIn(tags: readonly string[]): PageLanguage {
  const tag = bestLanguage(Object.keys(PAGE_PHRASES), tags) ?? 'en';
  return { phrases: PAGE_PHRASES[tag]!, tag, dir: directionOf(tag) };
}

/** A phrase with the names in braces replaced; a name without a value stays as it is. */
export function filled(phrase: string, values: Readonly<Record<string, string | number>>): string {
  return phrase.replaceAll(/\{(\w+)\}/g, (braced, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : braced,
  );
}
