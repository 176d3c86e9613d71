import type { Analysis, Emotion, Polarity, Span } from '../analyzer/analysis.js';
import type { Head } from '../analyzer/head.js';
import { emotionsIn, type Part, themesIn } from './lessons.js';
import { overlaps, wholeOf } from './span.js';

/** One part of what was learned: a head, and what its outputs stand for. */
export interface LearnedPart {
  labels: readonly string[];
  head: Head;
}

/** What a tenant's corrections have taught; parts of no use are missing. */
export type Learned = Readonly<Partial<Record<Part, LearnedPart>>>;

/** The vector a head reads of some words, given the question they answer. */
export type VectorOf = (text: string, question: string | null) => Float32Array;

/** A head must be this sure of a label the analyser did not find to add it, */
export const ADDS_FROM = 0.65;
/** and this sure that one it did find is not there to take it away. */
export const DROPS_BELOW = 0.2;
/** Of a polarity: how sure a head must be to overrule the analyser. */
export const OVERRULES_FROM = 0.6;

/** Sentences of one text that are searched for the one that shows a theme best. */
const MAX_SENTENCES = 40;

export interface Decided {
  label: string;
  /** How sure the head is, from 0 to 1; null where the analyser stands by itself. */
  confidence: number | null;
}

/** Takes the decisions of a part on what the analyser found, in the light of what was learned. */
export function decide(
  part: Part,
  found: readonly string[],
  learned: LearnedPart,
  vector: Float32Array,
): Decided[] {
  const scores = learned.head.score(vector);
  const scored = learned.labels.map((label, i) => ({ label, confidence: scores[i]! }));
  if (part === 'polarity') {
    const best = scored.reduce((a, b) => (b.confidence > a.confidence ? b : a));
    return best.confidence >= OVERRULES_FROM ? [best] : found.map((label) => ({ label, confidence: null }));
  }
  const dropped = new Set(
    scored.filter(({ confidence }) => confidence < DROPS_BELOW).map(({ label }) => label),
  );
  const kept = found.filter((label) => !dropped.has(label)).map((label) => ({ label, confidence: null }));
  const added = scored.filter(({ label, confidence }) => confidence >= ADDS_FROM && !found.includes(label));
  return [...kept, ...added];
}

/**
 * An analysis as it looks to someone who has learned, whatever became of the themes since. A text in a language that is
 * not supported is left alone.
 */
export function inLightOf(
  learned: Learned,
  analysis: Analysis,
  { text, question }: { text: string; question: string | null },
  { vectorOf, isLive }: { vectorOf: VectorOf; isLive: (themeId: string) => boolean },
): Analysis {
  if (!analysis.language.isSupported || text.trim() === '') return analysis;
  const whole = vectorOf(text, question);
  const felt = learned.emotions ? withEmotions(learned.emotions, analysis, text, whole) : analysis;
  const about = learned.themes
    ? withThemes(learned.themes, felt, whole, {
        isLive,
        sentences: () => sentencesOf(text, question, vectorOf),
      })
    : felt;
  return learned.polarity ? withPolarity(learned.polarity, about, { text, question }, vectorOf) : about;
}

function withEmotions(
  learned: LearnedPart,
  analysis: Analysis,
  text: string,
  vector: Float32Array,
): Analysis {
  const decided = decide('emotions', emotionsIn(analysis), learned, vector);
  const labels = new Set(decided.map(({ label }) => label));
  const added = decided.flatMap(({ label, confidence }) =>
    confidence === null
      ? []
      : [{ emotion: label as Emotion, intensity: confidence, confidence, orElse: [], span: wholeOf(text) }],
  );
  const emotions = [...analysis.emotions.filter(({ emotion }) => labels.has(emotion)), ...added];
  return { ...analysis, emotions };
}

interface Sentence {
  span: Span;
  vector: Float32Array;
}

function withThemes(
  learned: LearnedPart,
  analysis: Analysis,
  vector: Float32Array,
  { isLive, sentences }: { isLive: (themeId: string) => boolean; sentences: () => Sentence[] },
): Analysis {
  const decided = decide('themes', themesIn(analysis.mentions), learned, vector);
  const labels = new Set(decided.map(({ label }) => label));
  const added = decided.filter(({ label, confidence }) => confidence !== null && isLive(label));
  const places = added.length > 0 ? sentences() : [];
  const mentions = added.map(({ label, confidence }) => {
    const span = clearestIn(places, learned, label);
    return {
      themeId: label,
      polarity: analysis.sentiment?.polarity ?? ('neutral' as const),
      confidence: confidence!,
      span,
      emotions: analysis.emotions.filter((one) => overlaps(one.span, span)).map(({ emotion }) => emotion),
    };
  });
  return {
    ...analysis,
    mentions: [...analysis.mentions.filter(({ themeId }) => labels.has(themeId)), ...mentions],
  };
}

function withPolarity(
  learned: LearnedPart,
  analysis: Analysis,
  { text, question }: { text: string; question: string | null },
  vectorOf: VectorOf,
): Analysis {
  const mentions = analysis.mentions.map((mention) => {
    const words = text.slice(mention.span.start, mention.span.end);
    const [decided] = decide('polarity', [mention.polarity], learned, vectorOf(words, question));
    if (decided!.confidence === null) return mention;
    return { ...mention, polarity: decided!.label as Polarity, confidence: decided!.confidence };
  });
  return { ...analysis, mentions };
}

/** The sentence that speaks of a theme most clearly. */
function clearestIn(sentences: Sentence[], { labels, head }: LearnedPart, label: string): Span {
  const at = labels.indexOf(label);
  const scored = sentences.map(({ span, vector }) => ({ span, score: head.score(vector)[at]! }));
  return scored.reduce((a, b) => (b.score > a.score ? b : a)).span;
}

const SENTENCES = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** At least one, for the text is not blank. */
function sentencesOf(text: string, question: string | null, vectorOf: VectorOf): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { segment, index } of SENTENCES.segment(text)) {
    if (segment.trim() === '') continue;
    const { start, end } = wholeOf(segment);
    sentences.push({ span: { start: index + start, end: index + end }, vector: vectorOf(segment, question) });
    if (sentences.length === MAX_SENTENCES) break;
  }
  return sentences;
}
