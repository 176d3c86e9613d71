/** A theme as it can be added: the body of a request. */
export interface SuggestedTheme {
  key: string;
  name: string;
  keywords: string[];
  phrases: string[];
  examples: string[];
}

const MAX_KEY_CHARS = 50;
const MAX_EXAMPLE_CHARS = 300;
const SENTENCE_END = /[.!?…\n]/u;

/** The theme for a phrase as people write it, in lower case, with sentences that hold it, under a key not yet taken. */
export function suggestionFor(
  phrase: string,
  examples: readonly string[],
  takenKeys: ReadonlySet<string>,
): SuggestedTheme {
  const isOneWord = !/\s/u.test(phrase);
  return {
    key: freeKey(phrase, takenKeys),
    name: phrase.charAt(0).toUpperCase() + phrase.slice(1),
    keywords: isOneWord ? [phrase] : [],
    phrases: isOneWord ? [] : [phrase],
    examples: [...new Set(examples)],
  };
}

/** The sentence around a span, given in UTF-16 code units; null when it is too long to be an example. */
export function sentenceAround(text: string, { start, end }: { start: number; end: number }): string | null {
  let [from, to] = [start, end];
  while (from > 0 && start - from <= MAX_EXAMPLE_CHARS && !SENTENCE_END.test(text[from - 1]!)) from--;
  while (to < text.length && to - end <= MAX_EXAMPLE_CHARS && !SENTENCE_END.test(text[to]!)) to++;
  const sentence = text
    .slice(from, Math.min(to + 1, text.length))
    .trim()
    .replace(/\s+/gu, ' ');
  return sentence.length <= MAX_EXAMPLE_CHARS && sentence.isWellFormed() ? sentence : null;
}

function freeKey(phrase: string, taken: ReadonlySet<string>): string {
  const folded = phrase
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const key = folded.slice(0, MAX_KEY_CHARS).replace(/^-+|-+$/g, '') || 'topic';
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? key : `${key}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
