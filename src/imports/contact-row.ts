import { ColumnPlan } from './column-map.js';
import { RowOutcome } from './import-row.js';
import { type DataRow, type ImportedAccount, type ImportedContact, RowCells } from './row-cells.js';

/** One row as a contact, as the account the contact belongs to, or as both. */
export interface ContactItem extends ImportedContact {
  language?: string;
  /** What the other columns say of the contact, by header; empty values are left out. */
  properties?: Record<string, string>;
  account?: ImportedAccount & {
    /** The other columns, where the row names no contact they could belong to. */
    properties?: Record<string, string>;
  };
}

/**
 * Reads one row of a list of contacts. Someone known by a name alone could not be found again when the list is imported
 * a second time, so a contact needs an id or an e-mail address; a row without one that names an account is that
 * account's. A row that names neither is skipped; an impossible e-mail address, an unknown capacity or time zone, an over-long text
 * or a control character rejects the row. Never throws.
 */
export function contactRow(row: DataRow, columns: ColumnPlan): RowOutcome<ContactItem> {
  const cells = new RowCells(row, columns);
  const fault = cells.fault();
  if (fault) return { ok: false, skipped: false, line: row.line, ...fault };

  const contact = cells.contact();
  const account = cells.account();
  const properties = cells.properties();
  const isKnowable = contact?.externalId !== undefined || contact?.email !== undefined;
  if (!isKnowable && (contact || !account)) return notRecognisable(row.line, contact !== null);
  if (!isKnowable) return read({ account: { ...account, properties } });
  const language = cells.of('language');
  return read({ ...contact, ...(language && { language }), properties, ...(account && { account }) });
}

function notRecognisable(line: number, isNamed: boolean): RowOutcome<ContactItem> {
  const reason = isNamed
    ? 'the contact has neither an id nor an e-mail address'
    : 'there is neither a contact nor an account';
  return { ok: false, skipped: !isNamed, line, column: null, reason };
}

function read(item: ContactItem): RowOutcome<ContactItem> {
  return { ok: true, item, unreadScore: null, isDateAmbiguous: false };
}
