import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { HeedError, NotFound, Unavailable } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import { asDatabaseProblem } from '../platform/http/database-problem.js';
import { type Page, type PageQuery } from '../platform/http/page.js';
import { pageById } from '../platform/http/page-by-id.js';
import { ContactImportService } from './contact-import.service.js';
import type { ImportOrder } from './import-order.js';
import { ImportRun } from './import-run.entity.js';
import { ImportRunnerService, type Watch } from './import-runner.service.js';
import { ImportTakenOver } from './imports.errors.js';
import { ImportCompleted, ImportFailed } from './imports.events.js';
import { ImportsQueries, type Rejection } from './imports.queries.js';
import { ResponseImportService } from './response-import.service.js';

/** Imports from their order to their end. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ImportsQueries,
    private readonly runner: ImportRunnerService,
    private readonly responses: ResponseImportService,
    private readonly contacts: ContactImportService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Notes an order, of a local file or of one about to be uploaded. Refuses what no file could fulfil. */
  async open(order: ImportOrder, file: { bytes: number } | null): Promise<ImportRun> {
    if (order.kind === 'responses') await this.responses.check(order);
    else this.contacts.check(order);
    const run = ImportRun.create(order, file, this.clock.now());
    await this.database.repository(ImportRun).insert(run);
    return run;
  }

  list(query: PageQuery): Promise<Page<ImportRun>> {
    return pageById(this.database.repository(ImportRun), query);
  }

  async get(id: string): Promise<ImportRun> {
    const run = await this.database.repository(ImportRun).findOne({ id });
    if (!run) throw NotFound.of('import', id);
    return run;
  }

  async rejections(id: string, query: PageQuery): Promise<Page<Rejection>> {
    await this.get(id);
    return this.queries.rejections(id, query);
  }

  async allRejections(id: string): Promise<Rejection[]> {
    await this.get(id);
    return this.queries.allRejections(id);
  }

  /**
   * Takes the rows of a file in, each batch in a transaction of its own, and ends the import. Nothing happens when it
   * has ended before. Throws only what another attempt may overcome; a file that cannot be imported fails its import.
   */
  async carryOut(
    tenantId: string,
    id: string,
    source: AsyncIterable<Uint8Array>,
    watch: Watch = () => undefined,
  ): Promise<ImportRun> {
    const run = await this.database.inTenant(tenantId, () => this.begin(id));
    if (run.isOver) return run;
    try {
      await this.runner.takeAll(run, source, watch);
      run.complete(this.clock.now());
    } catch (error) {
      const { code, message } = finalOrThrow(error);
      run.fail(code, message, this.clock.now());
    }
    await this.database.inTenant(tenantId, () => this.end(run));
    return run;
  }

  /** Gives an import up, for a reason that lies outside its file. */
  async giveUp(tenantId: string, id: string, detail: string): Promise<void> {
    await this.database.inTenant(tenantId, async () => {
      const run = await this.database.repository(ImportRun).lockOne({ id });
      if (!run || run.isOver) return;
      run.fail('import.given_up', detail, this.clock.now());
      await this.database.repository(ImportRun).save(run);
    });
  }

  private async begin(id: string): Promise<ImportRun> {
    const run = await this.database.repository(ImportRun).lockOne({ id });
    if (!run) throw NotFound.of('import', id);
    if (run.isOver) return run;
    run.begin(this.clock.now());
    return this.database.repository(ImportRun).save(run);
  }

  private async end(run: ImportRun): Promise<void> {
    await this.queries.saveProgress(run);
    await this.queries.dropChunks(run.id);
    if (run.isDryRun) return;
    const { imported, duplicates, skipped, rejected } = run.counts;
    const fact = run.error
      ? new ImportFailed(run.id, run.error.code)
      : new ImportCompleted(run.id, run.kind, imported, duplicates, skipped, rejected);
    this.events.record(fact);
  }
}

/** The error where it says something of the file, which another attempt would only meet again. */
function finalOrThrow(thrown: unknown): HeedError {
  const error = asDatabaseProblem(thrown) ?? thrown;
  const isFinal =
    error instanceof HeedError && !(error instanceof Unavailable) && !(error instanceof ImportTakenOver);
  if (!isFinal) throw thrown;
  return error;
}
