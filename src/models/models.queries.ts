import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Finding } from './answer.js';
import type { Spend, Usage } from './spend.js';

/** What was set aside for one request. */
export interface Reservation {
  month: string;
  currency: string;
  micros: number;
}

/** How a request ended, for the books. */
export interface Settlement extends Usage {
  costMicros: number;
  /** Whether the tokens are reckoned, because the answer did not tell. */
  isEstimated: boolean;
}

/** SQL for what external models cost and said. */
@Injectable()
export class ModelsQueries {
  constructor(private readonly database: Database) {}

  /**
   * Sets money aside, unless that would pass the ceiling. The row decides, so that any number of processes together
   * stay below it. Returns whether it did.
   */
  async reserve({ month, currency, micros }: Reservation, ceilingMicros: number): Promise<boolean> {
    const reserved = await this.database.query(
      `insert into external_model_spend as s (tenant_id, month, currency, spent_micros, reserved_micros, requests,
                                              estimated_requests, input_tokens, output_tokens)
       select $1, $2::date, $3::text, 0, $4::bigint, 0, 0, 0, 0 where $4::bigint <= $5::bigint
       on conflict (tenant_id, month, currency) do update
         set reserved_micros = s.reserved_micros + excluded.reserved_micros
       where s.spent_micros + s.reserved_micros + excluded.reserved_micros <= $5::bigint
       returning month`,
      [month, currency, micros, ceilingMicros],
    );
    return reserved.length === 1;
  }

  /** Puts what a request cost in the place of what was set aside for it. */
  async settle({ month, currency, micros }: Reservation, settlement: Settlement): Promise<void> {
    const { costMicros, isEstimated, inputTokens, outputTokens } = settlement;
    await this.database.query(
      `update external_model_spend
          set reserved_micros = reserved_micros - $4, spent_micros = spent_micros + $5, requests = requests + 1,
              estimated_requests = estimated_requests + $6, input_tokens = input_tokens + $7,
              output_tokens = output_tokens + $8
        where tenant_id = $1 and month = $2 and currency = $3`,
      [month, currency, micros, costMicros, isEstimated ? 1 : 0, inputTokens, outputTokens],
    );
  }

  async spend(month: string, currency: string): Promise<Spend | undefined> {
    const [spend] = await this.database.query<Spend>(
      `select month::text, spent_micros::float8 as "spentMicros", reserved_micros::float8 as "reservedMicros", requests,
              estimated_requests as "estimatedRequests", input_tokens::float8 as "inputTokens",
              output_tokens::float8 as "outputTokens"
         from external_model_spend where tenant_id = $1 and month = $2 and currency = $3`,
      [month, currency],
    );
    return spend;
  }

  /** What is kept of the questions with these hashes (hex), by hash. */
  async answers(hashes: string[]): Promise<Map<string, Finding>> {
    const kept = await this.database.query<{ hash: string; answer: Finding }>(
      `select encode(hash, 'hex') as hash, answer from external_model_answer
        where tenant_id = $1 and hash in (select decode(h, 'hex') from unnest($2::text[]) h)`,
      [hashes],
    );
    return new Map(kept.map(({ hash, answer }) => [hash, answer]));
  }

  async keepAnswers(answers: Map<string, Finding>, at: Date): Promise<void> {
    await this.database.query(
      `insert into external_model_answer (tenant_id, hash, answer, created_at)
       select $1, decode(a.hash, 'hex'), a.answer, $4::timestamptz from unnest($2::text[], $3::jsonb[]) a (hash, answer)
        order by a.hash -- so that two of these never wait for each other
       on conflict (tenant_id, hash) do nothing`,
      [[...answers.keys()], [...answers.values()].map((finding) => JSON.stringify(finding)), at],
    );
  }

  async forgetAnswersBefore(at: Date): Promise<void> {
    await this.database.query('delete from external_model_answer where tenant_id = $1 and created_at < $2', [
      at,
    ]);
  }

  async forgetAnswers(): Promise<void> {
    await this.database.query('delete from external_model_answer where tenant_id = $1');
  }

  /** Not a change of the settings, and so of no new version of them. */
  async noteError(modelId: string, error: string, at: Date): Promise<void> {
    await this.database.query(
      'update external_model set last_error = $3, last_error_at = $4 where tenant_id = $1 and id = $2',
      [modelId, error, at],
    );
  }
}
