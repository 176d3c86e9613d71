import { readFileSync } from 'node:fs';
import { EMOTION_LABELS } from '../src/analyzer/labels.js';

export interface EmotionRow {
  text: string;
  /** Numbers of `EMOTION_LABELS`. */
  labels: number[];
}

/** Reads `text <tab> comma-separated label numbers <tab> id`, a row a line, without a header. */
export function readEmotionRows(file: string): EmotionRow[] {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  return lines.flatMap((line, at) => (line === '' ? [] : [rowOf(line, `${file}:${at + 1}`)]));
}

function rowOf(line: string, where: string): EmotionRow {
  const [text, labels] = line.split('\t');
  const numbers = (labels ?? '').split(',').map(Number);
  const isKnown = (label: number) => Number.isInteger(label) && label >= 0 && label < EMOTION_LABELS.length;
  if (text === undefined || labels === undefined || !numbers.every(isKnown))
    throw new Error(`${where}: not a text, a tab and label numbers from 0 to ${EMOTION_LABELS.length - 1}`);
  return { text, labels: numbers };
}
