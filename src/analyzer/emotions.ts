import { type Emotion, type EmotionFound, EMOTIONS, type Span } from './analysis.js';
import type { TokenRange } from './evidence.js';
import { EMOTION_LABELS, type EmotionLabel } from './labels.js';
import type { Reading } from './model.js';

/** Which labels of the model speak for an emotion of the product. Labels that are about ideas, not feelings, are left out. */
const LABELS_OF: Record<Exclude<Emotion, 'frustration'>, EmotionLabel[]> = {
  anger: ['anger', 'disgust'],
  annoyance: ['annoyance'],
  disappointment: ['disappointment', 'disapproval'],
  confusion: ['confusion'],
  sadness: ['sadness', 'grief', 'remorse'],
  worry: ['nervousness', 'fear'],
  joy: ['joy', 'excitement', 'love', 'amusement', 'relief'],
  gratitude: ['gratitude'],
  admiration: ['admiration', 'pride'],
  neutral: ['neutral'],
};
const LABEL_NUMBER = new Map<EmotionLabel, number>(EMOTION_LABELS.map((label, at) => [label, at]));

/** The model has no label for frustration: something is in the way, and has been for a while. */
const SAYS_FRUSTRATION =
  /\b(frustrat|fed up|exasperat|gave up|giv(e|ing) up|had enough|sick (and tired )?of)/i;
