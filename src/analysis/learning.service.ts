import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AnalyzerService } from '../analyzer/analyzer.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { HeadsService } from './heads.service.js';
import { learn, type PartFigures } from './learn.js';
import type { Learned, LearnedPart } from './learned.js';
import { LessonsService } from './lessons.service.js';
import { type Part, PARTS } from './lessons.js';

/** Learns from what members corrected. Trains outside of any transaction, for it takes up to some seconds, in turns with whatever else there is to do. */
@Injectable()
export class LearningService {
  constructor(
    private readonly database: Database,
    private readonly lessons: LessonsService,
    private readonly heads: HeadsService,
    private readonly analyzer: AnalyzerService,
    private readonly clock: Clock,
  ) {}

  /**
   * Learns each part anew. One goes into use only when it beats what is in use on corrections it has not seen; the other
   * parts stay as they are. Does nothing when there is no correction that was not learned from.
   */
  async learn(tenantId: string): Promise<void> {
    const startedAt = this.clock.now(); // what is corrected from here on is for the next time
    const known = await this.database.inTenant(tenantId, async () =>
      (await this.heads.isUpToDate())
        ? null
        : { lessons: await this.lessons.all(), inUse: (await this.heads.live())?.learned ?? {} },
    );
    if (!known) return;
    const figures: PartFigures[] = [];
    const better: Partial<Record<Part, LearnedPart>> = {};
    for (const part of PARTS) {
      const vectorOf = this.analyzer.vectorOf.bind(this.analyzer);
      const result = await inTurns(learn(part, known.lessons, known.inUse, vectorOf));
      figures.push(result.figures);
      if (result.learned) better[part] = result.learned;
    }
    const toUse: Learned | null = Object.keys(better).length > 0 ? { ...known.inUse, ...better } : null;
    await this.database.inTenant(tenantId, () =>
      this.heads.keep(known.lessons.length, figures, toUse, startedAt),
    );
  }
}

/** Does work piece by piece, so that whatever else this process has to do need not wait for the end of it. */
async function inTurns<Result>(work: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await setImmediate();
  }
}
