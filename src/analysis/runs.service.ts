import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import { refusing } from '../platform/database/unique.js';
import { NotFound } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import type { Page, PageQuery } from '../platform/http/page.js';
import { pageById } from '../platform/http/page-by-id.js';
import { ThemesService } from '../themes/themes.service.js';
import { RunOver, RunUnderWay } from './analysis.errors.js';
import { AnalysisRunCompleted, AnalysisRunRequested } from './analysis.events.js';
import { AnalysisRun, type RunScope } from './run.entity.js';
import { RunsQueries } from './runs.queries.js';

/** Runs over the responses of a tenant, one at a time: ordered, followed, cancelled, moved on. */
@Injectable()
export class RunsService {
  constructor(
    private readonly database: Database,
    private readonly themes: ThemesService,
    private readonly queries: RunsQueries,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async order(scope: RunScope, since: Date | null = null): Promise<AnalysisRun> {
    await this.themes.begin();
    const run = AnalysisRun.create(scope, since, this.clock.now());
    await refusing(
      'analysis_run_one_at_a_time',
      () => new RunUnderWay(),
      () => this.rows.insert(run),
    );
    this.events.record(new AnalysisRunRequested(run.id, currentTransaction().tenantId));
    return run;
  }

  list(query: PageQuery): Promise<Page<AnalysisRun>> {
    return pageById(this.rows, query);
  }

  async get(id: string): Promise<AnalysisRun> {
    const run = await this.rows.findOne({ id });
    if (!run) throw NotFound.of('analysis_run', id);
    return run;
  }

  async isUnderWay(): Promise<boolean> {
    return (await this.rows.count({ finishedAt: IsNull() })) > 0;
  }

  /** Ends a run where it is; what it has analysed stays. */
  async cancel(id: string): Promise<AnalysisRun> {
    const run = await this.rows.lockOne({ id });
    if (!run) throw NotFound.of('analysis_run', id);
    if (run.isOver) throw new RunOver(id);
    run.cancel(this.clock.now());
    return this.rows.save(run);
  }

  /** The responses to go through next; none when the run is over, which a run that has none left then is. */
  async next(id: string, limit: number): Promise<string[]> {
    const run = await this.rows.lockOne({ id });
    if (!run || run.isOver) return [];
    if (run.state === 'pending') run.begin(await this.queries.countLeft(run), this.clock.now());
    const ids = await this.queries.nextIds(run, limit);
    if (ids.length === 0) {
      run.complete(this.clock.now());
      this.events.record(new AnalysisRunCompleted(id, run.done));
    }
    await this.rows.save(run);
    return ids;
  }

  /** Notes that these responses are done. Returns whether the run still wanted them. */
  async advance(id: string, responseIds: string[]): Promise<boolean> {
    const run = await this.rows.lockOne({ id });
    const last = run?.lastResponseId ?? '';
    if (!run || run.isOver || responseIds[0]! <= last) return false;
    run.advance(responseIds, this.clock.now());
    await this.rows.save(run);
    return true;
  }

  private get rows() {
    return this.database.repository(AnalysisRun);
  }
}
