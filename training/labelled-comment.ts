import { ACTIONABILITIES, type Actionability, POLARITIES, type Polarity } from '../src/analyzer/analysis.js';
import { STARTER_THEMES } from '../src/analyzer/starter-themes.js';
import { linesOf, UnreadableData } from './labelled-file.js';

/** Those a theme may have; null where nobody said. */
export type ThemesSaid = Map<string, Polarity | null>;

/** A text with what people say it says. */
export interface LabelledComment {
  text: string;
  question: string | null;
  /** By the keys of the starter themes; null where nobody looked for themes. */
  themes: ThemesSaid | null;
  actionability: Actionability | null;
  /** `dev` may be looked at to find faults; `test` may not. */
  part: string | null;
}

const KEYS = STARTER_THEMES.map(({ key }) => key);

/**
 * Reads JSON lines: `{"text", "question"?, "themes"?, "actionability"?, "part"?}`, where `themes` is `{"pricing": "negative", …}` or,
 * without polarity, `["pricing", …]`. Throws `UnreadableData` naming the line.
 */
export function readLabelledComments(file: string): LabelledComment[] {
  return linesOf(file).map((line, at) => {
    try {
      return labelledComment(JSON.parse(line));
    } catch (error) {
      throw new UnreadableData(`${file}:${at + 1}: ${(error as Error).message}`);
    }
  });
}

function labelledComment(row: unknown): LabelledComment {
  if (typeof row !== 'object' || row === null) throw new Error('not an object');
  const { text, question, themes, actionability, part } = row as Record<string, unknown>;
  if (typeof text !== 'string') throw new Error('no “text”');
  return {
    text,
    question: typeof question === 'string' ? question : null,
    themes: themes === undefined ? null : themesSaid(themes),
    actionability: actionability === undefined ? null : oneOf(ACTIONABILITIES, actionability),
    part: typeof part === 'string' ? part : null,
  };
}

function themesSaid(themes: unknown): ThemesSaid {
  if (typeof themes !== 'object' || themes === null) throw new Error('“themes” are not named');
  if (Array.isArray(themes)) return new Map(themes.map((key) => [oneOf(KEYS, key), null]));
  return new Map(Object.entries(themes).map(([key, said]) => [oneOf(KEYS, key), oneOf(POLARITIES, said)]));
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T {
  const found = known.find((one) => one === value);
  if (found === undefined)
    throw new Error(`${JSON.stringify(value) ?? 'nothing'} is not one of ${known.join(', ')}`);
  return found;
}
