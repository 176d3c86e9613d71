/** Where in a verbatim something shows: UTF-16 code units as JavaScript counts them, `end` exclusive, never empty. */
export interface Span {
  start: number;
  end: number;
}

export const POLARITIES = ['positive', 'negative', 'mixed', 'neutral'] as const;
export type Polarity = (typeof POLARITIES)[number];

export const EMOTIONS = [
  'frustration',
  'anger',
  'annoyance',
  'disappointment',
  'confusion',
  'sadness',
  'worry',
  'joy',
  'gratitude',
  'admiration',
  'neutral',
] as const;
export type Emotion = (typeof EMOTIONS)[number];

/** Somebody waits for an answer; a proposal to consider; nothing anybody could act on. */
export const ACTIONABILITIES = ['needs_answer', 'suggestion', 'none'] as const;
export type Actionability = (typeof ACTIONABILITIES)[number];

/** One free text, with what is known around it. */
export interface Verbatim {
  text: string;
  /** The question as it was put, if known: “Nothing” after “What could we do better?” is praise. */
  question: string | null;
  /** A BCP 47 tag the text is likely written in: the respondent's, else the survey's; null when nobody knows. */
  language: string | null;
  /** Where the score given with it lies on its scale, from 0 (worst) to 1 (best); null without one. */
  score: number | null;
}

/** A theme as the analyser looks for it. */
export interface ThemeToFind {
  id: string;
  /** The key of the starter theme whose built-in rules find it as well; null for a theme of the tenant's own. */
  starter: string | null;
  /** Single words; found in their inflected forms, too. */
  keywords: string[];
  /** Several words in a row. */
  phrases: string[];
  /** Sentences that speak of it; a clause that is alike is taken to speak of it, too. */
  examples: string[];
}

export interface LanguageFound {
  /** ISO 639-1; null when the text is too short or unlike any language to tell. */
  code: string | null;
  /** Whether the text itself tells (otherwise it was taken from what was known around it). */
  isReliable: boolean;
  /** Whether the model can judge the language. Where it cannot, there are no sentiment, emotions or themes. */
  isSupported: boolean;
}

export interface Sentiment {
  polarity: Polarity;
  /** From 0 to 1. */
  confidence: number;
}

export interface EmotionFound {
  emotion: Emotion;
  /** How strongly it is felt, from 0 to 1. */
  intensity: number;
  /** How sure the analyser is, from 0 to 1. */
  confidence: number;
  /** Emotions it could as well be, where the model cannot tell them apart (frustration, anger, annoyance). */
  orElse: Emotion[];
  span: Span;
}

/** One theme found in one verbatim. */
export interface Mention {
  themeId: string;
  polarity: Polarity;
  confidence: number;
  span: Span;
  /** Those felt in the clause that speaks of the theme. */
  emotions: Emotion[];
}

/** What the analyser makes of one verbatim. */
export interface Analysis {
  language: LanguageFound;
  /** By the text (and the question) alone; null for a language that is not supported or a text without words. */
  sentiment: Sentiment | null;
  /** The same judged together with the score; null without a score or a sentiment. */
  sentimentWithScore: Sentiment | null;
  actionability: Actionability | null;
  emotions: EmotionFound[];
  mentions: Mention[];
}
