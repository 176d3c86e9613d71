import {
  ACTIONABILITIES,
  type Analysis,
  EMOTIONS,
  type EmotionFound,
  type Mention,
  POLARITIES,
  type Sentiment,
  type Span,
} from '../analyzer/analysis.js';
import { isRecord } from '../platform/reading.js';
import type { Asked, SoughtThemes } from './prompt.js';
import { spanOfQuote } from './quote.js';

/** Found in one text; more is noise, or an attempt to fill the database. */
export const MAX_EMOTIONS = 20;
export const MAX_MENTIONS = 50;

/** What a model found in a text by itself; spans are of the text as it was asked about. */
export interface Finding extends Pick<Analysis, 'sentiment' | 'actionability' | 'emotions' | 'mentions'> {
  /** ISO 639-1; null when it could not tell. */
  language: string | null;
}

/**
 * What a model's answer says of each text, in the order asked. A text counts as unanswered (null) unless it is
 * reported on exactly once and everything said of it is of the form and within the bounds asked for; quotes that it
 * does not have are left out, and when it has none of them, the report is of something else. Null when the answer as a
 * whole is not of the form.
 */
export function readAnswer(
  content: string,
  asked: readonly Asked[],
  themes: SoughtThemes,
): (Finding | null)[] | null {
  const answer = parsed(content);
  if (!isRecord(answer) || !Array.isArray(answer.verbatims)) return null;
  const reports = answer.verbatims.filter(isRecord);
  return asked.map(({ id, text }) => {
    const [report, repeated] = reports.filter((one) => one.id === id);
    return report && !repeated ? readReport(report, text, themes) : null;
  });
}

/** Thrown and caught in this file: one wrong value makes the whole report of a text worthless. */
class Unusable extends Error {}

function readReport(report: Record<string, unknown>, text: string, themes: SoughtThemes): Finding | null {
  try {
    const emotions = listOf(report.emotions, MAX_EMOTIONS).map((one) => readEmotion(one, text));
    const said = themes.keys.length === 0 ? (report.mentions ?? []) : report.mentions;
    const mentions = listOf(said, MAX_MENTIONS).map((one) => readMention(one, text, themes));
    const shown = [...emotions, ...mentions].filter((one) => one !== null);
    if (shown.length === 0 && emotions.length + mentions.length > 0) return null;
    const sentiment = orNull(report.sentiment, readSentiment);
    return {
      language: orNull(report.language, readLanguage),
      sentiment,
      actionability: orNull(report.actionability, (value) => oneOf(ACTIONABILITIES, value)),
      emotions: once(emotions, ({ emotion }) => emotion),
      mentions: once(mentions, ({ themeId, span }) => `${themeId} ${span.start} ${span.end}`),
    };
  } catch (error) {
    if (error instanceof Unusable) return null;
    throw error;
  }
}

function readSentiment(value: unknown): Sentiment {
  const { polarity, confidence } = record(value);
  return { polarity: oneOf(POLARITIES, polarity), confidence: share(confidence) };
}

function readLanguage(value: unknown): string {
  if (typeof value !== 'string' || !/^[a-z]{2}$/.test(value)) throw new Unusable();
  return value;
}

/** Null where the text does not have the quote. */
function readEmotion(value: unknown, text: string): EmotionFound | null {
  const { emotion, intensity, confidence, quote } = record(value);
  const found = {
    emotion: oneOf(EMOTIONS, emotion),
    intensity: share(intensity),
    confidence: share(confidence),
    orElse: [],
  };
  return withSpan(found, quote, text);
}

function readMention(value: unknown, text: string, themes: SoughtThemes): Mention | null {
  const { theme, polarity, confidence, emotions, quote } = record(value);
  const themeId = themes.idOf(theme);
  if (themeId === undefined) throw new Unusable();
  const felt = listOf(emotions, MAX_EMOTIONS).map((emotion) => oneOf(EMOTIONS, emotion));
  const found = { themeId, polarity: oneOf(POLARITIES, polarity), confidence: share(confidence) };
  return withSpan({ ...found, emotions: [...new Set(felt)] }, quote, text);
}

function withSpan<T>(found: T, quote: unknown, text: string): (T & { span: Span }) | null {
  if (typeof quote !== 'string') throw new Unusable();
  const span = spanOfQuote(text, quote);
  return span && { ...found, span };
}

/** Those that are shown, the first of each kind. */
function once<T>(found: (T | null)[], kindOf: (one: T) => string): T[] {
  const kinds = new Map<string, T>();
  for (const one of found) if (one !== null && !kinds.has(kindOf(one))) kinds.set(kindOf(one), one);
  return [...kinds.values()];
}

function record(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw new Unusable();
  return value;
}

function listOf(value: unknown, limit: number): unknown[] {
  if (!Array.isArray(value) || value.length > limit) throw new Unusable();
  return value;
}

function oneOf<T extends string>(choices: readonly T[], value: unknown): T {
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw new Unusable();
  return choice;
}

function share(value: unknown): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) throw new Unusable();
  return value;
}

function orNull<T>(value: unknown, read: (value: unknown) => T): T | null {
  return value === null ? null : read(value);
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
