import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { keyOf, type Page, pageOf } from '../platform/http/page.js';
import type { Properties } from '../platform/http/properties.js';
import { NotFound } from '../platform/errors.js';
import type { Answer } from '../surveys/answers.js';
import type { Category } from '../surveys/score.js';
import type { ResponseFilter } from './responses.dto.js';
import type { Response } from './response.entity.js';

/** A response as other modules read it. */
export interface ResponseRecord {
  id: string;
  surveyId: string;
  surveyKey: string;
  surveyVersion: number;
  externalId: string | null;
  contactId: string | null;
  accountId: string | null;
  score: number | null;
  category: Category | null;
  answers: Record<string, Answer>;
  /** Its free texts, in the order of the survey. */
  verbatims: { question: string; text: string }[];
  channel: string | null;
  language: string | null;
  properties: Properties;
  waveId: string | null;
  importId: string | null;
  respondedAt: Date;
  receivedAt: Date;
  /** 1 as it was received, then one more each time it was corrected. */
  revision: number;
  correctedAt: Date | null;
}

const INSERT_RESPONSES = {
  name: 'response.insert',
  sql: `
  insert into response (tenant_id, id, survey_id, survey_version, external_id, contact_id, account_id, score, category,
                        answers, channel, language, properties, wave_id, import_id, responded_at, received_at)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::uuid[], $7::uuid[], $8::smallint[],
                             $9::text[], $10::jsonb[], $11::text[], $12::text[], $13::jsonb[], $14::uuid[],
                             $15::uuid[], $16::timestamptz[], $17::timestamptz[]) r
  on conflict (tenant_id, survey_id, external_id) do nothing
  returning id`,
};

/** The parameters of `INSERT_RESPONSES` after the tenant: one array a column. */
function insertParameters(responses: Response[]): unknown[] {
  const column = <V>(value: (response: Response) => V) => responses.map(value);
  return [
    column((r) => r.id),
    column((r) => r.surveyId),
    column((r) => r.surveyVersion),
    column((r) => r.externalId),
    column((r) => r.contactId),
    column((r) => r.accountId),
    column((r) => r.score),
    column((r) => r.category),
    column((r) => JSON.stringify(r.answers)),
    column((r) => r.channel),
    column((r) => r.language),
    column((r) => JSON.stringify(r.properties)),
    column((r) => r.waveId),
    column((r) => r.importId),
    column((r) => r.respondedAt),
    column((r) => r.receivedAt),
  ];
}

/** Verbatims are the answers to text questions, which only the survey's version can tell. */
const SELECT = `
  select r.id, r.survey_id as "surveyId", s.key as "surveyKey", r.survey_version as "surveyVersion",
         r.external_id as "externalId", r.contact_id as "contactId", r.account_id as "accountId", r.score, r.category,
         r.answers, r.channel, r.language, r.properties, r.wave_id as "waveId", r.import_id as "importId",
         r.responded_at as "respondedAt", r.received_at as "receivedAt", r.revision, r.corrected_at as "correctedAt",
         array(select q.value ->> 'key'
                 from jsonb_array_elements(v.definition -> 'questions') with ordinality q
                where q.value ->> 'type' = 'text' order by q.ordinality) as "textQuestions"
    from response r
    join survey s on s.tenant_id = r.tenant_id and s.id = r.survey_id
    join survey_version v
      on v.tenant_id = r.tenant_id and v.survey_id = r.survey_id and v.number = r.survey_version
   where r.tenant_id = $1`;

type Row = Omit<ResponseRecord, 'verbatims'> & { textQuestions: string[] };

/** SQL for responses. */
@Injectable()
export class ResponsesQueries {
  constructor(private readonly database: Database) {}

  /**
   * Inserts all but those whose external id is taken. Returns the ids of those inserted. Where none has one, nothing
   * can be in the way, and they travel with the commit.
   */
  async insert(responses: Response[]): Promise<Set<string>> {
    if (responses.length === 0) return new Set();
    const statement = { sql: INSERT_RESPONSES, parameters: insertParameters(responses) };
    if (responses.every(({ externalId }) => externalId === null)) {
      this.database.closeWith(() => statement);
      return new Set(responses.map(({ id }) => id));
    }
    const rows = await this.database.query<{ id: string }>(statement.sql, statement.parameters);
    return new Set(rows.map(({ id }) => id));
  }

  /** The ids of kept responses that have the external ids of the given ones, by `<survey id> <external id>`. */
  async idsByExternalId(responses: Response[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ key: string; id: string }>(
      `select survey_id || ' ' || external_id as key, id from response
        where tenant_id = $1 and (survey_id, external_id) in (select * from unnest($2::uuid[], $3::text[]))`,
      [responses.map(({ surveyId }) => surveyId), responses.map(({ externalId }) => externalId)],
    );
    return new Map(rows.map(({ key, id }) => [key, id]));
  }

  async byIds(ids: string[]): Promise<ResponseRecord[]> {
    const rows = await this.database.query<Row>(`${SELECT} and r.id = any($2::uuid[]) order by r.id`, [ids]);
    return rows.map(asRecord);
  }

  /**
   * Those of the given responses that were not corrected since they were read; they cannot be until the transaction
   * ends.
   */
  async holdUncorrected(read: { id: string; revision: number }[]): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(
      `select r.id from response r
         join unnest($2::uuid[], $3::int[]) as read (id, revision) on read.id = r.id and read.revision = r.revision
        where r.tenant_id = $1 order by r.id for share of r`,
      [read.map(({ id }) => id), read.map(({ revision }) => revision)],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Newest first. */
  async latest(limit: number): Promise<ResponseRecord[]> {
    const rows = await this.database.query<Row>(`${SELECT} order by r.id desc limit $2`, [limit]);
    return rows.map(asRecord);
  }

  async get(id: string): Promise<ResponseRecord> {
    const [record] = await this.byIds([id]);
    if (!record) throw NotFound.of('response', id);
    return record;
  }

  /** Newest first. */
  async list(filter: ResponseFilter): Promise<Page<ResponseRecord>> {
    const [before = null] = keyOf(filter, 1) ?? [];
    const rows = await this.database.query<Row>(
      `${SELECT}
         and ($2::uuid is null or r.id < $2)
         and ($3::text is null or s.key = $3)
         and ($4::text is null or r.category = $4)
         and ($5::uuid is null or r.contact_id = $5)
         and ($6::uuid is null or r.account_id = $6)
         and ($7::text is null or r.external_id = $7)
         and ($8::timestamptz is null or r.responded_at >= $8)
         and ($9::timestamptz is null or r.responded_at < $9)
         and ($10::uuid is null or r.wave_id = $10)
       order by r.id desc limit $11`,
      [
        before,
        filter.survey ?? null,
        filter.category ?? null,
        filter.contactId ?? null,
        filter.accountId ?? null,
        filter.externalId ?? null,
        filter.respondedFrom ?? null,
        filter.respondedBefore ?? null,
        filter.waveId ?? null,
        filter.limit + 1,
      ],
    );
    const page = pageOf(rows, filter, (row) => [row.id]);
    return { items: page.items.map(asRecord), next: page.next };
  }
}

function asRecord({ textQuestions, ...row }: Row): ResponseRecord {
  const verbatims = textQuestions
    .filter((question) => typeof row.answers[question] === 'string')
    .map((question) => ({ question, text: row.answers[question] as string }));
  return { ...row, verbatims };
}
