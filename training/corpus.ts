import { EMOTION_LABELS, SENTIMENT_LABELS } from '../src/analyzer/labels.js';
import { actionabilityOf, actionabilityOfAnswer, actionabilityTarget } from './actionability.js';
import type { Example } from './dataset.js';
import type { EmotionRow } from './goemotions.js';
import type { NhsRow } from './nhs.js';
import { sentimentOf } from './sentiment-of-emotions.js';

export function exampleOfEmotions({ text, labels }: EmotionRow): Example {
  const emotions = new Float32Array(EMOTION_LABELS.length);
  for (const label of labels) emotions[label] = 1;
  const actionability = actionabilityTarget(actionabilityOf(text));
  return { text, question: null, targets: [emotions, sentimentOf(labels), actionability] };
}

export function exampleOfAnswer(row: NhsRow): Example {
  const sentiment = row.sentiment && oneHot(SENTIMENT_LABELS.indexOf(row.sentiment), SENTIMENT_LABELS.length);
  const actionability = actionabilityTarget(actionabilityOfAnswer(row));
  return { text: row.text, question: row.question, targets: [null, sentiment, actionability] };
}

/** The same without the question, so that the model learns to do without. */
export function unasked(example: Example): Example {
  return { ...example, question: null };
}

function oneHot(label: number, labels: number): Float32Array {
  const target = new Float32Array(labels);
  target[label] = 1;
  return target;
}
