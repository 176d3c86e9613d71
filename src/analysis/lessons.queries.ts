import { Injectable } from '@nestjs/common';
import type { Emotion, Polarity, Span } from '../analyzer/analysis.js';
import { Database } from '../platform/database/database.js';

/** More teach little that is new, and would keep a process busy for seconds; the latest count. */
const MAX_LESSONS = 2_000;

/** What members said of one verbatim; null for a part they did not speak of. */
export interface SaidOfVerbatim {
  verbatimId: string;
  responseId: string;
  question: string;
  mentions: { themeId: string; polarity: Polarity; span: Span }[] | null;
  emotions: Emotion[] | null;
}

const CORRECTIONS = `
  select c.verbatim_id, max(c.corrected_at) as corrected_at,
         bool_or(c.part = 'mentions') as has_mentions, bool_or(c.part = 'emotions') as has_emotions
    from analysis_correction c
   where c.tenant_id = $1
   group by c.verbatim_id order by 2 desc limit $2`;

/** A theme that was merged counts for the one that is left. */
const MENTIONS = `
  select coalesce(jsonb_agg(jsonb_build_object('themeId', coalesce(t.merged_into_id, t.id), 'polarity', m.polarity,
                            'span', jsonb_build_object('start', m.span_start, 'end', m.span_end))), '[]')
    from mention m join theme t on t.tenant_id = m.tenant_id and t.id = m.theme_id
   where m.tenant_id = $1 and m.verbatim_id = v.id`;

const EMOTIONS = `
  select coalesce(jsonb_agg(e.emotion), '[]') from verbatim_emotion e
   where e.tenant_id = $1 and e.verbatim_id = v.id`;

const SELECT_SAID = `
  select v.id as "verbatimId", v.response_id as "responseId", v.question,
         case when c.has_mentions then (${MENTIONS}) end as mentions,
         case when c.has_emotions then (${EMOTIONS}) end as emotions
    from (${CORRECTIONS}) c
    join verbatim v on v.tenant_id = $1 and v.id = c.verbatim_id and v.is_supported
   order by v.response_id, v.question`;

/** SQL that gathers what there is to learn from. */
@Injectable()
export class LessonsQueries {
  constructor(private readonly database: Database) {}

  /** Of the verbatims corrected last, in a language that can be judged. */
  said(): Promise<SaidOfVerbatim[]> {
    return this.database.query<SaidOfVerbatim>(SELECT_SAID, [MAX_LESSONS]);
  }
}
