import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids.js';
import type { TestTenant } from './heed.js';

/** One text with what was made of it; spans are told by the words they point at. */
export interface WrittenText {
  text: string;
  respondedAt?: string;
  survey?: string;
  contact?: object;
  language?: string;
  /** False for a language that cannot be judged. */
  isSupported?: boolean;
  sentiment?: string;
  actionability?: string;
  mentions?: { themeId: string; of: string; polarity?: string; emotions?: string[]; confidence?: number }[];
  emotions?: { emotion: string; of: string }[];
}

/** A survey with a score and a comment; its key. */
export async function survey(tenant: TestTenant): Promise<string> {
  const key = `s-${newId()}`;
  const questions = [
    { key: 'score', type: 'nps', label: 'How likely are you to recommend us?' },
    { key: 'comment', type: 'text', label: 'Why?' },
  ];
  await tenant.post('/v1/surveys', { key, name: 'Survey', definition: { questions } }).expect(201);
  return key;
}

/** Takes texts in as responses, with the given analyses rather than an analyser's. Returns the ids of the verbatims. */
export async function write(tenant: TestTenant, key: string, texts: WrittenText[]): Promise<string[]> {
  const responses = texts.map(({ text, respondedAt, contact, survey = key }) => {
    return { survey, score: 5, comment: text, respondedAt: respondedAt ?? new Date().toISOString(), contact };
  });
  const { body } = await tenant.post('/v1/responses/bulk', { responses }).expect(200);
  const rows = texts.map((text, index) => ({
    ...text,
    id: newId(),
    responseId: body.items[index].id as string,
  }));
  await tenant.heed.app.get(Database).inTenant(tenant.id, async () => {
    for (const row of rows) await insert(tenant.heed.app.get(Database), row);
  });
  return rows.map(({ id }) => id);
}

async function insert(
  database: Database,
  row: WrittenText & { id: string; responseId: string },
): Promise<void> {
  const { id, responseId, text, language = 'en', isSupported = true, sentiment, actionability } = row;
  await database.query(
    `insert into verbatim (tenant_id, id, response_id, survey_id, question, text, words, responded_at, language,
                           is_language_reliable, is_supported, sentiment, sentiment_confidence, actionability,
                           analyzer, analyzed_at)
     select $1, $2, r.id, r.survey_id, 'comment', $4::text, to_tsvector('simple', $4) || to_tsvector('english', $4),
            r.responded_at, $5, true, $6, $7::text, case when $7 is not null then 0.9 end, $8, 'embedded', now()
       from response r where r.tenant_id = $1 and r.id = $3`,
    [id, responseId, text, language, isSupported, sentiment ?? null, actionability ?? null],
  );
  for (const { themeId, of, polarity = 'neutral', emotions = [], confidence = 0.9 } of row.mentions ?? []) {
    await database.query(
      `insert into mention (tenant_id, id, verbatim_id, theme_id, polarity, confidence, span_start, span_end, emotions, source)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'analyzer')`,
      [newId(), id, themeId, polarity, confidence, ...spanOf(text, of), emotions],
    );
  }
  for (const { emotion, of } of row.emotions ?? []) {
    await database.query(
      `insert into verbatim_emotion (tenant_id, id, verbatim_id, emotion, intensity, confidence, or_else, span_start, span_end, source)
       values ($1, $2, $3, $4, 0.7, 0.8, '{}', $5, $6, 'analyzer')`,
      [newId(), id, emotion, ...spanOf(text, of)],
    );
  }
}

function spanOf(text: string, words: string): [number, number] {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in "${text}".`);
  return [start, start + words.length];
}
