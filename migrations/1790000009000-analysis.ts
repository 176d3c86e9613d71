import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

const POLARITIES = `('positive', 'negative', 'mixed', 'neutral')`;
const SPAN = 'check (span_start >= 0 and span_end > span_start)';

/** What was made of each free text. */
export class Analysis1790000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable({
        name: 'verbatim',
        columns: [
          'response_id uuid not null',
          'survey_id uuid not null',
          'question text not null',
          'text text not null',
          'words tsvector not null',
          'responded_at timestamptz not null',
          // null until it is analysed, and where the language is not supported
          'language text',
          'is_language_reliable boolean',
          'is_supported boolean',
          'sentiment text',
          'sentiment_confidence real',
          'sentiment_with_score text',
          'sentiment_with_score_confidence real',
          'actionability text',
          'analyzer text', // such as embedded, or the provider and model of an external one
          'analyzer_version text',
          'head_id uuid', // what the tenant's corrections had taught by then
          'analyzed_at timestamptz',
          'constraint verbatim_of_answer unique (tenant_id, response_id, question)',
          'constraint verbatim_response foreign key (tenant_id, response_id) references response (tenant_id, id) on delete cascade',
          `constraint verbatim_sentiment check (sentiment in ${POLARITIES})`,
          `constraint verbatim_sentiment_with_score check (sentiment_with_score in ${POLARITIES})`,
          `constraint verbatim_actionability check (actionability in ('needs_answer', 'suggestion', 'none'))`,
        ],
      }),
    );
    await runner.query('create index verbatim_words on verbatim using gin (words)');
    // Holds what lists are filtered and counts made by, so that they need not read the texts.
    await runner.query(
      `create index verbatim_by_time on verbatim (tenant_id, responded_at, id)
         include (response_id, survey_id, language, is_supported, sentiment, actionability, analyzed_at)`,
    );

    await runner.query(
      tenantTable({
        name: 'mention',
        columns: [
          'verbatim_id uuid not null',
          'theme_id uuid not null',
          'polarity text not null',
          'confidence real not null',
          'span_start integer not null',
          'span_end integer not null',
          'emotions text[] not null',
          'source text not null', // who found it: the analyser, or a member who corrected it
          'constraint mention_verbatim foreign key (tenant_id, verbatim_id) references verbatim (tenant_id, id) on delete cascade',
          'constraint mention_theme foreign key (tenant_id, theme_id) references theme (tenant_id, id)',
          `constraint mention_polarity check (polarity in ${POLARITIES})`,
          `constraint mention_source check (source in ('analyzer', 'member'))`,
          `constraint mention_span ${SPAN}`,
        ],
      }),
    );
    await runner.query('create index mention_by_verbatim on mention (tenant_id, verbatim_id)');
    await runner.query('create index mention_by_theme on mention (tenant_id, theme_id, verbatim_id)');

    await runner.query(
      tenantTable({
        name: 'verbatim_emotion',
        columns: [
          'verbatim_id uuid not null',
          'emotion text not null',
          'intensity real not null',
          'confidence real not null',
          'or_else text[] not null',
          'span_start integer not null',
          'span_end integer not null',
          'source text not null',
          'constraint verbatim_emotion_verbatim foreign key (tenant_id, verbatim_id) references verbatim (tenant_id, id) on delete cascade',
          `constraint verbatim_emotion_source check (source in ('analyzer', 'member'))`,
          `constraint verbatim_emotion_span ${SPAN}`,
        ],
      }),
    );
    await runner.query(
      'create index verbatim_emotion_by_verbatim on verbatim_emotion (tenant_id, verbatim_id)',
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
