import { type Actionability, type Emotion, POLARITIES, type Polarity } from '../analyzer/analysis.js';

/** What is known of the verbatims of one response, taken together. */
export interface AnalysisFacts {
  /** The themes mentioned, by every key they can be called by. */
  themes: readonly string[];
  /** Of the themes at least once praised; one both praised and blamed is in both lists. */
  praised: readonly string[];
  blamed: readonly string[];
  sentiments: readonly Polarity[];
  sentimentsWithScore: readonly Polarity[];
  /** How strongly each is felt where it is felt most, from 0 to 1. */
  emotions: Readonly<Partial<Record<Emotion, number>>>;
  /** ISO 639-1 codes. */
  languages: readonly string[];
  actionabilities: readonly Actionability[];
}

/** One verbatim as it was analysed. */
export interface AnalyzedVerbatim {
  language: string | null;
  sentiment: { polarity: Polarity } | null;
  sentimentWithScore: { polarity: Polarity } | null;
  actionability: Actionability | null;
  emotions: { emotion: Emotion; intensity: number }[];
  mentions: { themeId: string; polarity: Polarity }[];
}

export const NO_ANALYSIS: AnalysisFacts = analysisFacts([]);

/** Takes the verbatims of one response together, given the keys of each theme. Nothing is said twice. */
export function analysisFacts(
  verbatims: AnalyzedVerbatim[],
  keysById: ReadonlyMap<string, string[]> = new Map(),
): AnalysisFacts {
  const mentions = verbatims.flatMap((one) => one.mentions);
  const keysOf = (polarities: Polarity[]) =>
    once(
      mentions.flatMap((one) => (polarities.includes(one.polarity) ? (keysById.get(one.themeId) ?? []) : [])),
    );
  return {
    themes: keysOf([...POLARITIES]),
    praised: keysOf(['positive', 'mixed']),
    blamed: keysOf(['negative', 'mixed']),
    sentiments: once(verbatims.flatMap(({ sentiment }) => sentiment?.polarity ?? [])),
    sentimentsWithScore: once(verbatims.flatMap((one) => one.sentimentWithScore?.polarity ?? [])),
    emotions: strongest(verbatims.flatMap(({ emotions }) => emotions)),
    languages: once(verbatims.flatMap(({ language }) => language ?? [])),
    actionabilities: once(verbatims.flatMap(({ actionability }) => actionability ?? [])),
  };
}

function once<T>(values: T[]): T[] {
  return [...new Set(values)];
}

function strongest(found: AnalyzedVerbatim['emotions']): Partial<Record<Emotion, number>> {
  const emotions: Partial<Record<Emotion, number>> = {};
  for (const { emotion, intensity } of found) {
    emotions[emotion] = Math.max(intensity, emotions[emotion] ?? 0);
  }
  return emotions;
}
