import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Analyzed } from './analysis.queries.js';
import { AnalyzingService } from './analyzing.service.js';
import { ChosenAnalysisService } from './chosen-analysis.service.js';
import { RunsService } from './runs.service.js';
import { WrittenService } from './written.service.js';

/** Responses analysed and kept together: little enough to be lost to a crash, and soon enough seen as progress. */
export const RUN_BATCH = 200;

/** Carries runs out, batch by batch, each kept in one transaction with how far the run is. */
@Injectable()
export class RunCarryingService {
  constructor(
    private readonly database: Database,
    private readonly runs: RunsService,
    private readonly written: WrittenService,
    private readonly chosen: ChosenAnalysisService,
    private readonly analyzing: AnalyzingService,
  ) {}

  /** Goes on with a run to its end. Whoever comes to one that is over, or moved on by another meanwhile, does nothing. */
  async carryOut(tenantId: string, runId: string): Promise<void> {
    const inTenant = <T>(work: () => Promise<T>) => this.database.inTenant(tenantId, work);
    for (;;) {
      const ids = await inTenant(() => this.runs.next(runId, RUN_BATCH));
      if (ids.length === 0) return;
      const written = await inTenant(() => this.written.in(ids));
      const analyzed = await this.chosen.analyze(tenantId, written);
      const isWanted = await inTenant(() => this.keep(runId, ids, analyzed));
      if (!isWanted) return;
    }
  }

  private async keep(runId: string, responseIds: string[], analyzed: Analyzed[]): Promise<boolean> {
    const isWanted = await this.runs.advance(runId, responseIds);
    if (isWanted) await this.analyzing.keep(analyzed);
    return isWanted;
  }
}
