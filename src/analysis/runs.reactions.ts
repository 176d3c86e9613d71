import { Injectable } from '@nestjs/common';
import { ImportCompleted } from '../imports/imports.events.js';
import { Clock } from '../platform/clock.js';
import type { Recorded } from '../platform/events/event.js';
import { CallAgain, On } from '../platform/events/on.js';
import { AnalysisRunRequested } from './analysis.events.js';
import { RunCarryingService } from './run-carrying.service.js';
import { RunsService } from './runs.service.js';

/** How soon to see again whether the run before is over, in milliseconds. */
const NEXT_LOOK_MS = 30_000;

@Injectable()
export class RunsReactions {
  constructor(
    private readonly runs: RunsService,
    private readonly carrying: RunCarryingService,
    private readonly clock: Clock,
  ) {}

  /** Takes longer than any transaction should, hence outside of one; every batch has its own. */
  @On(AnalysisRunRequested, { outside: true })
  async carryOut(requested: Recorded<AnalysisRunRequested>[]): Promise<void> {
    for (const { data } of requested) await this.carrying.carryOut(data.tenantId, data.runId);
  }

  /** History comes without a word about each response, for nobody is to act on it; it is analysed all the same. */
  @On(ImportCompleted)
  async analyzeImported(completed: Recorded<ImportCompleted>[]): Promise<void> {
    if (!completed.some(({ data }) => data.kind === 'responses' && data.imported > 0)) return;
    if (await this.runs.isUnderWay())
      throw new CallAgain(new Date(this.clock.now().getTime() + NEXT_LOOK_MS));
    await this.runs.order('unanalyzed');
  }
}
