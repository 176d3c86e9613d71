import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsLocale,
  IsObject,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { ContactReferenceBody } from '../accounts/contact-reference.dto.js';
import { type Problem } from '../platform/errors.js';
import { IsInstant } from '../platform/http/instant.js';
import { Omittable } from '../platform/http/omittable.js';
import { PageQuery } from '../platform/http/page.js';
import { IsProperties, type Properties } from '../platform/http/properties.js';
import type { Answer } from '../surveys/answers.js';
import { CATEGORIES, type Category } from '../surveys/score.js';
import type { ResponseRecord } from './responses.queries.js';
import type { IncomingResponse, Outcome } from './responses.service.js';
import type { Response } from './response.entity.js';
import { ResponseAlreadyReceived } from './responses.errors.js';

/** A time without a zone would be read in the server's. */
const WITH_TIME_ZONE = /T.*(Z|[+-]\d\d(:?\d\d)?)$/;

const EXTERNAL_ID_LENGTH = 200;
/** Most responses in one bulk request. */
export const BULK_LIMIT = 1_000;

const ANSWERS_SCHEMA = {
  type: 'object',
  additionalProperties: {
    oneOf: [
      { type: 'number' },
      { type: 'string' },
      { type: 'array', items: { type: 'string' } },
      { type: 'boolean' },
    ],
  },
  example: { score: 3, comment: 'The invoice was wrong twice.' },
};

export class ReceiveResponse {
  /** Key of the survey it answers. */
  @IsString()
  @Length(1, 64)
  survey: string;

  /** Answers by question key: a number, a text, a choice, a list of choices, or true or false. */
  @Omittable()
  @IsObject()
  @ApiProperty({ ...ANSWERS_SCHEMA, required: false } as never)
  answers?: Record<string, unknown>;

  /** In short: answers the survey's main question. */
  @Omittable()
  @IsInt()
  score?: number;

  /** In short: answers the first text question that the other answers lead to. */
  @Omittable()
  @IsString()
  comment?: string;

  /** Who answered; found by `contactId`, `externalId` or `email`, made when new. Leave out for an anonymous response. */
  @Omittable()
  @IsObject() // for ValidateNested an empty list is an object too
  @ValidateNested()
  @Type(() => ContactReferenceBody)
  contact?: ContactReferenceBody;

  /** Your own id of this response. A second one with the same id in the same survey is refused. */
  @Omittable()
  @IsString()
  @Length(1, EXTERNAL_ID_LENGTH)
  externalId?: string;

  /** How it was asked, such as `email`, `link`, `widget` or `phone`. */
  @Omittable()
  @Matches(/^[a-z0-9][a-z0-9_-]{0,49}$/, {
    message: 'must be lower-case letters, digits, - and _, at most 50',
  })
  channel?: string;

  /** Language of the answers, such as `de` or `pt-BR`. */
  @Omittable()
  @IsLocale()
  language?: string;

  /** Anything else worth routing by, such as the plan or the shop. */
  @Omittable()
  @IsProperties()
  properties?: Properties;

  /** When the person answered (ISO 8601 with a time zone); now, when left out. */
  @Omittable()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(WITH_TIME_ZONE, { message: 'must have a time zone, such as 2026-05-01T10:00:00+02:00 or …Z' })
  respondedAt?: string;
}

export class ReceiveResponses {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(BULK_LIMIT)
  @IsObject({ each: true }) // for ValidateNested an empty list is an object too
  @ValidateNested({ each: true })
  @Type(() => ReceiveResponse)
  responses: ReceiveResponse[];
}

export class ResponseFilter extends PageQuery {
  /** Key of the survey. */
  @Omittable()
  @IsString()
  survey?: string;

  @Omittable()
  @IsIn(CATEGORIES)
  category?: Category;

  @Omittable()
  @IsUUID()
  contactId?: string;

  @Omittable()
  @IsUUID()
  accountId?: string;

  @Omittable()
  @IsString()
  externalId?: string;

  /** The wave they were asked in. */
  @Omittable()
  @IsUUID()
  waveId?: string;

  /** Answered at this time or later (ISO 8601). */
  @Omittable()
  @IsInstant()
  respondedFrom?: string;

  /** Answered before this time (ISO 8601). */
  @Omittable()
  @IsInstant()
  respondedBefore?: string;
}

export class ReceivedView {
  id: string;
  surveyId: string;
  /** The version of the survey it was read against. */
  surveyVersion: number;
  externalId: string | null;
  contactId: string | null;
  accountId: string | null;
  /** The answer to the main question; null when it was not answered. */
  score: number | null;
  category: Category | null;
  respondedAt: Date;
  receivedAt: Date;
}

export class VerbatimView {
  question: string;
  text: string;
}

export class ResponseView extends ReceivedView {
  surveyKey: string;
  @ApiProperty(ANSWERS_SCHEMA as never)
  answers: Record<string, Answer>;
  /** Its free texts. */
  verbatims: VerbatimView[];
  channel: string | null;
  language: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true })
  properties: Properties;
  /** The wave it was asked in, if it was. */
  waveId: string | null;
  /** The import that brought it, if one did. */
  importId: string | null;
  /** 1 as it was received, then one more each time the person who gave it corrected it. */
  revision: number;
  correctedAt: Date | null;
}

export class ResponsePage {
  items: ResponseView[];
  next: string | null;
}

export class ProblemView implements Problem {
  pointer: string;
  detail: string;
}

export class BulkItemView {
  /** Position in the request, from 0. */
  index: number;
  /** `received`; `duplicate` when its externalId was received before; or `invalid`. */
  status: 'received' | 'duplicate' | 'invalid';
  /** Of the response received now, or before. */
  id: string | null;
  code: string | null;
  errors: ProblemView[];
}

export class BulkView {
  received: number;
  duplicates: number;
  invalid: number;
  items: BulkItemView[];
}

export function incomingOf({ respondedAt, ...body }: ReceiveResponse): IncomingResponse {
  return { ...body, respondedAt: respondedAt === undefined ? undefined : new Date(respondedAt) };
}

export function viewReceived(response: Response | ResponseRecord): ReceivedView {
  const { id, surveyId, surveyVersion, externalId, contactId, accountId, score, category } = response;
  const { respondedAt, receivedAt } = response;
  return {
    id,
    surveyId,
    surveyVersion,
    externalId,
    contactId,
    accountId,
    score,
    category,
    respondedAt,
    receivedAt,
  };
}

export function viewResponse(record: ResponseRecord): ResponseView {
  const { surveyKey, answers, verbatims, channel, language, properties } = record;
  const { waveId, importId, revision, correctedAt } = record;
  return {
    ...viewReceived(record),
    ...{ surveyKey, answers, verbatims, channel, language, properties },
    ...{ waveId, importId, revision, correctedAt },
  };
}

export function viewBulk(outcomes: Outcome[]): BulkView {
  const items = outcomes.map(viewOutcome);
  const count = (status: BulkItemView['status']) => items.filter((item) => item.status === status).length;
  return { received: count('received'), duplicates: count('duplicate'), invalid: count('invalid'), items };
}

function viewOutcome(outcome: Outcome, index: number): BulkItemView {
  if ('response' in outcome)
    return { index, status: 'received', id: outcome.response.id, code: null, errors: [] };
  const { code, extra, message } = outcome.error;
  if (outcome.error instanceof ResponseAlreadyReceived) {
    return { index, status: 'duplicate', id: extra.responseId as string | null, code, errors: [] };
  }
  return {
    index,
    status: 'invalid',
    id: null,
    code,
    errors: extra.problems ?? [{ pointer: '', detail: message }],
  };
}
