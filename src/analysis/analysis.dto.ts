import type { Actionability, Emotion, Polarity } from '../analyzer/analysis.js';
import type { EmotionRecord, MentionRecord, Source, VerbatimRecord } from './verbatims.queries.js';

export class SentimentView {
  polarity: Polarity;
  /** From 0 to 1. */
  confidence: number;
}

export class SpanView {
  /** Where it begins in the text, in UTF-16 code units, as JavaScript and most JSON clients count. */
  start: number;
  /** Where it ends; the unit at this place is no longer part of it. */
  end: number;
}

export class MentionThemeView {
  id: string;
  key: string;
  name: string;
}

export class MentionView {
  theme: MentionThemeView;
  polarity: Polarity;
  /** From 0 to 1; 1 where a member said it. */
  confidence: number;
  span: SpanView;
  /** The words it points at. */
  quote: string;
  /** Felt where it is mentioned. */
  emotions: Emotion[];
  /** `member` where a member corrected what the analyser found. */
  source: Source;
}

export class EmotionView {
  emotion: Emotion;
  /** How strongly it is felt, from 0 to 1. */
  intensity: number;
  /** How sure the analyser is, from 0 to 1; 1 where a member said it. */
  confidence: number;
  /** What it could as well be, where the analyser cannot tell them apart. */
  orElse: Emotion[];
  span: SpanView;
  /** The words it points at. */
  quote: string;
  source: Source;
}

export class VerbatimView {
  /** Key of the question it answers. */
  question: string;
  text: string;
  /** ISO 639-1; null where it cannot be told. */
  language: string | null;
  /** Whether the text itself tells the language, rather than what is known around it. */
  isLanguageReliable: boolean;
  /** Whether the language can be judged. Where it cannot, nothing is guessed. */
  isSupported: boolean;
  /** By the text alone. */
  sentiment: SentimentView | null;
  /** Judged together with the score that was given. */
  sentimentWithScore: SentimentView | null;
  /** Whether its writer waits for an answer, proposes something, or leaves nothing to act on. */
  actionability: Actionability | null;
  mentions: MentionView[];
  emotions: EmotionView[];
  /** `embedded`, or the provider and model of an external one. */
  analyzer: string;
  analyzerVersion: string | null;
  /** What your corrections had taught the analyser by then; null before they did. */
  headId: string | null;
  analyzedAt: Date;
}

export class AnalysisView {
  responseId: string;
  /** In the order of the survey. */
  verbatims: VerbatimView[];
}

export function viewAnalysis(responseId: string, verbatims: VerbatimRecord[]): AnalysisView {
  return { responseId, verbatims: verbatims.map(viewVerbatim) };
}

export function viewVerbatim(verbatim: VerbatimRecord): VerbatimView {
  const { question, text, language, isLanguageReliable, isSupported } = verbatim;
  const { sentiment, sentimentWithScore, actionability } = verbatim;
  const { analyzer, analyzerVersion, headId, analyzedAt } = verbatim;
  return {
    ...{ question, text, language, isLanguageReliable, isSupported },
    ...{ sentiment, sentimentWithScore, actionability },
    mentions: verbatim.mentions.map((mention) => viewMention(mention, text)),
    emotions: verbatim.emotions.map((emotion) => viewEmotion(emotion, text)),
    ...{ analyzer, analyzerVersion, headId, analyzedAt },
  };
}

function viewMention(mention: MentionRecord, text: string): MentionView {
  const { themeId, themeKey, themeName, polarity, confidence, emotions, source } = mention;
  const theme = { id: themeId, key: themeKey, name: themeName };
  return { theme, polarity, confidence, ...placed(mention, text), emotions, source };
}

function viewEmotion(found: EmotionRecord, text: string): EmotionView {
  const { emotion, intensity, confidence, orElse, source } = found;
  return { emotion, intensity, confidence, orElse, ...placed(found, text), source };
}

function placed({ start, end }: { start: number; end: number }, text: string) {
  return { span: { start, end }, quote: text.slice(start, end) };
}
