import { Injectable } from '@nestjs/common';
import { AnalyzerService } from '../analyzer/analyzer.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import type { Page, PageQuery } from '../platform/http/page.js';
import { pageById } from '../platform/http/page-by-id.js';
import { newId } from '../platform/ids.js';
import { Remembered } from '../platform/remembered.js';
import { HeadTrained } from './analysis.events.js';
import { AnalysisHead } from './head.entity.js';
import { HeadsQueries } from './heads.queries.js';
import type { PartFigures } from './learn.js';
import type { Learned } from './learned.js';

/** A head never changes; it is forgotten to make room, in milliseconds and heads. */
const REMEMBERED_MS = 3_600_000;
const REMEMBERED_HEADS = 100;

export interface LiveHead {
  id: string;
  learned: Learned;
}

/** What was learned from corrections: kept, listed, and the latest that was worth it used. */
@Injectable()
export class HeadsService {
  private readonly remembered = new Remembered<LiveHead>(REMEMBERED_MS, REMEMBERED_HEADS);

  constructor(
    private readonly database: Database,
    private readonly queries: HeadsQueries,
    private readonly analyzer: AnalyzerService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  list(query: PageQuery): Promise<Page<AnalysisHead>> {
    return pageById(this.database.repository(AnalysisHead), query);
  }

  /** The head the open tenant's verbatims are analysed with; null as long as nothing useful was learned. */
  async live(): Promise<LiveHead | null> {
    const id = await this.liveId();
    if (!id) return null;
    const head = this.remembered.get(id) ?? { id, learned: await this.queries.learned(id) };
    this.remembered.set(id, head);
    return head;
  }

  liveId(): Promise<string | null> {
    return this.queries.liveId(this.analyzer.version);
  }

  isUpToDate(): Promise<boolean> {
    return this.queries.isUpToDate(this.analyzer.version);
  }

  /** Keeps the figures of what was learned; what is to be used is in use once this is committed. */
  async keep(
    corrections: number,
    figures: PartFigures[],
    toUse: Learned | null,
    trainedAt: Date,
  ): Promise<void> {
    const head = Object.assign(new AnalysisHead(), {
      id: newId(),
      analyzerVersion: this.analyzer.version,
      corrections,
      figures,
      trainedAt,
      liveAt: toUse && this.clock.now(),
    });
    await this.database.repository(AnalysisHead).insert(head);
    if (toUse) await this.queries.saveParts(head.id, toUse);
    this.events.record(new HeadTrained(head.id, toUse !== null));
  }
}
