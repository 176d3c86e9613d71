import { matchHeaders, nearest, plainName, WantedField } from '../platform/csv/match-header.js';
import { PROPERTY_NAME_LENGTH } from '../platform/properties.js';
import { fieldNamed, ImportField, RESPONSE_FIELDS } from './import-fields.js';

/** What a person states about columns: the header of a field, or `null` for a field that no column holds. */
export type ColumnMap = ReadonlyMap<ImportField, string | null>;

/** Where each field and each property stands in a row. */
export interface ColumnPlan {
  fields: ReadonlyMap<ImportField, Column>;
  properties: readonly Column[];
  /** How each field that nobody stated was found, a sentence each. */
  explanations: readonly string[];
}

/** The fields a kind of import knows. */
type Fields = readonly WantedField<ImportField>[];

export interface Column {
  /** Counted from 0. */
  index: number;
  header: string;
}

export class InvalidColumnMap extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'InvalidColumnMap';
  }
}

/** Enough to recognise a file by. */
const LISTED_COLUMNS = 12;
/** A comma parts two entries only where another `field=` follows, for headers have commas too. */
const BETWEEN_ENTRIES = /,(?=\s*[\p{L}._]+\s*=)/u;

/**
 * Reads `score=Rating,contact.email=E-Mail`, several such texts, or the same as an object. A field that is stated to be
 * empty (`comment=`) is not looked for either. Throws `InvalidColumnMap` for an unknown or repeated field, or other text.
 */
export function parseColumnMap(
  stated: string | readonly string[] | Readonly<Record<string, string>>,
  known: Fields = RESPONSE_FIELDS,
): ColumnMap {
  const texts = typeof stated === 'string' ? [stated] : stated;
  const entries = isList(texts) ? texts.flatMap(entriesOf) : Object.entries(texts);
  const map = new Map<ImportField, string | null>();
  for (const [name, header] of entries) {
    const field = fieldNamed(name, known);
    if (field === null) throw new InvalidColumnMap(unknownField(name, known));
    if (map.has(field)) throw new InvalidColumnMap(`The field ${field} is stated twice`);
    map.set(field, header.trim() || null);
  }
  return map;
}

/**
 * Decides what each column of a file holds: as stated, else by the likeness of its header to a field, else a property.
 * Throws `InvalidColumnMap` for a stated column that is not there, for one used twice, and where the headers leave two
 * possibilities: a guess would put feedback under the wrong name.
 */
export function planColumns(
  headers: readonly string[],
  stated: ColumnMap,
  known: Fields = RESPONSE_FIELDS,
): ColumnPlan {
  const fields = new Map<ImportField, Column>();
  const free = new Set(headers.keys());
  for (const [field, header] of stated) {
    if (header === null) continue;
    const index = columnNamed(header, headers);
    if (!free.delete(index))
      throw new InvalidColumnMap(`The column “${headers[index]}” is stated for two fields`);
    fields.set(field, { index, header: headers[index]! });
  }

  const columns = [...free];
  const wanted = known.filter(({ field }) => !stated.has(field));
  const found = matchHeaders(
    columns.map((index) => headers[index]!),
    wanted,
  );
  const [doubt] = found.doubts;
  if (doubt) throw new InvalidColumnMap(`${doubt}; state which one it is, or none with “field=”`);
  for (const [field, position] of found.columns) {
    const index = columns[position]!;
    free.delete(index);
    fields.set(field, { index, header: headers[index]! });
  }
  return { fields, properties: propertiesOf([...free], headers), explanations: found.explanations };
}

function isList(value: readonly string[] | Readonly<Record<string, string>>): value is readonly string[] {
  return Array.isArray(value);
}

function entriesOf(text: string): [string, string][] {
  if (text.trim() === '') return [];
  return text.split(BETWEEN_ENTRIES).map((entry) => {
    const at = entry.indexOf('=');
    if (at === -1) throw new InvalidColumnMap(`“${entry.trim()}” is not of the form field=column`);
    return [entry.slice(0, at).trim(), entry.slice(at + 1)];
  });
}

function unknownField(name: string, known: Fields): string {
  const fields = known.map(({ field }) => field);
  const meant = nearest(name, fields);
  const advice = meant ? `did you mean ${meant}?` : `the fields are ${fields.join(', ')}`;
  return `There is no field “${name}”; ${advice}`;
}

/** The column that a person names: exactly so, else but for case, accents and punctuation. */
function columnNamed(name: string, headers: readonly string[]): number {
  const all = [...headers.keys()];
  const exact = all.filter((index) => headers[index] === name);
  const found =
    exact.length > 0 ? exact : all.filter((index) => plainName(headers[index]!) === plainName(name));
  if (found.length > 1) throw new InvalidColumnMap(`${found.length} columns are called “${name}”`);
  if (found[0] !== undefined) return found[0];
  const meant = nearest(name, headers);
  const advice = meant
    ? `did you mean “${meant}”?`
    : `the first columns are ${headers
        .slice(0, LISTED_COLUMNS)
        .map((header) => `“${header}”`)
        .join(', ')}`;
  throw new InvalidColumnMap(`There is no column “${name}”; ${advice}`);
}

/**
 * The remaining columns under names that differ and are short enough to keep: a blank or repeated header is told apart
 * by its position.
 */
function propertiesOf(indexes: readonly number[], headers: readonly string[]): Column[] {
  const used = new Set<string>();
  return indexes.map((index) => {
    const header = (headers[index] || `column ${index + 1}`).slice(0, PROPERTY_NAME_LENGTH).toWellFormed();
    const position = ` (column ${index + 1})`;
    const name = used.has(header)
      ? header.slice(0, PROPERTY_NAME_LENGTH - position.length) + position
      : header;
    used.add(name);
    return { index, header: name };
  });
}
