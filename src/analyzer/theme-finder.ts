import type { ThemeToFind } from './analysis.js';
import type { TokenRange } from './evidence.js';
import { Phrases } from './phrases.js';
import { STARTER_THEMES } from './starter-themes.js';
import type { Words } from './words.js';

/** How alike a clause must be to an example to be taken to speak of the same (cosine, from -1 to 1). */
export const LEAST_LIKENESS = 0.8;
/** Shorter clauses are alike by chance. */
const LEAST_WORDS_TO_BE_ALIKE = 3;

const SURENESS_OF_A_WORD = 0.7;
const SURENESS_OF_A_PHRASE = 0.85;
const SURENESS_PER_FURTHER_FIND = 0.05;

/** A theme in a part of a text, with the words that show it. */
export interface ThemeFound extends TokenRange {
  themeId: string;
  /** From 0 to 1. */
  confidence: number;
}

/** The vector of a text; of length 1, or 0 where nothing is known of it. */
export type VectorOf = (text: string) => Float32Array;

/** Looks for many themes at once. Made for a set of themes, used for many texts. */
export class ThemeFinder {
  private readonly own = new Phrases<string>();
  private readonly idOfStarter = new Map<string, string>();
  private readonly examples: { themeId: string; vector: Float32Array }[];

  constructor(themes: readonly ThemeToFind[], vectorOf: VectorOf) {
    for (const { id, starter, keywords, phrases } of themes) {
      const known = STARTERS.get(starter);
      if (known) this.idOfStarter.set(known.key, id);
      for (const literal of [...keywords, ...phrases])
        if (!known?.literals.has(literal)) this.own.addLiteral(literal, id);
    }
    this.examples = themes.flatMap(({ id, examples }) =>
      examples.map((example) => ({ themeId: id, vector: vectorOf(example) })),
    );
  }

  /** The themes in the words from one up to another, each once; examples count where a vector is given. */
  find(words: Words, { from, to }: TokenRange, vector: Float32Array | null): ThemeFound[] {
    const found = byTheme(telling(this.matches(words, from, to)));
    if (vector === null || to - from < LEAST_WORDS_TO_BE_ALIKE) return [...found.values()];
    for (const example of this.examples) {
      const likeness = dot(example.vector, vector);
      const known = found.get(example.themeId);
      if (likeness < LEAST_LIKENESS || (known && known.confidence >= likeness)) continue;
      found.set(example.themeId, { themeId: example.themeId, from, to, confidence: Math.min(likeness, 1) });
    }
    return [...found.values()];
  }

  /** Whether a clause's vector is of any use to it. */
  get looksForExamples(): boolean {
    return this.examples.length > 0;
  }

  /** In the order of their beginning. */
  private matches(words: Words, from: number, to: number): Mention[] {
    const ofStarters = starterPhrases()
      .matches(words, from, to)
      .flatMap(({ value: { key, isVague }, from: first, to: end }) => {
        const themeId = this.idOfStarter.get(key);
        return themeId === undefined ? [] : [{ themeId, isVague, from: first, to: end }];
      });
    const own = this.own
      .matches(words, from, to)
      .map(({ value, from: first, to: end }) => ({ themeId: value, isVague: false, from: first, to: end }))
      .filter((mention) => !ofStarters.some((other) => isSame(mention, other)));
    return own.length === 0 ? ofStarters : [...ofStarters, ...own].sort((a, b) => a.from - b.from);
  }
}

/** Words that show a theme. */
interface Mention extends TokenRange {
  themeId: string;
  isVague: boolean;
}

/** Of a theme that has a word by itself that is built in as well. */
function isSame(a: Mention, b: Mention): boolean {
  return a.themeId === b.themeId && a.from === b.from && a.to === b.to && a.isVague === b.isVague;
}

/** Without the vague ones where anything is named: they are said of that. */
function telling(mentions: Mention[]): Mention[] {
  const named = mentions.filter(({ isVague }) => !isVague);
  return named.length > 0 ? named : mentions;
}

const STARTERS = new Map<string | null, { key: string; literals: Set<string> }>(
  STARTER_THEMES.map(({ key, keywords, phrases }) => [
    key,
    { key, literals: new Set([...keywords, ...phrases]) },
  ]),
);

interface Sign {
  key: string;
  isVague: boolean;
}

let builtIn: Phrases<Sign> | null = null;

/** What shows the starter themes, by their keys: the same for all tenants, and made when first it is looked for. */
function starterPhrases(): Phrases<Sign> {
  if (builtIn) return builtIn;
  builtIn = new Phrases();
  for (const { key, keywords, phrases, patterns, vague = [] } of STARTER_THEMES) {
    const [named, guessed] = [false, true].map((isVague) => ({ key, isVague })) as [Sign, Sign];
    for (const literal of [...keywords, ...phrases]) builtIn.addLiteral(literal, named);
    for (const pattern of patterns) builtIn.addPattern(pattern, named);
    for (const pattern of vague) builtIn.addPattern(pattern, guessed);
  }
  return builtIn;
}

function byTheme(mentions: Mention[]): Map<string, ThemeFound> {
  const found = new Map<string, ThemeFound>();
  for (const { themeId, from, to } of mentions) {
    const confidence = to - from > 1 ? SURENESS_OF_A_PHRASE : SURENESS_OF_A_WORD;
    const known = found.get(themeId);
    found.set(
      themeId,
      known ? together(known, { themeId, from, to, confidence }) : { themeId, from, to, confidence },
    );
  }
  return found;
}

/** The words of the surer of both; a further find that does not overlap the first makes it surer. */
function together(a: ThemeFound, b: ThemeFound): ThemeFound {
  const surer = b.confidence > a.confidence ? b : a;
  const isFurther = b.from >= a.to;
  return {
    ...surer,
    confidence: Math.min(0.95, surer.confidence + (isFurther ? SURENESS_PER_FURTHER_FIND : 0)),
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