const HINTS_AT_FRUSTRATION =
  /\b(still (not|no|waiting|have|has|does|is|can|don|doesn|isn)|yet again|again and again|over and over|keeps? \w+ing|every (single )?time|(second|third|fourth|fifth|\d+(nd|rd|th)) time|no (answer|reply|response|one (answers|replies|responds))|for (weeks|months|hours|days|ages)|never (works|answers?|repl(y|ies))|can(['’]t| ?not) (even|get|log)|tried \w+ times|nobody|wast(e|ed|ing) (of )?(my )?time)/i;

const STRENGTHENED =
  /\b(very|extremely|incredibly|absolutely|totally|completely|utterly|so|really|worst|best|never|always|furious|ever)\b|!|[A-Z]{4}/g;
const WEAKENED = /\b(a (bit|little)|slightly|somewhat|kind of|fairly|quite|rather|mildly)\b/i;

/** Thanks that give none. */
const DENIES_THANKS = /\bthank(s| you) (for nothing|a bunch)\b/i;

/** What is looked at for cues; a part of a text is a clause or some. */
const MAX_CUE_CHARS = 2_000;

/**
 * The emotions of the product that show in a text, or in its tokens from one up to another, the surest first. Neutral
 * only where no other is. Frustration, anger and annoyance are one family: only the surest of them is given, and those
 * it could as well be stand in `orElse`.
 */
export function emotionsIn(
  text: string,
  reading: Reading,
  from = 0,
  to = reading.tokens.length,
): EmotionFound[] {
  if (from >= to) return [];
  const part = text
    .slice(reading.tokens[from]!.start, reading.tokens[to - 1]!.end + 2)
    .slice(0, MAX_CUE_CHARS);
  const felt = feelingsIn(reading, from, to).filter(
    ({ emotion }) => emotion !== 'gratitude' || !DENIES_THANKS.test(part),
  );
  const told = tellApart(felt, part);
  const isNeutral = !told.some(({ emotion }) => emotion !== 'neutral');
  return told
    .filter(({ emotion }) => isNeutral || emotion !== 'neutral')
    .sort((a, b) => b.confidence - a.confidence || EMOTIONS.indexOf(a.emotion) - EMOTIONS.indexOf(b.emotion))
    .flatMap(({ emotion, confidence, label, orElse }) => {
      const span = reading.evidence('emotion', label, from, to);
      return span ? [{ emotion, intensity: intensityOf(confidence, part), confidence, orElse, span }] : [];
    });
}

/** What a part of a text shows counts for the whole only when it shows clearly. */
const CLEAR_IN_A_PART = 0.6;

/**
 * The emotions of a text that is made of several parts, the surest first: those of the whole, shown in the part that shows them
 * best, and those that one part shows clearly. No span reaches from one part into another.
 */
export function emotionsAcross(text: string, reading: Reading, parts: readonly TokenRange[]): EmotionFound[] {
  const whole = emotionsIn(text, reading);
  if (parts.length < 2) return whole;
  const inParts = parts.flatMap(({ from, to }) => emotionsIn(text, reading, from, to));
  const shown = inParts.flatMap((one) => {
    const known = whole.find(({ emotion }) => emotion === one.emotion);
    if (known) return [{ ...one, confidence: Math.max(one.confidence, known.confidence) }];
    return one.confidence >= CLEAR_IN_A_PART ? [one] : [];
  });
  const cut = whole.map((one) => ({ ...one, span: largestPart(one.span, reading, parts) }));
  return surest([...shown, ...cut]);
}

/** Each emotion once, of the angry ones only one, and neutral only where no other is. */
function surest(found: EmotionFound[]): EmotionFound[] {
  const kept: EmotionFound[] = [];
  const inOrder = found.sort((a, b) => b.confidence - a.confidence);
  for (const one of inOrder) {
    const isKnown = kept.some(({ emotion }) => emotion === one.emotion);
    const isAngryToo = ANGRY.includes(one.emotion) && kept.some(({ emotion }) => ANGRY.includes(emotion));
    if (!isKnown && !isAngryToo) kept.push(one);
  }
  const isNeutral = kept.every(({ emotion }) => emotion === 'neutral');
  return isNeutral ? kept : kept.filter(({ emotion }) => emotion !== 'neutral');
}

/** What of a span lies in the part that has most of it. */
function largestPart(span: Span, { tokens }: Reading, parts: readonly TokenRange[]): Span {
  const cuts = parts.map(({ from, to }) => ({
    start: Math.max(span.start, tokens[from]!.start),
    end: Math.min(span.end, tokens[to - 1]!.end),
  }));
  return cuts.reduce((best, cut) => (cut.end - cut.start > best.end - best.start ? cut : best));
}

interface Feeling {
  emotion: Emotion;
  confidence: number;
  /** The label of the model that speaks for it most. */
  label: number;
  orElse: Emotion[];
}

function feelingsIn(reading: Reading, from: number, to: number): Feeling[] {
  const { emotions } = reading.judge(from, to);
  return Object.entries(LABELS_OF).flatMap(([emotion, labels]) => {
    const present = labels
      .map((label) => LABEL_NUMBER.get(label)!)
      .filter((label) => emotions[label]! >= reading.thresholds[label]!)
      .sort((a, b) => emotions[b]! - emotions[a]!);
    const label = present[0];
    if (label === undefined) return [];
    return [{ emotion: emotion as Emotion, confidence: emotions[label]!, label, orElse: [] }];
  });
}

const ANGRY: Emotion[] = ['frustration', 'anger', 'annoyance'];

function tellApart(felt: Feeling[], part: string): Feeling[] {
  const angry = felt.filter(({ emotion }) => ANGRY.includes(emotion));
  const others = felt.filter(({ emotion }) => !ANGRY.includes(emotion));
  const letDown = others.find(({ emotion }) => emotion === 'disappointment');
  const surest = angry.sort((a, b) => b.confidence - a.confidence)[0] ?? letDown;
  if (SAYS_FRUSTRATION.test(part)) return [...others, frustration(surest, 0.8, [])];
  if (surest === undefined) return felt;
  if (HINTS_AT_FRUSTRATION.test(part))
    return [...others, frustration(surest, surest.confidence, ['annoyance'])];
  if (surest === letDown) return felt;
  return [...others, { ...surest, orElse: ANGRY.filter((emotion) => emotion !== surest.emotion) }];
}

function frustration(like: Feeling | undefined, confidence: number, orElse: Emotion[]): Feeling {
  const label = like?.label ?? LABEL_NUMBER.get('annoyance')!;
  return { emotion: 'frustration', confidence, label, orElse };
}

/** Half of it is how clearly the model sees the emotion, the rest how the writer puts it. */
function intensityOf(confidence: number, part: string): number {
  const strong = Math.min(3, part.match(STRENGTHENED)?.length ?? 0);
  const weak = WEAKENED.test(part) ? 1 : 0;
  return Math.min(1, Math.max(0.1, 0.2 + 0.5 * confidence + 0.12 * strong - 0.15 * weak));
}
