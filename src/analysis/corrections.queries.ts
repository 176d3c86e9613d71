import { Injectable } from '@nestjs/common';
import type { Emotion, Polarity } from '../analyzer/analysis.js';
import { Database } from '../platform/database/database.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import { newId } from '../platform/ids.js';

/** What a member can correct of a verbatim. */
export type CorrectablePart = 'mentions' | 'emotions';

export interface SaidMention {
  themeId: string;
  polarity: Polarity;
  start: number;
  end: number;
  emotions: Emotion[];
}

export interface SaidEmotion {
  emotion: Emotion;
  intensity: number;
  start: number;
  end: number;
}

const TABLES = { mentions: 'mention', emotions: 'verbatim_emotion' } as const;

/** SQL for what members say of verbatims. */
@Injectable()
export class CorrectionsQueries {
  constructor(private readonly database: Database) {}

  /** Keeps everybody else, analysers included, from changing what is known of a verbatim until the transaction ends. */
  async lock(verbatimId: string): Promise<void> {
    await this.database.query('select from verbatim where tenant_id = $1 and id = $2 for update', [
      verbatimId,
    ]);
  }

  /** Notes that a member said all there is to say of a part, and makes room for it. */
  async open(verbatimId: string, part: CorrectablePart, now: Date): Promise<void> {
    const { type, id } = currentTransaction().actor;
    await this.database.query(
      `insert into analysis_correction (tenant_id, verbatim_id, part, actor_type, actor_id, corrected_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant_id, verbatim_id, part) do update
          set actor_type = excluded.actor_type, actor_id = excluded.actor_id, corrected_at = excluded.corrected_at`,
      [verbatimId, part, type, id, now],
    );
    await this.clear(verbatimId, part);
  }

  /** Forgets what a member said of a part. Returns whether there was anything. */
  async withdraw(verbatimId: string, part: CorrectablePart): Promise<boolean> {
    const withdrawn = await this.database.query(
      'delete from analysis_correction where tenant_id = $1 and verbatim_id = $2 and part = $3 returning part',
      [verbatimId, part],
    );
    if (withdrawn.length > 0) await this.clear(verbatimId, part);
    return withdrawn.length > 0;
  }

  async addMentions(verbatimId: string, mentions: SaidMention[]): Promise<void> {
    await this.database.query(
      `insert into mention (tenant_id, id, verbatim_id, theme_id, polarity, confidence, span_start, span_end, emotions, source)
       select $1, m.id, $2, m."themeId", m.polarity, 1, m.start, m."end", m.emotions, 'member'
         from jsonb_to_recordset($3::jsonb)
                as m(id uuid, "themeId" uuid, polarity text, start int, "end" int, emotions text[])`,
      [verbatimId, JSON.stringify(mentions.map((one) => ({ ...one, id: newId() })))],
    );
  }

  async addEmotions(verbatimId: string, emotions: SaidEmotion[]): Promise<void> {
    await this.database.query(
      `insert into verbatim_emotion (tenant_id, id, verbatim_id, emotion, intensity, confidence, or_else, span_start,
                                     span_end, source)
       select $1, e.id, $2, e.emotion, e.intensity, 1, '{}', e.start, e."end", 'member'
         from jsonb_to_recordset($3::jsonb) as e(id uuid, emotion text, intensity real, start int, "end" int)`,
      [verbatimId, JSON.stringify(emotions.map((one) => ({ ...one, id: newId() })))],
    );
  }

  private async clear(verbatimId: string, part: CorrectablePart): Promise<void> {
    await this.database.query(`delete from ${TABLES[part]} where tenant_id = $1 and verbatim_id = $2`, [
      verbatimId,
    ]);
  }
}
