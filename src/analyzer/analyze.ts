import {
  ACTIONABILITIES,
  type Actionability,
  type Analysis,
  type Emotion,
  type EmotionFound,
  type LanguageFound,
  type Sentiment,
  type Span,
  type Verbatim,
} from './analysis.js';
import { emotionsAcross } from './emotions.js';
import { type GuessLanguage, languageOf } from './language.js';
import type { EmbeddedModel } from './model.js';
import { themesSaid } from './mentions.js';
import { nonAnswer } from './non-answer.js';
import { opinionsIn, stretchesOf } from './opinions.js';
import { balanceOf, inLightOf, likeliest, type Probabilities, withScore, withValence } from './polarity.js';
import { readableOf } from './readable.js';
import { exactSpan } from './spans.js';
import type { ThemeFinder } from './theme-finder.js';
import { isSpelled, wordsOf } from './words.js';

/** What an analysis is made with. */
export interface Means {
  model: EmbeddedModel;
  finder: ThemeFinder;
  guessLanguage: GuessLanguage;
}

/**
 * What one verbatim says: see `Analysis`. Reads its first `MAX_ANALYZED_CHARS`; takes a few milliseconds at most,
 * whatever is in it, and never throws. The same verbatim by the same means gives the same analysis.
 */
export function analyze(verbatim: Verbatim, { model, finder, guessLanguage }: Means): Analysis {
  const text = readableOf(verbatim.text);
  const reading = model.read(text, verbatim.question);
  const words = wordsOf(text, reading.tokens);
  const said = nonAnswer(words.forms, verbatim.question);
  const language = languageOf(words.forms, verbatim.language ?? (said && 'en'), guessLanguage);
  if (!language.isSupported || !words.forms.some(isSpelled)) return unjudged(language);
  if (said)
    return {
      ...unjudged(language),
      sentiment: said,
      sentimentWithScore: inLightOf(verbatim.score, said),
      actionability: 'none',
    };

  const whole = reading.judge();
  const opinions = opinionsIn(text, reading, words, whole);
  const valence = opinions.reduce((sum, opinion) => sum + opinion.valence, 0);
  const probabilities = withValence(whole.sentiment, valence);
  const emotions = emotionsAcross(text, reading, stretchesOf(opinions)).flatMap((found) =>
    placed(found, verbatim.text, found.span),
  );
  return {
    language,
    ...sentiments(probabilities, balanceOf(opinions.map(({ value }) => value)), verbatim.score),
    actionability: likeliestOf(whole.actionability),
    emotions,
    mentions: themesSaid(opinions, words, finder).flatMap(({ clause, ...theme }) =>
      placed({ ...theme, emotions: emotionsWithin(clause, emotions) }, verbatim.text, clause),
    ),
  };
}

function likeliestOf(probabilities: Record<Actionability, number>): Actionability {
  return ACTIONABILITIES.reduce((best, next) => (probabilities[next] > probabilities[best] ? next : best));
}

/** What the model cannot judge, or there is nothing of. */
function unjudged(language: LanguageFound): Analysis {
  return {
    language,
    sentiment: null,
    sentimentWithScore: null,
    actionability: null,
    emotions: [],
    mentions: [],
  };
}

/** By the text alone, and with the score. */
function sentiments(
  probabilities: Probabilities,
  settled: Sentiment | null,
  score: number | null,
): Pick<Analysis, 'sentiment' | 'sentimentWithScore'> {
  if (settled) return { sentiment: settled, sentimentWithScore: inLightOf(score, settled) };
  return {
    sentiment: likeliest(probabilities),
    sentimentWithScore: score === null ? null : likeliest(withScore(probabilities, score)),
  };
}

/** With its exact span in the verbatim itself; nothing where only white space would be left. */
function placed<T>(found: T, text: string, range: Span): (T & { span: Span })[] {
  const span = exactSpan(text, range);
  return span ? [{ ...found, span }] : [];
}

function emotionsWithin(clause: Span, emotions: readonly EmotionFound[]): Emotion[] {
  const isWithin = ({ span }: EmotionFound) => span.start < clause.end && span.end > clause.start;
  return emotions.filter(isWithin).map(({ emotion }) => emotion);
}
