import { Injectable } from '@nestjs/common';
import { searchConfigurationOf } from '../analysis/text-search.js';
import type { Actionability, Emotion, Polarity } from '../analyzer/analysis.js';
import { Database } from '../platform/database/database.js';
import { MARKS } from './highlights.js';
import { sqlOf, type VerbatimConditions } from './verbatim-conditions.js';

/** A place among the verbatims, newest first. */
export interface Place {
  respondedAt: Date;
  id: string;
}

export interface FoundVerbatim extends Place {
  responseId: string;
  survey: string;
  question: string;
  /** Its beginning. */
  text: string;
  isWhole: boolean;
  language: string | null;
  isSupported: boolean;
  sentiment: Polarity | null;
  sentimentConfidence: number | null;
  actionability: Actionability | null;
}

export interface FoundMention {
  verbatimId: string;
  themeId: string;
  themeKey: string;
  themeName: string;
  polarity: Polarity;
  start: number;
  end: number;
}

export interface FoundEmotion {
  verbatimId: string;
  emotion: Emotion;
  intensity: number;
  start: number;
  end: number;
}

/** Words as somebody typed them, and the language whose stems they are held against. */
export interface Wanted {
  q: string;
  language: string | null;
}

/** Of a verbatim's text, in characters: the rest is read with its response. */
const SHOWN_CHARS = 5_000;
/** Of one verbatim: mentions, and emotions. */
const SHOWN_FINDINGS = 50;

/** The words as they are, and in the stems of a language where PostgreSQL knows some. */
const STEMMED = `
  (select websearch_to_tsquery(c.oid::regconfig, $2) from pg_ts_config c
    where c.cfgname = $3 and c.cfgnamespace = 'pg_catalog'::regnamespace)`;
const WANTED = `(websearch_to_tsquery('simple', $2) || coalesce(${STEMMED}, ''))`;

/** What PostgreSQL takes for a tag it leaves out of a headline, and then no place would be right any more. */
const HEADLINES = `
  with stemmed as (
    select c.oid::regconfig as configuration, websearch_to_tsquery(c.oid::regconfig, $2) as query
      from pg_ts_config c
     where c.cfgname = any(array[$3, 'simple']) and c.cfgnamespace = 'pg_catalog'::regnamespace
       and numnode(websearch_to_tsquery(c.oid::regconfig, $2)) > 0
     order by c.cfgname = 'simple' limit 1
  )
  select v.id,
         ts_headline(s.configuration,
                     translate(left(v.text, ${SHOWN_CHARS}), '<>${MARKS.start}${MARKS.end}', '    '), s.query,
                     'HighlightAll=true, StartSel=${MARKS.start}, StopSel=${MARKS.end}') as marked
    from verbatim v cross join stemmed s
   where v.tenant_id = $1 and v.id = any($4::uuid[])`;

/** SQL for finding verbatims. */
@Injectable()
export class VerbatimSearchQueries {
  constructor(private readonly database: Database) {}

  /** Whether there is any word to search for. */
  async hasWords(q: string): Promise<boolean> {
    const [{ count } = { count: 0 }] = await this.database.query<{ count: number }>(
      `select numnode(websearch_to_tsquery('simple', $2)) as count where $1::uuid is not null`,
      [q],
    );
    return count > 0;
  }

  /** The newest that hold the words. */
  matches({ q, language }: Wanted, { from, to, after }: VerbatimConditions, most: number): Promise<Place[]> {
    return this.database.query<Place>(
      `select verbatim_id as id, written_at as "respondedAt"
         from search_verbatims(${WANTED}, $4, $5, $6, $7, $8) where $1::uuid is not null`,
      [
        q,
        searchConfigurationOf(language),
        from ?? null,
        to ?? null,
        after?.respondedAt ?? null,
        after?.id ?? null,
        most,
      ],
    );
  }

  /** Newest first. */
  find(asked: VerbatimConditions, limit: number): Promise<FoundVerbatim[]> {
    const { from, conditions, parameters } = sqlOf(asked);
    return this.database.query<FoundVerbatim>(
      `select v.id, v.response_id as "responseId",
              (select s.key from survey s where s.tenant_id = $1 and s.id = v.survey_id) as survey,
              v.question, left(v.text, ${SHOWN_CHARS}) as text, length(v.text) <= ${SHOWN_CHARS} as "isWhole",
              v.responded_at as "respondedAt", v.language, coalesce(v.is_supported, false) as "isSupported",
              v.sentiment, v.sentiment_confidence as "sentimentConfidence", v.actionability
         from (select v.id, v.responded_at from ${from} where ${conditions}
                order by v.responded_at desc, v.id desc limit ${limit}) found
        cross join lateral (select * from verbatim v where v.tenant_id = $1 and v.id = found.id limit 1) v
        order by found.responded_at desc, found.id desc`,
      parameters,
    );
  }

  /** Their texts with marks around the words found, as far as they are shown; by id. */
  async marked({ q, language }: Wanted, ids: string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; marked: string }>(HEADLINES, [
      q,
      searchConfigurationOf(language),
      ids,
    ]);
    return new Map(rows.map(({ id, marked }) => [id, marked]));
  }

  mentions(ids: string[]): Promise<FoundMention[]> {
    return this.database.query<FoundMention>(
      `select m.verbatim_id as "verbatimId", t.id as "themeId", t.key as "themeKey", t.name as "themeName", m.polarity,
              m.span_start as start, m.span_end as "end"
         from unnest($2::uuid[]) v (id)
        cross join lateral (select * from mention m where m.tenant_id = $1 and m.verbatim_id = v.id
                             order by m.span_start, m.id limit ${SHOWN_FINDINGS}) m
        cross join lateral (select coalesce(f.merged_into_id, f.id) as id from theme f
                             where f.tenant_id = $1 and f.id = m.theme_id limit 1) counted
        cross join lateral (select * from theme t where t.tenant_id = $1 and t.id = counted.id limit 1) t
        order by m.span_start, m.id`,
      [ids],
    );
  }

  emotions(ids: string[]): Promise<FoundEmotion[]> {
    return this.database.query<FoundEmotion>(
      `select e.verbatim_id as "verbatimId", e.emotion, e.intensity, e.span_start as start, e.span_end as "end"
         from unnest($2::uuid[]) v (id)
        cross join lateral (select * from verbatim_emotion e where e.tenant_id = $1 and e.verbatim_id = v.id
                             order by e.intensity desc, e.id limit ${SHOWN_FINDINGS}) e
        order by e.intensity desc, e.id`,
      [ids],
    );
  }
}
