import { Injectable } from '@nestjs/common';
import type { Analysis, EmotionFound, Mention } from '../analyzer/analysis.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { searchConfigurationOf } from './text-search.js';
import type { Written } from './written.js';

/** Who made an analysis, and with what. */
export interface Origin {
  /** `embedded`, or the provider and model of an external one. */
  analyzer: string;
  version: string | null;
  /** What the tenant's corrections had taught it by then. */
  headId: string | null;
}

/** A text and what was made of it. */
export interface Analyzed {
  written: Written;
  analysis: Analysis;
  origin: Origin;
}

/**
 * Of one text: how many of its characters can be searched. Its words are kept as they are written and in their stem,
 * and PostgreSQL keeps at most one megabyte of both.
 */
const SEARCHED_CHARS = 50_000;

const words = (configuration: string) => `to_tsvector(${configuration}, left(v.text, ${SEARCHED_CHARS}))`;

const SAVE_VERBATIMS = `
  insert into verbatim (tenant_id, id, response_id, survey_id, question, text, words, responded_at,
                        language, is_language_reliable, is_supported, sentiment, sentiment_confidence,
                        sentiment_with_score, sentiment_with_score_confidence, actionability,
                        analyzer, analyzer_version, head_id, analyzed_at)
  select $1, v.id, v.response_id, v.survey_id, v.question, v.text,
         ${words(`'simple'`)} || coalesce(${words('c.oid::regconfig')}, ''), v.responded_at,
         v.language, v.is_language_reliable, v.is_supported, v.sentiment, v.sentiment_confidence,
         v.sentiment_with_score, v.sentiment_with_score_confidence, v.actionability,
         v.analyzer, v.analyzer_version, v.head_id, $3::timestamptz
    from jsonb_to_recordset($2::jsonb)
           as v(id uuid, response_id uuid, survey_id uuid, question text, text text, configuration text,
                responded_at timestamptz, language text, is_language_reliable boolean, is_supported boolean,
                sentiment text, sentiment_confidence real, sentiment_with_score text,
                sentiment_with_score_confidence real, actionability text, analyzer text, analyzer_version text,
                head_id uuid)
    left join pg_ts_config c on c.cfgname = v.configuration and c.cfgnamespace = 'pg_catalog'::regnamespace
   order by v.response_id, v.question
  on conflict (tenant_id, response_id, question) do update
     set words = excluded.words, language = excluded.language,
         is_language_reliable = excluded.is_language_reliable, is_supported = excluded.is_supported,
         sentiment = excluded.sentiment, sentiment_confidence = excluded.sentiment_confidence,
         sentiment_with_score = excluded.sentiment_with_score,
         sentiment_with_score_confidence = excluded.sentiment_with_score_confidence,
         actionability = excluded.actionability, analyzer = excluded.analyzer,
         analyzer_version = excluded.analyzer_version, head_id = excluded.head_id, analyzed_at = excluded.analyzed_at
  returning id, response_id || ' ' || question as place, xmax <> 0 as "isAgain"`;

/** What members said stands, whatever the analyser makes of the text now. */
const uncorrected = (part: 'mentions' | 'emotions') => `
  not exists (select from analysis_correction c
               where c.tenant_id = $1 and c.verbatim_id = f.verbatim_id and c.part = '${part}')`;

const SAVE_MENTIONS = `
  insert into mention (tenant_id, id, verbatim_id, theme_id, polarity, confidence, span_start, span_end, emotions, source)
  select $1, f.*, 'analyzer'
    from jsonb_to_recordset($2::jsonb)
           as f(id uuid, verbatim_id uuid, theme_id uuid, polarity text, confidence real,
                span_start int, span_end int, emotions text[])
   where ${uncorrected('mentions')}`;

const SAVE_EMOTIONS = `
  insert into verbatim_emotion (tenant_id, id, verbatim_id, emotion, intensity, confidence, span_start, span_end,
                                or_else, source)
  select $1, f.*, 'analyzer'
    from jsonb_to_recordset($2::jsonb)
           as f(id uuid, verbatim_id uuid, emotion text, intensity real, confidence real,
                span_start int, span_end int, or_else text[])
   where ${uncorrected('emotions')}`;

