import { Column, Entity } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import { newId } from '../platform/ids.js';
import type { DateOrder } from './date-forms.js';
import type { ImportKind, ImportOrder } from './import-order.js';
import { type ImportCounts, NO_COUNTS, type Progress, progressOf, sumOf } from './import-progress.js';
import type { ColumnReport } from './row-intake.js';

export type ImportState = 'uploading' | 'pending' | 'running' | 'completed' | 'failed';

/** How large the file is, when a local one is read as it is; null for one that is still to be uploaded. */
interface LocalFile {
  bytes: number;
}

/** One import: what was ordered and what became of it. */
@Entity('import_run')
export class ImportRun extends TenantRow implements ImportOrder {
  @Column('text')
  kind: ImportKind;

  @Column('text', { nullable: true })
  survey: string | null;

  @Column('text', { array: true })
  map: string[];

  @Column('text', { nullable: true })
  scale: string | null;

  @Column('text')
  dateOrder: DateOrder;

  @Column('text', { nullable: true })
  key: string | null;

  @Column('boolean')
  opensLoops: boolean;

  @Column('boolean')
  isDryRun: boolean;

  /** Whether the file is kept in the database until it is read; else it is a local file of the command line. */
  @Column('boolean')
  isUpload: boolean;

  @Column('text')
  state: ImportState;

  /** Counts the runners that took it up. Only the latest may go on: an earlier one was taken for dead. */
  @Column('integer')
  attempt: number;

  @Column('jsonb')
  counts: ImportCounts;

  @Column('bigint', { transformer: { from: Number, to: (bytes: number) => bytes } })
  bytesTotal: number;

  @Column('bigint', { transformer: { from: Number, to: (bytes: number) => bytes } })
  bytesDone: number;

  /** How the columns were understood; null until the header is read. */
  @Column('jsonb', { nullable: true })
  columns: ColumnReport | null;

  /** The first rows as they would be taken in; only of a dry run. */
  @Column('jsonb', { nullable: true })
  sample: object[] | null;

  /** Why it failed. */
  @Column('jsonb', { nullable: true })
  error: { code: string; detail: string } | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  /** When its upload or its rows last moved on. */
  @Column('timestamptz')
  progressedAt: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  /** Of a local file, or (null) of one that is about to be uploaded. */
  static create(order: ImportOrder, file: LocalFile | null, now: Date): ImportRun {
    return Object.assign(new ImportRun(), order, {
      id: newId(),
      isUpload: file === null,
      state: file === null ? ('uploading' as const) : ('pending' as const),
      attempt: 0,
      counts: NO_COUNTS,
      bytesTotal: file?.bytes ?? 0,
      bytesDone: 0,
      columns: null,
      sample: null,
      error: null,
      createdAt: now,
      startedAt: null,
      progressedAt: now,
      finishedAt: null,
    });
  }

  get isOver(): boolean {
    return this.state === 'completed' || this.state === 'failed';
  }

  /** Another runner takes it up, at the first row that no runner has taken in. */
  begin(now: Date): void {
    this.state = 'running';
    this.attempt += 1;
    this.startedAt ??= now;
    this.progressedAt = now;
  }

  advance(batch: ImportCounts, bytesDone: number, now: Date): void {
    this.counts = sumOf(this.counts, batch);
    this.bytesDone = Math.max(this.bytesDone, bytesDone);
    this.progressedAt = now;
  }

  complete(now: Date): void {
    this.state = 'completed';
    this.bytesDone = this.bytesTotal;
    this.finishedAt = now;
  }

  fail(code: string, detail: string, now: Date): void {
    this.state = 'failed';
    this.error = { code, detail };
    this.finishedAt = now;
  }

  get progress(): Progress {
    const end = this.finishedAt ?? this.progressedAt;
    const elapsedMs = this.startedAt ? end.getTime() - this.startedAt.getTime() : 0;
    return progressOf(this, elapsedMs);
  }
}
