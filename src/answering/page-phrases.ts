import type { Direction } from '../surveys/language.js';
import type { Phrases } from '../surveys/phrases-en.js';
import { phrasesIn } from '../surveys/phrases.js';
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

/** Everything Heed says on a page: what it shares with mails, and the page's own. */
export type PageWords = Phrases & PagePhrases;

export interface PageLanguage {
  phrases: PageWords;
  /** The language these words are in. */
  tag: string;
  dir: Direction;
}

/** By tag, put together once: every page is asked for one of them. */
const LANGUAGES = new Map(
  Object.entries(PAGE_PHRASES).map(([known, own]) => {
    const { phrases, tag, dir } = phrasesIn([known]);
    return [tag, { phrases: { ...phrases, ...own }, tag, dir } satisfies PageLanguage];
  }),
);

/** What the page says in the first of these languages that it knows, else in English. */
export function pagePhrasesIn(tags: readonly string[]): PageLanguage {
  return LANGUAGES.get(phrasesIn(tags).tag)!;
}
