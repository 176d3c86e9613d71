import type { Analysis, Emotion, Polarity, Span } from '../analyzer/analysis.js';
import type { Head } from '../analyzer/head.js';
import { emotionsIn, type Part, themesIn } from './lessons.js';
import { type Passage, passagesOf, type VectorOf, wholePassage, type Words } from './passages.js';
import { overlaps } from './span.js';

/** One part of what was learned: a head, and what its outputs stand for. */
export interface LearnedPart {
  labels: readonly string[];
  head: Head;
}

/** What a tenant's corrections have taught; parts of no use are missing. */
export type Learned = Readonly<Partial<Record<Part, LearnedPart>>>;

/** A head must be this sure of a label the analyser did not find to add it, */
export const ADDS_FROM = 0.65;
/** and no surer than this of one it did find to take it away. */
export const DROPS_BELOW = 0.2;
/** Of a polarity: how sure a head must be to overrule the analyser. */
export const OVERRULES_FROM = 0.6;

/** What is needed beside a text to see it in the light of what was learned. */
export interface Around {
  vectorOf: VectorOf;
  /** Whether a theme is still looked for. */
  isLive: (themeId: string) => boolean;
}

interface Decided {
  label: string;
  /** How sure the head is, from 0 to 1; null where the analyser stands by itself. */
  confidence: number | null;
}

/** Takes the decisions of one part on what the analyser found in some words, in the light of what was learned. */
export function decide(
  part: Part,
  found: readonly string[],
  learned: LearnedPart,
  passages: readonly Passage[],
): Decided[] {
  const scores = passages.map(({ vector }) => learned.head.score(vector));
  const scored = learned.labels.map((label, i) => ({
    label,
    confidence: Math.max(...scores.map((score) => score[i]!)),
  }));
  const alone = (label: string) => ({ label, confidence: null });
  if (part === 'polarity') {
    const best = scored.reduce((a, b) => (b.confidence > a.confidence ? b : a));
    return best.confidence >= OVERRULES_FROM ? [best] : found.map(alone);
  }
  const gone = scored.filter(({ confidence }) => confidence < DROPS_BELOW).map(({ label }) => label);
  const added = scored.filter(({ label, confidence }) => confidence >= ADDS_FROM && !found.includes(label));
  return [...found.filter((label) => !gone.includes(label)).map(alone), ...added];
}

/** The words a decision of a part is taken on: a mention's alone, or a whole text and its sentences. */
export function readFor(part: Part, words: Words, vectorOf: VectorOf): [Passage, ...Passage[]] {
  return part === 'polarity' ? [wholePassage(words, vectorOf)] : passagesOf(words, vectorOf);
}

/**
 * An analysis as it looks to someone who has learned, whatever became of the themes since. A text in a language that is
 * not supported is left alone.
 */
export function inLightOf(learned: Learned, analysis: Analysis, words: Words, around: Around): Analysis {
  if (!analysis.language.isSupported || words.text.trim() === '') return analysis;
  const { themes, polarity, emotions } = learned;
  const passages = themes || emotions ? passagesOf(words, around.vectorOf) : null;
  const felt = emotions ? withEmotions(emotions, analysis, passages!) : analysis;
  const about = themes ? withThemes(themes, felt, passages!, around.isLive) : felt;
  return polarity ? withPolarity(polarity, about, words, around.vectorOf) : about;
}

function withEmotions(learned: LearnedPart, analysis: Analysis, passages: Passage[]): Analysis {
  const decided = decide('emotions', emotionsIn(analysis), learned, passages);
  const labels = new Set(decided.map(({ label }) => label));
  const added = decided.flatMap(({ label, confidence }) => {
    if (confidence === null) return [];
    const span = clearestOf(passages, learned, label);
    return [{ emotion: label as Emotion, intensity: confidence, confidence, orElse: [], span }];
  });
  const kept = analysis.emotions.filter(({ emotion }) => labels.has(emotion));
  return { ...analysis, emotions: [...kept, ...added] };
}

function withThemes(
  learned: LearnedPart,
  analysis: Analysis,
  passages: Passage[],
  isLive: Around['isLive'],
): Analysis {
  const decided = decide('themes', themesIn(analysis.mentions), learned, passages);
  const labels = new Set(decided.map(({ label }) => label));
  const polarity = analysis.sentiment?.polarity ?? ('neutral' as const);
  const added = decided.flatMap(({ label, confidence }) => {
    if (confidence === null || !isLive(label)) return [];
    const span = clearestOf(passages, learned, label);
    return [{ themeId: label, polarity, confidence, span, emotions: feltIn(span, analysis) }];
  });
  const kept = analysis.mentions.filter(({ themeId }) => labels.has(themeId));
  return { ...analysis, mentions: [...kept, ...added] };
}

function withPolarity(
  learned: LearnedPart,
  analysis: Analysis,
  { text, question }: Words,
  vectorOf: VectorOf,
): Analysis {
  const mentions = analysis.mentions.map((mention) => {
    const quote = text.slice(mention.span.start, mention.span.end);
    const passages = readFor('polarity', { text: quote, question }, vectorOf);
    const [{ label, confidence }] = decide('polarity', [mention.polarity], learned, passages) as [Decided];
    return confidence === null ? mention : { ...mention, polarity: label as Polarity, confidence };
  });
  return { ...analysis, mentions };
}

function feltIn(span: Span, { emotions }: Analysis): Emotion[] {
  return [...new Set(emotions.filter((one) => overlaps(one.span, span)).map(({ emotion }) => emotion))];
}

/** Where a label shows most clearly: in a sentence, if there are several. */
function clearestOf([whole, ...sentences]: Passage[], { labels, head }: LearnedPart, label: string): Span {
  const at = labels.indexOf(label);
  const places = sentences.length > 0 ? sentences : [whole!];
  const scored = places.map(({ span, vector }) => ({ span, score: head.score(vector)[at]! }));
  return scored.reduce((a, b) => (b.score > a.score ? b : a)).span;
}
