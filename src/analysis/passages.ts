import type { Span } from '../analyzer/analysis.js';
import { wholeOf } from './span.js';

/** The vector a head reads of some words, given the question they answer. */
export type VectorOf = (text: string, question: string | null) => Float32Array;

/** Words, and the question they answer. */
export interface Words {
  text: string;
  question: string | null;
}

/** A stretch of a text as a head reads it. */
export interface Passage {
  span: Span;
  vector: Float32Array;
}

/** Sentences of one text that are read by themselves; of a longer one the first. */
export const MAX_SENTENCES = 40;

const SENTENCES = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** A text as a whole. */
export function wholePassage({ text, question }: Words, vectorOf: VectorOf): Passage {
  return { span: wholeOf(text), vector: vectorOf(text, question) };
}

/** A text as a whole and, where it has several, each of its sentences: what one says is faint in the whole. */
export function passagesOf(words: Words, vectorOf: VectorOf): [Passage, ...Passage[]] {
  const whole = wholePassage(words, vectorOf);
  const spans = sentencesIn(words.text);
  if (spans.length < 2) return [whole];
  const sentences = spans.map((span) => ({
    span,
    vector: vectorOf(words.text.slice(span.start, span.end), words.question),
  }));
  return [whole, ...sentences];
}

function sentencesIn(text: string): Span[] {
  const spans: Span[] = [];
  for (const { segment, index } of SENTENCES.segment(text)) {
    if (segment.trim() === '') continue;
    const { start, end } = wholeOf(segment);
    spans.push({ start: index + start, end: index + end });
    if (spans.length === MAX_SENTENCES) break;
  }
  return spans;
}
