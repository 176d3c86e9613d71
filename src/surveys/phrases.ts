import { bestLanguage, directionOf, type Direction } from './language.js';
import { ARABIC } from './phrases-ar.js';
import { DUTCH } from './phrases-nl.js';
import { ENGLISH, type Phrases } from './phrases-en.js';
import { FRENCH } from './phrases-fr.js';
import { GERMAN } from './phrases-de.js';
import { HEBREW } from './phrases-he.js';
import { ITALIAN } from './phrases-it.js';
import { POLISH } from './phrases-pl.js';
import { PORTUGUESE } from './phrases-pt.js';
import { SPANISH } from './phrases-es.js';

/** By BCP 47 tag. */
export const PHRASES: Readonly<Record<string, Phrases>> = {
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

export interface PhrasesFound {
  phrases: Phrases;
  /** The language these words are in. */
  tag: string;
  dir: Direction;
}

/** What Heed says by itself, in the first of these languages that it speaks, else in English. */
export function phrasesIn(tags: readonly string[]): PhrasesFound {
  const tag = bestLanguage(Object.keys(PHRASES), tags) ?? 'en';
  return { phrases: PHRASES[tag]!, tag, dir: directionOf(tag) };
}

/** A phrase with the names in braces replaced; a name without a value stays as it is. */
export function filled(phrase: string, values: Readonly<Record<string, string | number>>): string {
  return phrase.replaceAll(/\{(\w+)\}/g, (braced, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : braced,
  );
}
