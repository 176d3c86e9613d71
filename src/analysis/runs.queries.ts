import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { AnalysisRun } from './run.entity.js';

/** The responses a run is still to go through. */
const LEFT = `
    from response r
   where r.tenant_id = $1
     and ($2::uuid is null or r.id > $2)
     and ($3::timestamptz is null or r.responded_at >= $3)
     and ($4 = 'all' or not exists (select from verbatim v where v.tenant_id = $1 and v.response_id = r.id))`;

/** SQL for runs. */
@Injectable()
export class RunsQueries {
  constructor(private readonly database: Database) {}

  async countLeft(run: AnalysisRun): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`select count(*)::int as count ${LEFT}`, [
      run.lastResponseId,
      run.since,
      run.scope,
    ]);
    return row!.count;
  }

  /** The ids of the next responses, in their order. */
  async nextIds(run: AnalysisRun, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(`select r.id ${LEFT} order by r.id limit $5`, [
      run.lastResponseId,
      run.since,
      run.scope,
      limit,
    ]);
    return rows.map(({ id }) => id);
  }
}
