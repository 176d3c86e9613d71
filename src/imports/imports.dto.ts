import { ApiProperty } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  MaxLength,
} from 'class-validator';
import { RESPONSE_FIELDS } from './import-fields.js';
import { IMPORT_KINDS, type ImportKind, type ImportOrder } from './import-order.js';
import type { ImportRun, ImportState } from './import-run.entity.js';
import type { Rejection } from './imports.queries.js';

/** More entries than there are fields cannot be meant. */
const MAX_MAP_ENTRIES = RESPONSE_FIELDS.length;
const DATE_ORDERS = ['dmy', 'mdy'] as const;

const asTruth = ({ value }: TransformFnParams): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;
const asList = ({ value }: TransformFnParams): unknown => (typeof value === 'string' ? [value] : value);

/** What to make of the file in the body, stated as query parameters. */
export class StartImport {
  /** What the rows are. */
  @IsOptional()
  @IsIn(IMPORT_KINDS)
  kind: ImportKind = 'responses';

  /** Key of the survey the responses answer. */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  survey?: string;

  /** Which column holds which field, as in `score=Rating,comment=What would you change?`; the rest is found by the headers. */
  @IsOptional()
  @Transform(asList)
  @IsArray()
  @ArrayMaxSize(MAX_MAP_ENTRIES)
  @IsString({ each: true })
  @MaxLength(10_000, { each: true })
  map: string[] = [];

  /** The scale of the scores in the file, as in `0..10`, or `1..5 reversed` when 1 is best; other values are no score. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  scale?: string;

  /** What goes first in a date that can be read both ways, such as 01/02/2025. */
  @IsOptional()
  @IsIn(DATE_ORDERS)
  dateOrder: (typeof DATE_ORDERS)[number] = 'dmy';

  /** Sets rows without ids apart from the same rows in other files, as in `2025-q3`. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  key?: string;

  /** Whether the responses are news to act on, rather than history. */
  @IsOptional()
  @Transform(asTruth)
  @IsBoolean()
  openLoops: boolean = false;

  /** Whether to say only what would happen. */
  @IsOptional()
  @Transform(asTruth)
  @IsBoolean()
  dryRun: boolean = false;
}

export class ImportCountsView {
  read: number;
  imported: number;
  /** Taken in before, by an earlier import or an earlier row. */
  duplicates: number;
  /** Said nothing. */
  skipped: number;
  rejected: number;
  /** Taken in without the score that stood in the row, because it is not on the scale. */
  scoresUnread: number;
  /** Taken in with a day that `dateOrder` alone decided. */
  datesAmbiguous: number;
}

export class ImportProgressView {
  /** Of the file's bytes, from 0 to 1. */
  share: number | null;
  rowsPerSecond: number;
  secondsLeft: number | null;
}

export class FieldColumnView {
  field: string;
  column: string;
}

export class ColumnsView {
  fields: FieldColumnView[];
  /** Columns kept as properties. */
  properties: string[];
  /** How the columns nobody stated were found, and what else is worth knowing of the file. */
  notes: string[];
}

export class ImportErrorView {
  code: string;
  detail: string;
}

export class ImportView {
  id: string;
  kind: ImportKind;
  survey: string | null;
  state: ImportState;
  map: string[];
  scale: string | null;
  dateOrder: string;
  key: string | null;
  openLoops: boolean;
  dryRun: boolean;
  counts: ImportCountsView;
  progress: ImportProgressView;
  /** How the columns were understood; null until the header is read. */
  columns: ColumnsView | null;
  /** The first rows as they would be taken in; only of a dry run. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true }, nullable: true })
  sample: object[] | null;
  /** Why it failed. */
  error: ImportErrorView | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export class ImportPage {
  items: ImportView[];
  next: string | null;
}

export class RejectionView implements Rejection {
  /** Where the row starts; the header is on line 1. */
  line: number;
  /** Null when no single column is to blame. */
  column: string | null;
  reason: string;
}

export class RejectionPage {
  items: RejectionView[];
  next: string | null;
}

export function orderOf({ survey, scale, key, openLoops, dryRun, ...order }: StartImport): ImportOrder {
  return {
    ...order,
    survey: survey ?? null,
    scale: scale ?? null,
    key: key ?? null,
    opensLoops: openLoops,
    isDryRun: dryRun,
  };
}

export function viewImport(run: ImportRun): ImportView {
  const { id, kind, survey, state, map, scale, dateOrder, key, counts, progress } = run;
  const { columns, sample, error, createdAt, startedAt, finishedAt } = run;
  return {
    ...{ id, kind, survey, state, map, scale, dateOrder, key },
    openLoops: run.opensLoops,
    dryRun: run.isDryRun,
    ...{ counts, progress, columns, sample, error, createdAt, startedAt, finishedAt },
  };
}
