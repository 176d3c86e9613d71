import { ColumnPlan } from './column-map.js';
import { DateOrder } from './date-forms.js';
import { ImportField } from './import-fields.js';
import { DateReading, readDate } from './mixed-date.js';
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
  contact?: { externalId?: string; email?: string; name?: string };
  account?: { externalId?: string; name?: string };
  language?: string;
  channel?: string;
  /** What the other columns say, by header; empty values are left out. */
  properties: Record<string, string>;
}

export type RowOutcome =
  | {
      ok: true;
      item: ImportItem;
      /** What stood in the score's cell when it was no score on the stated scale. */
      unreadScore: string | null;
      /** Only the stated order of day and month decided which day it was. */
      isDateAmbiguous: boolean;
    }
  /** `skipped` tells a row that says nothing from one that is wrong; `column` is null when no single one is to blame. */
  | { ok: false; skipped: boolean; line: number; column: string | null; reason: string };

export const MAX_PROPERTIES = 100;
export const MAX_PROPERTY_CHARS = 2_000;
/** The longest text of each field, in UTF-16 code units. */
export const MAX_FIELD_CHARS: Record<ImportField, number> = {
  score: 100,
  comment: 100_000,
  date: 100,
  externalId: 200,
  'contact.externalId': 200,
  'contact.email': 254, // RFC 5321, as corrected by erratum 1690 of RFC 3696
  'contact.name': 200,
  'account.externalId': 200,
  'account.name': 200,
  language: 35, // the longest tag that RFC 5646 (4.4.1) asks to be held
  channel: 50,
};

/** White space is text, also the vertical tab of soft line breaks; the rest is damage, and NUL cannot be stored at all. */
// eslint-disable-next-line no-control-regex
const CONTROL_CHARACTER = /[\0-\x08\x0e-\x1f\x7f]/;
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

type Dating = Extract<DateReading, { at: Date }>;
type Cells = (field: ImportField) => string;
type Fault = { column: string | null; reason: string };

/**
 * Reads one row of a file as feedback. Texts are trimmed and bounded; a score that is not on the stated scale is a
 * missing one; a row with neither score nor comment is skipped; an unreadable date, an impossible e-mail address, an
 * over-long text or a control character rejects the row. Never throws.
 */
export function importRow(row: { line: number; values: readonly string[] }, plan: ImportPlan): RowOutcome {
  const cells = row.values.map((value) => value.trim());
  const cell: Cells = (field) => cells[plan.columns.fields.get(field)?.index ?? -1] ?? '';
  const failed = (skipped: boolean, fault: Fault) =>
    ({ ok: false, skipped, line: row.line, ...fault }) as const;

  const score = plan.scale && readScore(cell('score'), plan.scale);
  const comment = cell('comment') || null;
  const unreadScore = score === null ? cell('score') || null : null;
  if (score === null && comment === null) return failed(true, saysNothing(unreadScore));
  const fault = faultIn(cells, plan.columns) ?? emailFault(cell('contact.email'), plan.columns);
  if (fault) return failed(false, fault);
  const date = respondedAt(cell('date'), plan);
  if ('reason' in date) return failed(false, date);

  const properties = propertiesIn(cells, plan.columns);
  const item = { respondedAt: date.at, score, comment, ...namesIn(cell), properties };
  return { ok: true, item, unreadScore, isDateAmbiguous: date.isAmbiguous };
}

/** Who answered, where and how, as far as the row says. */
function namesIn(cell: Cells): Partial<ImportItem> {
  const contact = given({
    externalId: cell('contact.externalId'),
    email: cell('contact.email'),
    name: cell('contact.name'),
  });
  const account = given({ externalId: cell('account.externalId'), name: cell('account.name') });
  return {
    ...given({ externalId: cell('externalId'), language: cell('language'), channel: cell('channel') }),
    ...(contact && { contact }),
    ...(account && { account }),
  };
}

function saysNothing(unreadScore: string | null): Fault {
  const aside = unreadScore === null ? '' : `; “${unreadScore.slice(0, 40)}” is no score on the stated scale`;
  return { column: null, reason: `there is neither a score nor a comment${aside}` };
}

function respondedAt(cell: string, { columns, dateOrder, now }: ImportPlan): Dating | Fault {
  const column = columns.fields.get('date')?.header;
  if (column === undefined) return { at: now, isAmbiguous: false };
  if (cell === '') return { column, reason: 'there is no date' };
  const reading = readDate(cell, dateOrder, now);
  return 'at' in reading ? reading : { column, ...reading };
}

function faultIn(cells: readonly string[], { fields, properties }: ColumnPlan): Fault | null {
  for (const [field, { index, header }] of fields) {
    const reason = textFault(cells[index]!, MAX_FIELD_CHARS[field]);
    if (reason) return { column: header, reason };
  }
  let kept = 0;
  for (const { index, header } of properties) {
    const reason = textFault(cells[index]!, MAX_PROPERTY_CHARS);
    if (reason) return { column: header, reason };
    if (cells[index] && ++kept > MAX_PROPERTIES)
      return { column: header, reason: `the row has more than ${MAX_PROPERTIES} properties` };
  }
  return null;
}

function textFault(text: string, maxChars: number): string | null {
  if (text.length > maxChars) return `has ${text.length} characters; at most ${maxChars} are kept`;
  const control = CONTROL_CHARACTER.exec(text);
  if (!control) return null;
  const code = text.charCodeAt(control.index).toString(16).toUpperCase().padStart(4, '0');
  return `has the control character U+${code} at position ${control.index + 1}`;
}

function emailFault(email: string, { fields }: ColumnPlan): Fault | null {
  if (email === '' || EMAIL.test(email)) return null;
  return {
    column: fields.get('contact.email')!.header,
    reason: `“${email.slice(0, 40)}” is no e-mail address`,
  };
}

function propertiesIn(cells: readonly string[], { properties }: ColumnPlan): Record<string, string> {
  // From entries, because a header may be `__proto__`.
  return Object.fromEntries(
    properties.filter(({ index }) => cells[index]).map(({ index, header }) => [header, cells[index]!]),
  );
}

/** The texts that are there; null when none is. */
function given<Texts extends Record<string, string>>(texts: Texts): Partial<Texts> | null {
  const present = Object.entries(texts).filter(([, text]) => text !== '');
  return present.length > 0 ? (Object.fromEntries(present) as Partial<Texts>) : null;
}
