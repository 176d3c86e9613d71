import { EMOTION_LABELS, SENTIMENT_LABELS } from '../src/analyzer/labels.js';
import { tokensOf } from '../src/analyzer/tokens.js';
import { actionabilityOf, actionabilityOfAnswer, actionabilityTarget } from './actionability.js';
import type { Example } from './dataset.js';
import type { EmotionRow } from './goemotions.js';
import type { NhsRow } from './nhs.js';
import type { OwnSentence } from './own-sentences.js';
import { sentimentOf } from './sentiment-of-emotions.js';

export function exampleOfEmotions({ text, labels }: EmotionRow): Example {
  const emotions = new Float32Array(EMOTION_LABELS.length);
  for (const label of labels) emotions[label] = 1;
  const actionability = actionabilityTarget(actionabilityOf(text));
  return { text, question: null, targets: [emotions, sentimentOf(labels), actionability], isMeasured: true };
}

export function exampleOfAnswer(row: NhsRow): Example {
  const sentiment = row.sentiment && oneHot(SENTIMENT_LABELS.indexOf(row.sentiment), SENTIMENT_LABELS.length);
  const actionability = actionabilityTarget(actionabilityOfAnswer(row));
  return {
    text: row.text,
    question: row.question,
    targets: [null, sentiment, actionability],
    isMeasured: true,
  };
}

/** Shorter answers, such as “Nothing”, say nothing without the question. */
const LEAST_TOKENS_ALONE = 4;

/** The answers that can be understood alone without their questions, so that the model learns to do without. */
export function unasked(answers: Example[]): Example[] {
  return answers
    .filter(({ text }) => tokensOf(text).length >= LEAST_TOKENS_ALONE)
    .map((answer) => ({ ...answer, question: null }));
}

export function exampleOfOwn({ text, question, sentiment, actionability, emotions }: OwnSentence): Example {
  const targets = [
    emotions && Float32Array.from(EMOTION_LABELS, (label) => (emotions.includes(label) ? 1 : 0)),
    sentiment && oneHot(SENTIMENT_LABELS.indexOf(sentiment), SENTIMENT_LABELS.length),
    actionabilityTarget(actionability),
  ];
  return { text, question, targets, isMeasured: false };
}

function oneHot(label: number, labels: number): Float32Array {
  const target = new Float32Array(labels);
  target[label] = 1;
  return target;
}
