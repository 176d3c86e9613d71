import { type Capacity, CAPACITIES } from '../accounts/capacity.js';
import { plainName } from '../platform/csv/match-header.js';
import { MAX_PROPERTIES, PROPERTY_VALUE_LENGTH } from '../platform/properties.js';
import { isTimeZone } from '../platform/time-zone.js';
import { ColumnPlan } from './column-map.js';
import { ImportField } from './import-fields.js';

/** What is wrong with a row; `column` is null when no single one is to blame. */
export interface Fault {
  column: string | null;
  reason: string;
}

/** `skipped` tells a row that says nothing from one that is wrong. */
export type RowFault = { ok: false; skipped: boolean; line: number } & Fault;

/** A data row of the file and the line it starts on. */
export interface DataRow {
  line: number;
  values: readonly string[];
}

export interface ImportedContact {
  externalId?: string;
  email?: string;
  name?: string;
  capacity?: Capacity;
  timeZone?: string;
}

export interface ImportedAccount {
  externalId?: string;
  name?: string;
}

/** The longest text of each field, in UTF-16 code units. */
export const MAX_FIELD_CHARS: Record<ImportField, number> = {
  score: 100,
  comment: 100_000,
  date: 100,
  externalId: 200,
  'contact.externalId': 200,
  'contact.email': 254, // RFC 5321, as corrected by erratum 1690 of RFC 3696
  'contact.name': 200,
  'contact.capacity': 100,
  'contact.timeZone': 100,
  'account.externalId': 200,
  'account.name': 200,
  language: 35, // the longest tag that RFC 5646 (4.4.1) asks to be held
  channel: 50,
};

/** White space is text, also the vertical tab of soft line breaks; the rest is damage, and NUL cannot be stored at all. */
// eslint-disable-next-line no-control-regex
const CONTROL_CHARACTER = /[\0-\x08\x0e-\x1f\x7f]/;
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const QUOTED_CHARS = 40;

/** `Decision maker`, `decision_maker` and `DECISION-MAKER` are one. */
const CAPACITY_NAMES = new Map(CAPACITIES.map((capacity) => [plainName(capacity), capacity]));

/** The cells of one row under the columns of its file. */
export class RowCells {
  readonly line: number;
  private readonly cells: string[];

  constructor(
    row: DataRow,
    private readonly columns: ColumnPlan,
  ) {
    this.line = row.line;
    this.cells = row.values.map((value) => value.trim());
  }

  /** The trimmed text of a field; empty where no column holds it. */
  of(field: ImportField): string {
    return this.cells[this.columns.fields.get(field)?.index ?? -1] ?? '';
  }

  headerOf(field: ImportField): string | null {
    return this.columns.fields.get(field)?.header ?? null;
  }

  /** The first text that is over-long or damaged, e-mail address or time zone that is none, or capacity that nobody has. */
  fault(): Fault | null {
    return this.textFault() ?? this.emailFault() ?? this.capacityFault() ?? this.timeZoneFault();
  }

  /** A time zone alone is nobody's. */
  contact(): ImportedContact | null {
    const contact = given({
      externalId: this.of('contact.externalId'),
      email: this.of('contact.email'),
      name: this.of('contact.name'),
      capacity: capacityNamed(this.of('contact.capacity')) ?? '',
    }) as ImportedContact | null;
    return contact && { ...contact, ...given({ timeZone: this.of('contact.timeZone') }) };
  }

  account(): ImportedAccount | null {
    return given({ externalId: this.of('account.externalId'), name: this.of('account.name') });
  }

  /** What the columns that hold no field say, by header; empty values are left out. */
  properties(): Record<string, string> {
    const filled = this.columns.properties.filter(({ index }) => this.cells[index]);
    // From entries, because a header may be `__proto__`.
    return Object.fromEntries(filled.map(({ index, header }) => [header, this.cells[index]!]));
  }

  private textFault(): Fault | null {
    for (const [field, { index, header }] of this.columns.fields) {
      const reason = textFault(this.cells[index]!, MAX_FIELD_CHARS[field]);
      if (reason) return { column: header, reason };
    }
    let kept = 0;
    for (const { index, header } of this.columns.properties) {
      const reason = textFault(this.cells[index]!, PROPERTY_VALUE_LENGTH);
      if (reason) return { column: header, reason };
      if (this.cells[index] && ++kept > MAX_PROPERTIES)
        return { column: header, reason: `the row has more than ${MAX_PROPERTIES} properties` };
    }
    return null;
  }

  private emailFault(): Fault | null {
    const email = this.of('contact.email');
    if (email === '' || EMAIL.test(email)) return null;
    return { column: this.headerOf('contact.email'), reason: `${quoted(email)} is no e-mail address` };
  }

  private capacityFault(): Fault | null {
    const capacity = this.of('contact.capacity');
    if (capacity === '' || capacityNamed(capacity)) return null;
    const reason = `${quoted(capacity)} is none of ${CAPACITIES.join(', ')}`;
    return { column: this.headerOf('contact.capacity'), reason };
  }

  private timeZoneFault(): Fault | null {
    const zone = this.of('contact.timeZone');
    if (zone === '' || isTimeZone(zone)) return null;
    const reason = `${quoted(zone)} is no time zone such as Europe/Berlin`;
    return { column: this.headerOf('contact.timeZone'), reason };
  }
}

function capacityNamed(text: string): Capacity | undefined {
  return text === '' ? undefined : CAPACITY_NAMES.get(plainName(text));
}

/** The beginning of a text, as reasons cite it. */
export function quoted(text: string): string {
  return `“${text.slice(0, QUOTED_CHARS).toWellFormed()}”`;
}

/** The texts that are there; null when none is. */
export function given<Texts extends Record<string, string>>(texts: Texts): Partial<Texts> | null {
  const present = Object.entries(texts).filter(([, text]) => text !== '');
  return present.length > 0 ? (Object.fromEntries(present) as Partial<Texts>) : null;
}

function textFault(text: string, maxChars: number): string | null {
  if (text.length > maxChars) return `has ${text.length} characters; at most ${maxChars} are kept`;
  const control = CONTROL_CHARACTER.exec(text);
  if (!control) return null;
  const code = text.charCodeAt(control.index).toString(16).toUpperCase().padStart(4, '0');
  return `has the control character U+${code} at position ${control.index + 1}`;
}
