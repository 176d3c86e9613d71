/** Of one tenant, those in use: each is looked for in every verbatim. */
export const MAX_LIVE_THEMES = 200;
/** Of one tenant, those retired and merged included, which stay for what they were found in. */
export const MAX_THEMES = 1_000;
/** Of one theme. */
export const MAX_KEYWORDS = 200;
/** Of one theme. */
export const MAX_PHRASES = 200;
/** Of one theme; each is read by the model whenever the theme changes. */
export const MAX_EXAMPLES = 50;
export const MAX_KEYWORD_CHARS = 50;
export const MAX_PHRASE_CHARS = 100;
export const MAX_EXAMPLE_CHARS = 500;

/** What a theme is found by. */
export interface ThemeWords {
  /** Single words; found in their inflected forms, too. */
  keywords: string[];
  /** Several words in a row. */
  phrases: string[];
  /** Sentences that speak of it. */
  examples: string[];
}

const MOST: Record<keyof ThemeWords, number> = {
  keywords: MAX_KEYWORDS,
  phrases: MAX_PHRASES,
  examples: MAX_EXAMPLES,
};

/** Without the spaces around and doubled between words, and each once, whatever its letter case: the first stays. */
export function tidied(words: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const word of words) {
    const tidy = word.trim().replace(/\s+/gu, ' ');
    const key = tidy.toLowerCase();
    if (!kept.has(key)) kept.set(key, tidy);
  }
  return [...kept.values()];
}

/** What both are found by, `own` first. */
export function joined(own: ThemeWords, other: ThemeWords): ThemeWords {
  return {
    keywords: tidied([...own.keywords, ...other.keywords]),
    phrases: tidied([...own.phrases, ...other.phrases]),
    examples: tidied([...own.examples, ...other.examples]),
  };
}

/** Which of the lists holds more than a theme may have; `null` when none does. */
export function excess(words: ThemeWords): { list: keyof ThemeWords; count: number; most: number } | null {
  const lists = Object.keys(MOST) as (keyof ThemeWords)[];
  const list = lists.find((one) => words[one].length > MOST[one]);
  return list ? { list, count: words[list].length, most: MOST[list] } : null;
}
