import { DateOrder } from './date-forms.js';

export const IMPORT_KINDS = ['responses', 'contacts'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What someone wants imported, and how the file is to be understood. */
export interface ImportOrder {
  kind: ImportKind;
  /** Key of the survey that responses answer; null for contacts. */
  survey: string | null;
  /** Which column holds which field, as it was stated; what is left out is found by the headers. */
  map: string[];
  /** The scale of the scores, as it was stated; that of the survey's question when null. */
  scale: string | null;
  /** Which of day and month goes first where a date can be read both ways. */
  dateOrder: DateOrder;
  /**
   * Sets rows apart that have no id of their own: the same row under the same key is taken in once, however many
   * files it stands in.
   */
  key: string | null;
  /** Whether responses are news that people act on, rather than history. */
  opensLoops: boolean;
  /** Whether everything happens but nothing is kept. */
  isDryRun: boolean;
}
