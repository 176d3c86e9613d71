import { Injectable } from '@nestjs/common';
import type { Actionability, Emotion, Polarity, Sentiment } from '../analyzer/analysis.js';
import { Database } from '../platform/database/database.js';
import { SLUG } from '../surveys/question.js';
import type { AnalyzedVerbatim } from './analysis-facts.js';
import { NotAnalyzed } from './analysis.errors.js';

export type Source = 'analyzer' | 'member';

export interface MentionRecord {
  themeId: string;
  themeKey: string;
  themeName: string;
  polarity: Polarity;
  confidence: number;
  start: number;
  end: number;
  emotions: Emotion[];
  source: Source;
}

export interface EmotionRecord {
  emotion: Emotion;
  intensity: number;
  confidence: number;
  orElse: Emotion[];
  start: number;
  end: number;
  source: Source;
}

/** One free text with what was made of it. */
export interface VerbatimRecord {
  id: string;
  responseId: string;
  question: string;
  text: string;
  language: string | null;
  isLanguageReliable: boolean;
  isSupported: boolean;
  sentiment: Sentiment | null;
  sentimentWithScore: Sentiment | null;
  actionability: Actionability | null;
  mentions: MentionRecord[];
  emotions: EmotionRecord[];
  analyzer: string;
  analyzerVersion: string | null;
  headId: string | null;
  analyzedAt: Date;
}

/** A merged theme goes by the one it was merged into. */
const MENTIONS = `
  select jsonb_agg(
           jsonb_build_object(
             'themeId', t.id, 'themeKey', t.key, 'themeName', t.name,
             'polarity', m.polarity, 'confidence', m.confidence, 'start', m.span_start, 'end', m.span_end,
             'emotions', m.emotions, 'source', m.source)
           order by m.span_start, m.id)
    from mention m
    join theme found on found.tenant_id = m.tenant_id and found.id = m.theme_id
    join theme t on t.tenant_id = m.tenant_id and t.id = coalesce(found.merged_into_id, found.id)
   where m.tenant_id = $1 and m.verbatim_id = v.id`;

const EMOTIONS = `
  select jsonb_agg(
           jsonb_build_object(
             'emotion', e.emotion, 'intensity', e.intensity, 'confidence', e.confidence, 'orElse', e.or_else,
             'start', e.span_start, 'end', e.span_end, 'source', e.source)
           order by e.span_start, e.id)
    from verbatim_emotion e
   where e.tenant_id = $1 and e.verbatim_id = v.id`;

const sentiment = (column: string) => `
  case when ${column} is not null
       then jsonb_build_object('polarity', ${column}, 'confidence', ${column}_confidence) end`;

const SELECT_VERBATIMS = `
  select v.id, v.response_id as "responseId", v.question, v.text, v.language,
         v.is_language_reliable as "isLanguageReliable", v.is_supported as "isSupported",
         ${sentiment('v.sentiment')} as sentiment, ${sentiment('v.sentiment_with_score')} as "sentimentWithScore",
         v.actionability, v.analyzer, v.analyzer_version as "analyzerVersion", v.head_id as "headId",
         v.analyzed_at as "analyzedAt",
         coalesce((${MENTIONS}), '[]') as mentions, coalesce((${EMOTIONS}), '[]') as emotions
    from verbatim v
   where v.tenant_id = $1 and v.analyzed_at is not null and v.response_id = any($2::uuid[])
     and ($3::text is null or v.question = $3)
   order by v.id`;

/** No more than facts are made of, for a whole batch waits for it. */
const SELECT_ANALYZED = {
  name: 'verbatim.analyzed',
  sql: `
  select v.response_id as "responseId", v.language, v.actionability,
         ${sentiment('v.sentiment')} as sentiment, ${sentiment('v.sentiment_with_score')} as "sentimentWithScore",
         array(select jsonb_build_object('themeId', m.theme_id, 'polarity', m.polarity)
                 from mention m where m.tenant_id = $1 and m.verbatim_id = v.id order by m.span_start, m.id) as mentions,
         array(select jsonb_build_object('emotion', e.emotion, 'intensity', e.intensity)
                 from verbatim_emotion e
                where e.tenant_id = $1 and e.verbatim_id = v.id order by e.span_start, e.id) as emotions
    from verbatim v
   where v.tenant_id = $1 and v.analyzed_at is not null and v.response_id = any($2::uuid[])
   order by v.id`,
};

/** SQL that reads verbatims with what was made of them. */
@Injectable()
export class VerbatimsQueries {
  constructor(private readonly database: Database) {}

  /** Those of the given responses, each response's in the order of its survey. */
  of(responseIds: string[]): Promise<VerbatimRecord[]> {
    return this.database.query<VerbatimRecord>(SELECT_VERBATIMS, [responseIds, null]);
  }

  /** As `of`, in short; mentions of a merged theme go by the theme that was found. */
  analyzed(responseIds: string[]): Promise<(AnalyzedVerbatim & { responseId: string })[]> {
    return this.database.query(SELECT_ANALYZED, [responseIds]);
  }

  async get(responseId: string, question: string): Promise<VerbatimRecord> {
    if (!SLUG.test(question)) throw new NotAnalyzed(responseId, question);
    const [record] = await this.database.query<VerbatimRecord>(SELECT_VERBATIMS, [[responseId], question]);
    if (!record) throw new NotAnalyzed(responseId, question);
    return record;
  }
}
