import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Period } from './period.js';

export interface ReadText {
  id: string;
  responseId: string;
  text: string;
  respondedAt: Date;
}

/** Of one text, in characters. */
const READ_CHARS = 2_000;

/** SQL for what was written lately and before. */
@Injectable()
export class EmergingTopicsQueries {
  constructor(private readonly database: Database) {}

  /** English texts, the latest first. */
  texts({ from, to }: Period, survey: string | null, most: number): Promise<ReadText[]> {
    return this.database.query<ReadText>(
      `select v.id, v.response_id as "responseId", left(v.text, ${READ_CHARS}) as text, v.responded_at as "respondedAt"
         from verbatim v
        where v.tenant_id = $1 and v.responded_at >= $2::timestamptz and v.responded_at < $3::timestamptz and v.language = 'en'
          and ($4::text is null or v.survey_id = (select s.id from survey s where s.tenant_id = $1 and s.key = $4))
        order by v.responded_at desc, v.id desc limit $5`,
      [from, to, survey, most],
    );
  }
}
