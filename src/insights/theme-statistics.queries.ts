import { Injectable } from '@nestjs/common';
import type { Emotion, Polarity } from '../analyzer/analysis.js';
import { Database } from '../platform/database/database.js';
import { before, type Period } from './period.js';

/** Which verbatims to count: those of a period, of one survey if its key is given. */
export interface Asked {
  period: Period;
  survey: string | null;
}

/** What each theme's mentions count for, as `countedFor` tells it. */
export type Places = ReadonlyMap<string, readonly string[]>;

export interface Totals {
  now: number;
  before: number;
}

export interface ThemeCounts {
  themeId: string;
  verbatims: number;
  responses: number;
  positive: number;
  negative: number;
  mixed: number;
  neutral: number;
  /** Verbatims of the period before. */
  before: number;
  /** The commonest first. */
  emotions: ThemeEmotion[];
  /** The verbatims to quote, the best first. */
  quotable: string[];
}

export interface ThemeEmotion {
  emotion: Emotion;
  verbatims: number;
}

export interface QuotedMention {
  themeId: string;
  verbatimId: string;
  responseId: string;
  polarity: Polarity;
  text: string;
  start: number;
  end: number;
  respondedAt: Date;
}

/** Of each theme. */
const TOP_EMOTIONS = 3;
/** Of each theme. */
const QUOTES = 3;
/** Only what stands in the first characters of a text is quoted, so that long texts need not travel. */
const QUOTED_CHARS = 2_000;

/** Verbatims that were judged, as `asked`; those of the period itself are marked. Read from `verbatim_by_time` alone. */
const ASKED = `
  asked as (
    select v.id, v.response_id, v.responded_at, v.responded_at >= $3::timestamptz as is_now
      from verbatim v
     where v.tenant_id = $1 and v.responded_at >= $2::timestamptz and v.responded_at < $4::timestamptz and v.is_supported
       and ($5::text is null or v.survey_id = (select s.id from survey s where s.tenant_id = $1 and s.key = $5))
  )`;

const TOTALS = `
  with ${ASKED}
  select count(*) filter (where is_now)::int as now, count(*) filter (where not is_now)::int as before from asked`;

/** The themes that a mention of each theme counts for. Looked up for each mention, as a join of few might not be. */
const placesOf = (theme: string, places: string) =>
  `jsonb_array_elements_text(${places}::jsonb -> ${theme}::text)`;

/**
 * A verbatim says a theme once, however many of its mentions, and of its parts, count for it. Quoted are the surest
 * of the latest.
 */
const COUNTS = `
  with ${ASKED},
  mentioned as materialized (
    select p.theme_id::uuid, a.id, a.response_id, a.responded_at, a.is_now, m.polarity, m.emotions,
           m.confidence, m.span_end
      from asked a
      join mention m on m.tenant_id = $1 and m.verbatim_id = a.id
     cross join ${placesOf('m.theme_id', '$6')} p (theme_id)
  ),
  said as materialized (
    select theme_id, id, response_id, responded_at, is_now,
           bool_or(polarity in ('positive', 'mixed')) as is_praised,
           bool_or(polarity in ('negative', 'mixed')) as is_blamed,
           round((max(confidence) filter (where is_now and span_end <= ${QUOTED_CHARS}))::numeric, 1) as sureness
      from mentioned group by theme_id, id, response_id, responded_at, is_now
  ),
  counted as (
    select theme_id,
           count(*) filter (where is_now)::int as verbatims,
           count(distinct response_id) filter (where is_now)::int as responses,
           count(*) filter (where is_now and is_praised and not is_blamed)::int as positive,
           count(*) filter (where is_now and is_blamed and not is_praised)::int as negative,
           count(*) filter (where is_now and is_praised and is_blamed)::int as mixed,
           count(*) filter (where is_now and not is_praised and not is_blamed)::int as neutral,
           count(*) filter (where not is_now)::int as before
      from said group by theme_id
  ),
  felt as (
    select theme_id, emotion, count(distinct id) as verbatims
      from mentioned cross join unnest(emotions) e (emotion)
     where is_now and emotion <> 'neutral' group by theme_id, emotion
  ),
  top_emotions as (
    select theme_id, jsonb_agg(jsonb_build_object('emotion', emotion, 'verbatims', verbatims) order by rank) as emotions
      from (select *, row_number() over (partition by theme_id order by verbatims desc, emotion) as rank from felt) f
     where rank <= ${TOP_EMOTIONS} group by theme_id
  ),
  quoted as (
    select theme_id, array_agg(id order by rank) as ids
      from (select theme_id, id, row_number() over (partition by theme_id
                                                    order by sureness desc, responded_at desc, id desc) as rank
              from said where sureness is not null) q
     where rank <= ${QUOTES} group by theme_id
  )
  select c.theme_id as "themeId", verbatims, responses, positive, negative, mixed, neutral, before,
         coalesce(emotions, '[]') as emotions, coalesce(ids, '{}') as quotable
    from counted c left join top_emotions using (theme_id) left join quoted using (theme_id)`;

/** Of each verbatim to quote the surest mention that counts for the theme. */
const QUOTED = `
  select q.theme_id as "themeId", v.id as "verbatimId", v.response_id as "responseId", m.polarity,
         left(v.text, ${2 * QUOTED_CHARS}) as text, m.span_start as start, m.span_end as "end",
         v.responded_at as "respondedAt"
    from unnest($2::uuid[], $3::uuid[]) with ordinality q (theme_id, verbatim_id, rank)
   cross join lateral (
     select * from verbatim v where v.tenant_id = $1 and v.id = q.verbatim_id limit 1
   ) v
   cross join lateral (
     select * from mention m
      where m.tenant_id = $1 and m.verbatim_id = v.id and m.span_end <= ${QUOTED_CHARS}
        and $4::jsonb -> m.theme_id::text ? q.theme_id::text
      order by m.confidence desc, m.span_start limit 1
   ) m
   order by q.rank`;

/** SQL for what was said of each theme: three queries, however many themes there are. */
@Injectable()
export class ThemeStatisticsQueries {
  constructor(private readonly database: Database) {}

  /** Verbatims that were judged, in the period and in the one before it. */
  async totals(asked: Asked): Promise<Totals> {
    const [totals] = await this.database.query<Totals>(TOTALS, parametersOf(asked));
    return totals!;
  }

  counts(asked: Asked, places: Places): Promise<ThemeCounts[]> {
    return this.database.query<ThemeCounts>(COUNTS, [...parametersOf(asked), jsonOf(places)]);
  }

  /** The best first. */
  quotes(counts: ThemeCounts[], places: Places): Promise<QuotedMention[]> {
    const wanted = counts.flatMap(({ themeId, quotable }) => quotable.map((id) => [themeId, id] as const));
    const [themeIds, ids] = [wanted.map(([themeId]) => themeId), wanted.map(([, id]) => id)];
    return this.database.query<QuotedMention>(QUOTED, [themeIds, ids, jsonOf(places)]);
  }
}

function parametersOf({ period, survey }: Asked): unknown[] {
  return [before(period).from, period.from, period.to, survey];
}

function jsonOf(places: Places): string {
  return JSON.stringify(Object.fromEntries(places));
}
