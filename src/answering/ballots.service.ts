import { Injectable } from '@nestjs/common';
import { digestOf } from '../campaigns/ballot.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import type { Answer } from '../surveys/answers.js';

/** Takes the answers of anonymous waves: whoever has a ballot may put one answer in the box. */
@Injectable()
export class BallotsService {
  constructor(private readonly database: Database) {}

  /** Whether the ballot has not been cast. */
  async isOpen(waveId: string, ballot: string): Promise<boolean> {
    const found = await this.database.query(
      'select 1 from ballot where tenant_id = $1 and wave_id = $2 and digest = $3',
      [waveId, digestOf(ballot)],
    );
    return found.length > 0;
  }

  /** Puts answers in the box and uses the ballot up, if there is one; false when it was cast before. */
  async cast(
    waveId: string,
    ballot: string | null,
    { answers, language }: { answers: Record<string, Answer>; language: string },
  ): Promise<boolean> {
    const rows = await this.database.query(
      `with used as (delete from ballot where tenant_id = $1 and wave_id = $2 and digest = $3 returning digest)
       insert into sealed_answer (tenant_id, id, wave_id, answers, language, properties)
       select $1, $4, $2, $5, $6, '{}' where $3::bytea is null or exists (select from used)
       returning id`,
      [waveId, ballot === null ? null : digestOf(ballot), newId(), JSON.stringify(answers), language],
    );
    return rows.length === 1;
  }
}
