import { EMOTION_LABELS, SENTIMENT_LABELS } from '../src/analyzer/labels.js';

/** The data set's own grouping; what it calls ambiguous (surprise, curiosity, …) is neutral here. */
const POSITIVE = words(
  'admiration amusement approval caring desire excitement gratitude joy love optimism pride relief',
);
const NEGATIVE = words(
  'anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness',
);

/** How the sentiment divides over `SENTIMENT_LABELS`, when these emotions are felt. */
export function sentimentOf(labels: number[]): Float32Array {
  const shares = new Float32Array(SENTIMENT_LABELS.length);
  for (const label of labels) {
    const name = EMOTION_LABELS[label]!;
    shares[POSITIVE.has(name) ? 2 : NEGATIVE.has(name) ? 0 : 1]! += 1 / labels.length;
  }
  return shares;
}

function words(list: string): Set<string> {
  return new Set(list.split(' '));
}
