import { EMOTION_LABELS } from '../src/analyzer/labels.js';
import { linesOf, UnreadableData } from './labelled-file.js';

export interface EmotionRow {
  text: string;
  /** Numbers of `EMOTION_LABELS`. */
  labels: number[];
}

/**
 * Reads `text <tab> comma-separated label numbers <tab> id`, a row a line, without a header. The file's numbers are
 * places in `numbers`, which are GoEmotions' own unless said otherwise.
 */
export function readEmotionRows(file: string, numbers = [...EMOTION_LABELS.keys()]): EmotionRow[] {
  return linesOf(file).map((line, at) => {
    const [text, labels] = line.split('\t');
    const known = labels?.split(',').map((label) => numbers[/^\d+$/.test(label) ? Number(label) : -1]);
    if (text === undefined || !known?.every((label) => label !== undefined))
      throw new UnreadableData(
        `${file}:${at + 1}: not a text, a tab and label numbers below ${numbers.length}`,
      );
    return { text, labels: known };
  });
}

/** Reads names of labels, a line each, as places in `names`. */
export function readLabelNumbers(file: string, names: readonly string[] = EMOTION_LABELS): number[] {
  return linesOf(file).map((line) => {
    const number = names.indexOf(line.trim());
    if (number === -1) throw new UnreadableData(`${file}: “${line}” is not one of ${names.join(', ')}`);
    return number;
  });
}
