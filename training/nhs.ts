import { RecordParser } from '../src/platform/csv/record-parser.js';
import type { SentimentLabel } from '../src/analyzer/labels.js';
import { textOf, UnreadableData } from './labelled-file.js';

/** A comment of the NHS Friends and Family Test, as pxtextmining publishes them. */
export interface NhsRow {
  respondent: string;
  question: string;
  text: string;
  /** Null where those who labelled the data saw none. */
  sentiment: SentimentLabel | null;
  /** The label columns that were ticked. */
  topics: string[];
}

/** One respondent in five is never trained on. */
const HELD_OUT_OF = 5;

/** 1 is very positive, 5 very negative. */
const SENTIMENTS: Record<string, SentimentLabel> = {
  1: 'positive',
  2: 'positive',
  3: 'neutral',
  4: 'negative',
  5: 'negative',
};
const FIRST_TOPIC = 'Not assigned';
const NO_ANSWER = /^\s*(did not answer)?\s*$/i;

/** Reads the comments that say anything at all. */
export function readNhsRows(file: string): NhsRow[] {
  const records = new RecordParser({ delimiter: ',', quote: '"', newline: '\n' }).end(textOf(file));
  const [header, ...rows] = records.map((record) => ('values' in record ? record.values : []));
  const column = (name: string) => {
    const at = header?.indexOf(name) ?? -1;
    if (at === -1) throw new UnreadableData(`${file}: no column “${name}”`);
    return at;
  };
  const [respondent, question, answer, sentiment, firstTopic] = [
    'Respondent ID',
    'FFT question',
    'FFT answer',
    'Comment sentiment',
    FIRST_TOPIC,
  ].map(column) as [number, number, number, number, number];
  return rows
    .filter((values) => values.length === header!.length && !NO_ANSWER.test(values[answer]!))
    .map((values) => ({
      respondent: values[respondent]!,
      question: values[question]!.replace(/\s+/g, ' '),
      text: values[answer]!,
      sentiment: SENTIMENTS[values[sentiment]!] ?? null,
      topics: header!.filter((_name, at) => at >= firstTopic && values[at] === '1'),
    }));
}

/** Whether a respondent is kept for evaluation: decided by a hash of who it is (FNV-1a), the same for ever. */
export function isHeldOut({ respondent }: NhsRow): boolean {
  let hash = 0x811c9dc5;
  for (const char of respondent) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return (hash >>> 0) % HELD_OUT_OF === 0;
}
