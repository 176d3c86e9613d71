import type { SurveyDefinition } from './definition.js';
import { translated } from './translation.js';

export type Direction = 'ltr' | 'rtl';

export interface SurveyInLanguage {
  /** In the words of the language found; it has no translations any more. */
  definition: SurveyDefinition;
  /** The BCP 47 tag of the language found. */
  tag: string;
  dir: Direction;
}

/** The language of a survey that does not say which. */
export const UNSAID_LANGUAGE = 'en';

const RIGHT_TO_LEFT_SCRIPTS = /^(Adlm|Arab|Aran|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa)$/;

/**
 * The survey in the first of these languages (BCP 47 tags, the reader's favourite first) that it is written in; in its
 * own when it is in none. A tag finds itself, then itself with its ends cut off (RFC 4647 section 3.4), then any
 * region of the same language in the same script. What is no tag is passed over. Never throws.
 */
export function inLanguage(definition: SurveyDefinition, tags: readonly string[]): SurveyInLanguage {
  const { translations = {}, ...own } = definition;
  const ownTag = own.language ?? UNSAID_LANGUAGE;
  const tag = bestLanguage([ownTag, ...Object.keys(translations)], tags) ?? ownTag;
  const words = Object.hasOwn(translations, tag) ? translations[tag] : undefined;
  return { definition: words ? translated(own, words) : own, tag, dir: directionOf(tag) };
}

/** The one of the available languages that suits these wishes best, or null. */
export function bestLanguage(available: readonly string[], tags: readonly string[]): string | null {
  for (const wish of tags) {
    const locale = localeOf(wish);
    if (!locale) continue;
    const found = byLookup(available, locale.baseName) ?? bySameLanguage(available, locale);
    if (found) return found;
  }
  return null;
}

/** Which way a language is written. */
export function directionOf(tag: string): Direction {
  return RIGHT_TO_LEFT_SCRIPTS.test(localeOf(tag)?.maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** The languages an Accept-Language header asks for, the favourite first. Never throws. */
export function acceptedLanguages(header: string): string[] {
  return header
    .split(',')
    .slice(0, MAX_ACCEPTED)
    .map((range) => /^\s*([a-z0-9-]+)\s*(?:;\s*q=([\d.]+)\s*)?$/i.exec(range))
    .flatMap((found) => (found ? [{ tag: found[1]!, weight: Number(found[2] ?? 1) }] : []))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

/** Browsers send a handful. */
const MAX_ACCEPTED = 20;

function byLookup(available: readonly string[], tag: string): string | undefined {
  const subtags = tag.split('-');
  for (let length = subtags.length; length > 0; length--) {
    const range = subtags.slice(0, length).join('-');
    const found = available.find((one) => localeOf(one)?.baseName === range);
    if (found) return found;
  }
  return undefined;
}

function bySameLanguage(available: readonly string[], wish: Intl.Locale): string | undefined {
  return available.find((one) => {
    const locale = localeOf(one);
    return locale !== null && languageAndScript(locale) === languageAndScript(wish);
  });
}

function languageAndScript(locale: Intl.Locale): string {
  const { language, script } = locale.maximize();
  return `${language}-${script}`;
}

/** To make one takes a while, and the same few are asked for again and again. */
const LOCALES = new Map<string, Intl.Locale | null>();
const REMEMBERED_LOCALES = 1_000;
/** As RFC 5646, 4.4.1, would have tags to be; strangers' may be longer. */
const MAX_REMEMBERED_CHARS = 35;

function localeOf(tag: string): Intl.Locale | null {
  let locale = LOCALES.get(tag);
  if (locale !== undefined) return locale;
  try {
    locale = new Intl.Locale(tag);
  } catch {
    locale = null;
  }
  if (tag.length <= MAX_REMEMBERED_CHARS && LOCALES.size < REMEMBERED_LOCALES) LOCALES.set(tag, locale);
  return locale;
}
