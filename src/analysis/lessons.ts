import type { Analysis, Emotion, Mention, Polarity, Span } from '../analyzer/analysis.js';
import { overlaps } from './span.js';

/** What a head can learn: which themes a text mentions, how words speak of a theme, what a writer feels. */
export const PARTS = ['themes', 'polarity', 'emotions'] as const;
export type Part = (typeof PARTS)[number];

/** A text that members corrected, and what the analyser made of it by itself. */
export interface Lesson {
  verbatimId: string;
  text: string;
  question: string | null;
  found: Analysis;
  /** Null where members did not speak of the themes. */
  mentions: { themeId: string; polarity: Polarity; span: Span }[] | null;
  /** Null where members did not speak of the emotions. */
  emotions: Emotion[] | null;
}

/** One decision: the words it is taken on, how the analyser takes it by itself, and how members take it. */
export interface Case {
  verbatimId: string;
  text: string;
  question: string | null;
  found: string[];
  truth: string[];
}

/** The decisions of one part that a lesson teaches. */
export function casesOf(part: Part, lesson: Lesson): Case[] {
  const { verbatimId, text, question, found, mentions, emotions } = lesson;
  const about = { verbatimId, text, question };
  switch (part) {
    case 'themes':
      return mentions ? [{ ...about, found: themesIn(found.mentions), truth: themesIn(mentions) }] : [];
    case 'emotions':
      return emotions ? [{ ...about, found: emotionsIn(found), truth: [...new Set(emotions)] }] : [];
    case 'polarity':
      return (mentions ?? []).map(({ themeId, polarity, span }) => ({
        ...about,
        text: text.slice(span.start, span.end),
        found: [polarityFound(found, themeId, span)],
        truth: [polarity],
      }));
  }
}

export function themesIn(mentions: readonly { themeId: string }[]): string[] {
  return [...new Set(mentions.map(({ themeId }) => themeId))];
}

export function emotionsIn({ emotions }: Analysis): string[] {
  return [...new Set(emotions.map(({ emotion }) => emotion))];
}

/** How the analyser takes the words to speak: as it does of the theme there, else as the whole text does. */
function polarityFound({ mentions, sentiment }: Analysis, themeId: string, span: Span): Polarity {
  const same = mentions.filter((one) => one.themeId === themeId);
  const near: Mention | undefined = same.find((one) => overlaps(one.span, span)) ?? same[0];
  return near?.polarity ?? sentiment?.polarity ?? 'neutral';
}

/** Of ten texts, so many are kept from training, to see on them what it is worth. */
const HELD_OUT_OF_TEN = 3;

/**
 * Whether a text is kept from training: always the same for the same text, so that no head is ever judged by what it
 * was taught. By the FNV-1a hash of its id.
 */
export function isHeldOut(verbatimId: string): boolean {
  let hash = 0x811c9dc5;
  for (let i = 0; i < verbatimId.length; i++) {
    hash = Math.imul(hash ^ verbatimId.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash % 10 < HELD_OUT_OF_TEN;
}
