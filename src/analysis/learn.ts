import { type HeadExample, trainHead } from '../analyzer/head.js';
import { decide, type Learned, type LearnedPart, readFor } from './learned.js';
import { type Case, casesOf, isHeldOut, type Lesson, type Part } from './lessons.js';
import type { VectorOf } from './passages.js';
import { microF1, tallyOf } from './micro-f1.js';

/** Fewer decisions than this to learn from teach nothing that would hold for the next text. */
export const MIN_TRAINING_CASES = 20;
/** Fewer than this kept from training cannot tell whether it was worth it. */
export const MIN_HELD_OUT_CASES = 8;
/** A label must be at stake in so many of the training cases to be learned. */
export const MIN_LABEL_CASES = 3;

export type Verdict = 'better' | 'no_better' | 'too_few';

/** How learning one part went. */
export interface PartFigures {
  part: Part;
  trainingCases: number;
  heldOutCases: number;
  /** Micro-F1 on the held-out cases of what is in use, from 0 to 1; null when it was not measured. */
  f1Before: number | null;
  /** The same with what was learned now. */
  f1: number | null;
  verdict: Verdict;
}

export interface Lecture {
  figures: PartFigures;
  /** Null when it is not worth using. */
  learned: LearnedPart | null;
}

/**
 * Learns one part anew from all lessons, and says whether it beats what is in use on those kept from training. Takes
 * some seconds of many lessons, and yields every few milliseconds.
 */
export function* learn(
  part: Part,
  lessons: readonly Lesson[],
  inUse: Learned,
  vectorOf: VectorOf,
): Generator<void, Lecture> {
  const cases = lessons.flatMap((lesson) => casesOf(part, lesson));
  const heldOut = cases.filter(({ verbatimId }) => isHeldOut(verbatimId));
  const training = cases.filter(({ verbatimId }) => !isHeldOut(verbatimId));
  const counts = { part, trainingCases: training.length, heldOutCases: heldOut.length };
  const labels = labelsIn(training);
  const isEnough =
    training.length >= MIN_TRAINING_CASES && heldOut.length >= MIN_HELD_OUT_CASES && labels.length > 0;
  if (!isEnough)
    return { figures: { ...counts, f1Before: null, f1: null, verdict: 'too_few' }, learned: null };

  const examples: HeadExample[] = [];
  for (const { text, question, truth } of training) {
    const holds = labels.map((label) => (truth.includes(label) ? 1 : 0));
    examples.push({ vector: vectorOf(text, question), labels: holds });
    yield;
  }
  const learned = { labels, head: yield* trainHead(examples, labels.length) };
  const f1Before = yield* f1Of(part, heldOut, inUse[part], vectorOf);
  const f1 = yield* f1Of(part, heldOut, learned, vectorOf);
  const isBetter = f1 > f1Before;
  return {
    figures: { ...counts, f1Before, f1, verdict: isBetter ? 'better' : 'no_better' },
    learned: isBetter ? learned : null,
  };
}

/** The labels at stake often enough: members see them, or the analyser does and members do not. */
function labelsIn(cases: Case[]): string[] {
  const counts = new Map<string, number>();
  for (const { found, truth } of cases) {
    for (const label of new Set([...found, ...truth])) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= MIN_LABEL_CASES).map(([label]) => label);
}

function* f1Of(
  part: Part,
  cases: Case[],
  learned: LearnedPart | undefined,
  vectorOf: VectorOf,
): Generator<void, number> {
  const decided: { truth: string[]; found: string[] }[] = [];
  for (const one of cases) {
    const found = learned
      ? decide(part, one.found, learned, readFor(part, one, vectorOf)).map(({ label }) => label)
      : one.found;
    decided.push({ truth: one.truth, found });
    yield;
  }
  return microF1(tallyOf(decided));
}
