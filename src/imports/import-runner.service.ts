import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { type CsvRow } from '../platform/csv/csv-row.js';
import { readCsv } from '../platform/csv/read-csv.js';
import { Database } from '../platform/database/database.js';
import { undone } from '../platform/database/undone.js';
import { ContactImportService } from './contact-import.service.js';
import { NO_COUNTS } from './import-progress.js';
import type { RowOutcome } from './import-row.js';
import type { ImportRun } from './import-run.entity.js';
import { ImportsQueries, type Rejection } from './imports.queries.js';
import { ResponseImportService } from './response-import.service.js';
import { reportOf, type RowIntake, type Taken } from './row-intake.js';

/** How many rows a dry run shows as they would be taken in. */
const SAMPLE_ROWS = 5;

/** Told after every batch: how far the run is, and which rows the batch could not take in. */
export type Watch = (run: ImportRun, rejections: Rejection[]) => void;

type Outcome = { line: number } & RowOutcome<object>;
type Source = AsyncIterable<Uint8Array>;

/** Rows read one after the other, and how much of the file was read by then. */
interface Batch {
  outcomes: Outcome[];
  /** The good ones; null in a dry run. */
  prepared: object[] | null;
  bytesDone: number;
}

/**
 * Carries an import out: reads the file piece by piece and takes its rows in, a batch a transaction. Counters and
 * rejected rows are written in the transaction of their batch, so a run whose process was killed is taken up again
 * exactly after the last whole batch.
 */
@Injectable()
export class ImportRunnerService {
  constructor(
    private readonly database: Database,
    private readonly queries: ImportsQueries,
    private readonly responses: ResponseImportService,
    private readonly contacts: ContactImportService,
    private readonly clock: Clock,
  ) {}

  /** Takes all rows of a begun run in. Throws an `Invalid` when the file as a whole cannot be imported. */
  async takeAll(run: ImportRun, source: Source, watch: Watch): Promise<void> {
    const meter = new Meter(source);
    const file = await readCsv(meter);
    const intake = await this.database.inTenant(run.tenantId, () => this.prepare(run, file.headers), {
      readOnly: true,
    });
    run.columns = reportOf(intake.columns, file.dialect.notes);
    const batches = readBatches(file.batches, intake, run);
    let taking: Promise<void> = Promise.resolve();
    try {
      for await (const outcomes of batches) {
        const bytesDone = meter.bytes;
        // The database is at work on one batch while the next one is read and prepared.
        const prepared = await this.prepareBatch(run, intake, outcomes);
        await taking;
        const take = () => this.takeBatch(run, intake, { outcomes, prepared, bytesDone });
        taking = this.database.inTenant(run.tenantId, take).then((rejections) => watch(run, rejections));
        taking.catch(() => undefined); // met where it is awaited
      }
    } finally {
      await taking;
    }
  }

  private async prepare(run: ImportRun, headers: string[]): Promise<RowIntake<object>> {
    return run.kind === 'responses'
      ? this.responses.prepare(run, headers)
      : this.contacts.prepare(run, headers);
  }

  /** A dry run takes back what it wrote, so it prepares in the transaction it is undone in. */
  private async prepareBatch(run: ImportRun, intake: RowIntake<object>, outcomes: Outcome[]) {
    if (run.isDryRun) return null;
    return this.database.inTenant(run.tenantId, () => intake.prepare(itemsOf(outcomes)));
  }

  /** Takes a batch in within the open tenant transaction; returns the rows it could not take. */
  private async takeBatch(
    run: ImportRun,
    intake: RowIntake<object>,
    { outcomes, prepared, bytesDone }: Batch,
  ): Promise<Rejection[]> {
    const good = outcomes.filter((outcome) => outcome.ok);
    const trial = async () => intake.take(await intake.prepare(itemsOf(outcomes)));
    const taken = prepared ? await intake.take(prepared) : await undone(trial);
    const rejections = [...rejectedOnReading(outcomes), ...rejectedOnTaking(good, taken)];
    rejections.sort((a, b) => a.line - b.line);
    await this.queries.keepRejections(run, rejections);
    const imported = good.filter((_, i) => taken[i] === 'imported');
    const batch = {
      read: outcomes.length,
      imported: imported.length,
      duplicates: taken.filter((one) => one === 'duplicate').length,
      skipped: outcomes.filter((outcome) => !outcome.ok && outcome.skipped).length,
      rejected: rejections.length,
      scoresUnread: imported.filter(({ unreadScore }) => unreadScore !== null).length,
      datesAmbiguous: imported.filter(({ isDateAmbiguous }) => isDateAmbiguous).length,
    };
    run.advance({ ...NO_COUNTS, ...batch }, bytesDone, this.clock.now());
    await this.queries.saveProgress(run);
    return rejections;
  }
}

/** Counts the bytes of a source as they are read. */
class Meter implements Source {
  bytes = 0;

  constructor(private readonly source: Source) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void> {
    for await (const piece of this.source) {
      this.bytes += piece.length;
      yield piece;
    }
  }
}

/** The rows nobody has taken in yet. Those before are read as well: the keys of the others depend on them. */
async function* readBatches(
  batches: AsyncIterable<CsvRow[]>,
  intake: RowIntake<object>,
  run: ImportRun,
): AsyncGenerator<Outcome[], void> {
  let takenBefore = run.counts.read;
  for await (const rows of batches) {
    const outcomes = rows.map((row) => ({ line: row.line, ...read(row, intake) }));
    const fresh = outcomes.slice(takenBefore);
    takenBefore -= outcomes.length - fresh.length;
    if (run.isDryRun) run.sample = sampleOf(run.sample ?? [], fresh);
    if (fresh.length > 0) yield fresh;
  }
}

function read(row: CsvRow, intake: RowIntake<object>): RowOutcome<object> {
  return 'fault' in row ? { ok: false, skipped: false, line: row.line, ...row.fault } : intake.read(row);
}

function itemsOf(outcomes: Outcome[]): object[] {
  return outcomes.flatMap((outcome) => (outcome.ok ? [outcome.item] : []));
}

function sampleOf(sample: object[], outcomes: Outcome[]): object[] {
  return [...sample, ...itemsOf(outcomes).slice(0, SAMPLE_ROWS - sample.length)];
}

function rejectedOnReading(outcomes: Outcome[]): Rejection[] {
  return outcomes.flatMap((outcome) =>
    outcome.ok || outcome.skipped
      ? []
      : [{ line: outcome.line, column: outcome.column, reason: outcome.reason }],
  );
}

function rejectedOnTaking(good: { line: number }[], taken: Taken[]): Rejection[] {
  return good.flatMap(({ line }, i) => (typeof taken[i] === 'object' ? [{ line, ...taken[i] }] : []));
}
