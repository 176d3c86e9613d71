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
}

export interface ThemeEmotion {
  themeId: string;
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

/** Verbatims that were judged, as `asked`; those of the period itself are marked. */
const ASKED = `
  asked as (
    select v.id, v.response_id, v.responded_at, v.responded_at >= $3::timestamptz as is_now
      from verbatim v
     where v.tenant_id = $1 and v.responded_at >= $2::timestamptz and v.responded_at < $4::timestamptz and v.is_supported
       and ($5::text is null or v.survey_id = (select s.id from survey s where s.tenant_id = $1 and s.key = $5))
  )`;

/** A verbatim says a theme once, however many of its mentions, and of its parts, count for it. */
const SAID = `
  place as (select * from unnest($6::uuid[], $7::uuid[]) p (theme_id, counted_id)),
  said as (
    select p.counted_id as theme_id, a.id, a.response_id, a.is_now,
           bool_or(m.polarity in ('positive', 'mixed')) as is_praised,
           bool_or(m.polarity in ('negative', 'mixed')) as is_blamed
      from asked a
      join mention m on m.tenant_id = $1 and m.verbatim_id = a.id
      join place p on p.theme_id = m.theme_id
     group by p.counted_id, a.id, a.response_id, a.is_now
  )`;

const COUNTS = `
  with ${ASKED}, ${SAID}
  select theme_id as "themeId",
         count(*) filter (where is_now)::int as verbatims,
         count(distinct response_id) filter (where is_now)::int as responses,
         count(*) filter (where is_now and is_praised and not is_blamed)::int as positive,
         count(*) filter (where is_now and is_blamed and not is_praised)::int as negative,
         count(*) filter (where is_now and is_praised and is_blamed)::int as mixed,
         count(*) filter (where is_now and not is_praised and not is_blamed)::int as neutral,
         count(*) filter (where not is_now)::int as before
    from said group by theme_id`;

const TOTALS = `
  with ${ASKED}
  select count(*) filter (where is_now)::int as now, count(*) filter (where not is_now)::int as before from asked`;

const TOP = `
  with ${ASKED}, place as (select * from unnest($6::uuid[], $7::uuid[]) p (theme_id, counted_id)),
  felt as (
    select p.counted_id as theme_id, e.emotion, count(distinct a.id)::int as verbatims
      from asked a
      join mention m on m.tenant_id = $1 and m.verbatim_id = a.id
      join place p on p.theme_id = m.theme_id
     cross join unnest(m.emotions) e (emotion)
     where a.is_now and e.emotion <> 'neutral'
     group by p.counted_id, e.emotion
  )
  select theme_id as "themeId", emotion, verbatims
    from (select *, row_number() over (partition by theme_id order by verbatims desc, emotion) as rank from felt) r
   where rank <= ${TOP_EMOTIONS} order by theme_id, rank`;

/** The surest mentions of the latest; one of each verbatim. */
const QUOTED = `
  with ${ASKED}, place as (select * from unnest($6::uuid[], $7::uuid[]) p (theme_id, counted_id)),
  mentioned as (
    select distinct on (p.counted_id, a.id)
           p.counted_id as theme_id, a.id, a.response_id, a.responded_at, m.polarity, m.confidence, m.span_start, m.span_end
      from asked a
      join mention m on m.tenant_id = $1 and m.verbatim_id = a.id
      join place p on p.theme_id = m.theme_id
     where a.is_now and m.span_end <= ${QUOTED_CHARS}
     order by p.counted_id, a.id, m.confidence desc, m.span_start
  ),
  ranked as (
    select *, row_number() over (partition by theme_id
                                 order by round(confidence::numeric, 1) desc, responded_at desc, id desc) as rank
      from mentioned
  )
  select r.theme_id as "themeId", r.id as "verbatimId", r.response_id as "responseId", r.polarity,
         left(v.text, ${2 * QUOTED_CHARS}) as text, r.span_start as start, r.span_end as "end",
         r.responded_at as "respondedAt"
    from ranked r join verbatim v on v.tenant_id = $1 and v.id = r.id
   where r.rank <= ${QUOTES} order by r.theme_id, r.rank`;

/** SQL for what was said of each theme: four queries, however many themes there are. */
@Injectable()
export class ThemeStatisticsQueries {
  constructor(private readonly database: Database) {}

  /** Verbatims that were judged, in the period and in the one before it. */
  async totals(asked: Asked): Promise<Totals> {
    const [totals] = await this.database.query<Totals>(TOTALS, parametersOf(asked));
    return totals!;
  }

  async counts(asked: Asked, places: Places): Promise<ThemeCounts[]> {
    return this.database.query<ThemeCounts>(COUNTS, [...parametersOf(asked), ...pairsOf(places)]);
  }

  async emotions(asked: Asked, places: Places): Promise<ThemeEmotion[]> {
    return this.database.query<ThemeEmotion>(TOP, [...parametersOf(asked), ...pairsOf(places)]);
  }

  async quotes(asked: Asked, places: Places): Promise<QuotedMention[]> {
    return this.database.query<QuotedMention>(QUOTED, [...parametersOf(asked), ...pairsOf(places)]);
  }
}

function parametersOf({ period, survey }: Asked): unknown[] {
  return [before(period).from, period.from, period.to, survey];
}

function pairsOf(places: Places): [string[], string[]] {
  const pairs = [...places].flatMap(([id, counted]) => counted.map((countedId) => [id, countedId] as const));
  return [pairs.map(([id]) => id), pairs.map(([, countedId]) => countedId)];
}
