import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsISO8601,
  IsObject,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ContactReferenceBody } from '../accounts/contact-reference.dto.js';
import type { Problem } from '../platform/errors.js';
import { Omittable } from '../platform/http/omittable.js';
import { IsProperties, type Properties } from '../platform/http/properties.js';
import type { CampaignOutcome, EventOutcome, IncomingEvent } from './campaign-events.service.js';
import { EVENT_NAME } from './schedule.js';
import { TRIGGER_OUTCOMES, type TriggerOutcome } from './trigger-outcome.js';
import { ApiProperty } from '@nestjs/swagger';

const EXTERNAL_ID_LENGTH = 200;
/** Most events in one bulk request. */
const BULK_LIMIT = 1_000;
/** A time without a zone would be read in the server's. */
const WITH_TIME_ZONE = /T.*(Z|[+-]\d\d(:?\d\d)?)$/;

export class PostEvent {
  /** What happened, as campaigns are told to listen for it, such as `order.delivered`. */
  @Matches(EVENT_NAME, { message: 'must be lower-case letters, digits, ., - and _, at most 100' })
  event: string;

  /** To whom; found by `contactId`, `externalId` or `email`, made when new. */
  @IsObject() // for ValidateNested an empty list is an object too
  @ValidateNested()
  @Type(() => ContactReferenceBody)
  contact: ContactReferenceBody;

  /** Your own id of what happened, such as the order's: the same event with the same id asks once. */
  @IsString()
  @Length(1, EXTERNAL_ID_LENGTH)
  externalId: string;

  /** When it happened (ISO 8601 with a time zone); now, when left out. */
  @Omittable()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(WITH_TIME_ZONE, { message: 'must have a time zone, such as 2026-05-01T10:00:00+02:00 or …Z' })
  occurredAt?: string;

  /** What the answer is to carry of it, such as the shop or the product. */
  @Omittable()
  @IsProperties()
  properties?: Properties;
}

export class PostEvents {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(BULK_LIMIT)
  @IsObject({ each: true }) // for ValidateNested an empty list is an object too
  @ValidateNested({ each: true })
  @Type(() => PostEvent)
  events: PostEvent[];
}

export class CampaignOutcomeView implements CampaignOutcome {
  campaignId: string;
  /** The wave that asks; null where none does. */
  waveId: string | null;
  @ApiProperty({ enum: TRIGGER_OUTCOMES })
  outcome: TriggerOutcome;
  /** Why the person is suppressed. */
  reason: string | null;
  /** When they are asked. */
  dueAt: Date | string | null;
  /** The person's own link to the survey, to be brought to them by you; for the channels `link` and `api`. */
  url: string | null;
}

export class EventOutcomeView {
  externalId: string;
  contactId: string | null;
  /** Whether it was posted before; the outcomes are those of the first time. */
  isDuplicate: boolean;
  /** Of each campaign that listens for the event; none does when it is empty. */
  campaigns: CampaignOutcomeView[];
}

export class EventProblemView implements Problem {
  pointer: string;
  detail: string;
}

export class BulkEventItemView {
  /** Position in the request, from 0. */
  index: number;
  /** Null where `errors` say why it was not taken. */
  outcome: EventOutcomeView | null;
  errors: EventProblemView[];
}

export class BulkEventsView {
  items: BulkEventItemView[];
}

export function incomingEventOf({ occurredAt, ...body }: PostEvent): IncomingEvent {
  return { ...body, occurredAt: occurredAt === undefined ? undefined : new Date(occurredAt) };
}

export function viewBulkEvents(outcomes: EventOutcome[]): BulkEventsView {
  const items = outcomes.map((outcome, index) =>
    'error' in outcome
      ? { index, outcome: null, errors: outcome.error.extra.problems ?? [] }
      : { index, outcome, errors: [] },
  );
  return { items };
}
