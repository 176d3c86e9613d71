import { ColumnPlan } from './column-map.js';
import { DateOrder } from './date-forms.js';
import { DateReading, readDate } from './mixed-date.js';
import {
  type DataRow,
  type Fault,
  given,
  type ImportedAccount,
  type ImportedContact,
  quoted,
  RowCells,
  type RowFault,
} from './row-cells.js';
import { readScore, ScoreScale } from './score-scale.js';

/** Everything about an import that its rows are read by. */
export interface ImportPlan {
  columns: ColumnPlan;
  /** Null when no column holds a score. */
  scale: ScoreScale | null;
  dateOrder: DateOrder;
  /** The moment of the import: no answer is later, and the date of all when no column holds one. */
  now: Date;
}

/** One row as feedback, on the scale of its question. */
export interface ImportItem {
  externalId?: string;
  respondedAt: Date;
  score: number | null;
  comment: string | null;
  contact?: ImportedContact;
  account?: ImportedAccount;
  language?: string;
  channel?: string;
  /** What the other columns say, by header; empty values are left out. */
  properties: Record<string, string>;
}

export type RowOutcome<Item = ImportItem> =
  | {
      ok: true;
      item: Item;
      /** What stood in the score's cell when it was no score on the stated scale. */
      unreadScore: string | null;
      /** Only the stated order of day and month decided which day it was. */
      isDateAmbiguous: boolean;
    }
  | RowFault;

type Dating = Extract<DateReading, { at: Date }>;

/**
 * Reads one row of a file as feedback. Texts are trimmed and bounded; a score that is not on the stated scale is a
 * missing one; a row with neither score nor comment is skipped; an unreadable date, an impossible e-mail address, an
 * unknown capacity, an over-long text or a control character rejects the row. Never throws.
 */
export function importRow(row: DataRow, plan: ImportPlan): RowOutcome {
  const cells = new RowCells(row, plan.columns);
  const failed = (skipped: boolean, fault: Fault) =>
    ({ ok: false, skipped, line: row.line, ...fault }) as const;

  const score = plan.scale && readScore(cells.of('score'), plan.scale);
  const comment = cells.of('comment') || null;
  const unreadScore = score === null ? cells.of('score') || null : null;
  if (score === null && comment === null) return failed(true, saysNothing(unreadScore));
  const fault = cells.fault();
  if (fault) return failed(false, fault);
  const date = respondedAt(cells, plan);
  if ('reason' in date) return failed(false, date);

  const item = {
    respondedAt: date.at,
    score,
    comment,
    ...circumstances(cells),
    properties: cells.properties(),
  };
  return { ok: true, item, unreadScore, isDateAmbiguous: date.isAmbiguous };
}

/** Who answered, where and how, as far as the row says. */
function circumstances(cells: RowCells): Partial<ImportItem> {
  const contact = cells.contact();
  const account = cells.account();
  return {
    ...given({
      externalId: cells.of('externalId'),
      language: cells.of('language'),
      channel: cells.of('channel'),
    }),
    ...(contact && { contact }),
    ...(account && { account }),
  };
}

function saysNothing(unreadScore: string | null): Fault {
  const aside = unreadScore === null ? '' : `; ${quoted(unreadScore)} is no score on the stated scale`;
  return { column: null, reason: `there is neither a score nor a comment${aside}` };
}

function respondedAt(cells: RowCells, { dateOrder, now }: ImportPlan): Dating | Fault {
  const column = cells.headerOf('date');
  if (column === null) return { at: now, isAmbiguous: false };
  const cell = cells.of('date');
  if (cell === '') return { column, reason: 'there is no date' };
  const reading = readDate(cell, dateOrder, now);
  return 'at' in reading ? reading : { column, ...reading };
}
