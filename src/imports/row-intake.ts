import { ColumnPlan } from './column-map.js';
import { RowOutcome } from './import-row.js';
import { type DataRow, type Fault } from './row-cells.js';

/** How the rows of one kind of import are read and taken in, under the columns of one file. */
export interface RowIntake<Item, Prepared = Item> {
  columns: ColumnPlan;
  /** Reads the next row of the file. Rows are read once each and in order. */
  read(row: DataRow): RowOutcome<Item>;
  /** Does what need not wait for the items before to be taken in; in a tenant transaction, maybe an earlier one. */
  prepare(items: Item[]): Promise<Prepared[]>;
  /** Takes items in within the open tenant transaction; says what became of each, in order. */
  take(items: Prepared[]): Promise<Taken[]>;
}

export type Taken = 'imported' | 'duplicate' | Fault;

/** How an import understands the columns of a file, for people to check. */
export interface ColumnReport {
  fields: { field: string; column: string }[];
  /** Columns kept as properties. */
  properties: string[];
  /** How each field that nobody stated was found, and what else is worth knowing of the file. */
  notes: string[];
}

export function reportOf({ fields, properties, explanations }: ColumnPlan, notes: string[]): ColumnReport {
  return {
    fields: [...fields].map(([field, { header }]) => ({ field, column: header })),
    properties: properties.map(({ header }) => header),
    notes: [...explanations, ...notes],
  };
}