/** SQL that keeps what was made of verbatims. */
@Injectable()
export class AnalysisQueries {
  constructor(private readonly database: Database) {}

  /** Keeps analyses in the place of earlier ones of the same texts; corrections by members stay as they are. */
  async save(analyzed: Analyzed[], now: Date): Promise<void> {
    if (analyzed.length === 0) return;
    const verbatims = await this.database.query<{ id: string; place: string; isAgain: boolean }>(
      SAVE_VERBATIMS,
      [JSON.stringify(analyzed.map(verbatimRow)), now],
    );
    await this.forget(verbatims.flatMap(({ id, isAgain }) => (isAgain ? [id] : [])));
    const idOf = new Map(verbatims.map(({ id, place }) => [place, id]));
    const rows = <Row>(rowsOf: (verbatimId: string, analysis: Analysis) => Row[]) =>
      JSON.stringify(
        analyzed.flatMap(({ written: w, analysis }) =>
          rowsOf(idOf.get(`${w.responseId} ${w.question}`)!, analysis),
        ),
      );
    await this.database.query(SAVE_MENTIONS, [rows((id, one) => one.mentions.map(mentionRow(id)))]);
    await this.database.query(SAVE_EMOTIONS, [rows((id, one) => one.emotions.map(emotionRow(id)))]);
  }

  /** Takes away all texts of the given responses but these, with what was made of them and what members said of them. */
  async forgetOthers(responseIds: string[], written: Written[]): Promise<void> {
    await this.database.query(
      `delete from verbatim v where v.tenant_id = $1 and v.response_id = any($2::uuid[])
          and not exists (select from jsonb_to_recordset($3::jsonb) w (response_id uuid, question text, text text)
                           where w.response_id = v.response_id and w.question = v.question and w.text = v.text)`,
      [
        responseIds,
        JSON.stringify(
          written.map(({ responseId, question, verbatim }) => ({
            response_id: responseId,
            question,
            text: verbatim.text,
          })),
        ),
      ],
    );
  }

  /** Takes away what the analyser found before. */
  private async forget(verbatimIds: string[]): Promise<void> {
    if (verbatimIds.length === 0) return;
    for (const table of ['mention', 'verbatim_emotion']) {
      await this.database.query(
        `delete from ${table} where tenant_id = $1 and verbatim_id = any($2::uuid[]) and source = 'analyzer'`,
        [verbatimIds],
      );
    }
  }
}

function verbatimRow({ written, analysis, origin }: Analyzed) {
  const { language, sentiment, sentimentWithScore } = analysis;
  return {
    id: newId(),
    response_id: written.responseId,
    survey_id: written.surveyId,
    question: written.question,
    text: written.verbatim.text,
    configuration: searchConfigurationOf(language.code),
    responded_at: written.respondedAt,
    language: language.code,
    is_language_reliable: language.isReliable,
    is_supported: language.isSupported,
    sentiment: sentiment?.polarity,
    sentiment_confidence: sentiment?.confidence,
    sentiment_with_score: sentimentWithScore?.polarity,
    sentiment_with_score_confidence: sentimentWithScore?.confidence,
    actionability: analysis.actionability,
    analyzer: origin.analyzer,
    analyzer_version: origin.version,
    head_id: origin.headId,
  };
}

function mentionRow(verbatimId: string) {
  return ({ themeId, polarity, confidence, span, emotions }: Mention) => ({
    ...{ id: newId(), verbatim_id: verbatimId, theme_id: themeId, polarity, confidence, emotions },
    ...{ span_start: span.start, span_end: span.end },
  });
}

function emotionRow(verbatimId: string) {
  return ({ emotion, intensity, confidence, orElse, span }: EmotionFound) => ({
    ...{ id: newId(), verbatim_id: verbatimId, emotion, intensity, confidence, or_else: orElse },
    ...{ span_start: span.start, span_end: span.end },
  });
}
