import { Injectable } from '@nestjs/common';
import { Head } from '../analyzer/head.js';
import { Database } from '../platform/database/database.js';
import type { Learned } from './learned.js';
import type { Part } from './lessons.js';

/** SQL for what was learned. */
@Injectable()
export class HeadsQueries {
  constructor(private readonly database: Database) {}

  /** The head in use with a version of the analyser; null when there is none. */
  async liveId(analyzerVersion: string): Promise<string | null> {
    const [head] = await this.database.query<{ id: string }>(
      `select id from analysis_head
        where tenant_id = $1 and live_at is not null and analyzer_version = $2 order by id desc limit 1`,
      [analyzerVersion],
    );
    return head?.id ?? null;
  }

  async learned(headId: string): Promise<Learned> {
    const rows = await this.database.query<{ part: Part; labels: string[]; weights: Buffer }>(
      'select part, labels, weights from analysis_head_part where tenant_id = $1 and head_id = $2',
      [headId],
    );
    return Object.fromEntries(
      rows.map(({ part, labels, weights }) => [part, { labels, head: Head.fromBytes(weights) }]),
    );
  }

  async saveParts(headId: string, learned: Learned): Promise<void> {
    for (const [part, { labels, head }] of Object.entries(learned)) {
      await this.database.query(
        'insert into analysis_head_part (tenant_id, head_id, part, labels, weights) values ($1, $2, $3, $4, $5)',
        [headId, part, labels, Buffer.from(head.toBytes())],
      );
    }
  }

  /** Whether a head was trained with this version of the analyser since the last correction; true when there is none. */
  async isUpToDate(analyzerVersion: string): Promise<boolean> {
    const [row] = await this.database.query<{ isUpToDate: boolean }>(
      `select not exists (
         select from analysis_correction c
          where c.tenant_id = $1 and not exists (
                select from analysis_head h
                 where h.tenant_id = $1 and h.analyzer_version = $2 and h.trained_at >= c.corrected_at)) as "isUpToDate"`,
      [analyzerVersion],
    );
    return row!.isUpToDate;
  }
}
