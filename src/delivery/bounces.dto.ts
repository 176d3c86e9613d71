import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsEmail,
  IsIn,
  IsISO8601,
  IsObject,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { EMAIL_LENGTH } from '../accounts/contact-reference.dto.js';
import { Omittable } from '../platform/http/omittable.js';
import { BOUNCE_KINDS, type BounceKind } from './bounce.js';
import type { BounceOutcome, IncomingBounce } from './bounces.service.js';

/** Most of what came back in one request. */
const BULK_LIMIT = 1_000;
const MESSAGE_ID_LENGTH = 998;
const DETAIL_LENGTH = 2_000;
const WITH_TIME_ZONE = /(Z|[+-]\d\d:?\d\d)$/;

export class PostBounce {
  /**
   * `hard`: there is no such mailbox, and nobody writes to it any more. `refused`: the mail was not wanted. `soft`: it is
   * still tried. `complaint`: the person reported it as spam, and is not written to any more. `delivered`: it arrived.
   */
  @IsIn(BOUNCE_KINDS)
  kind: BounceKind;

  /** The Message-ID of the mail. */
  @Omittable()
  @IsString()
  @MaxLength(MESSAGE_ID_LENGTH)
  messageId?: string;

  /** The address; without `messageId` it is the last mail to it. */
  @Omittable()
  @IsEmail()
  @MaxLength(EMAIL_LENGTH)
  email?: string;

  /** In the words of the mail server. */
  @Omittable()
  @IsString()
  @MaxLength(DETAIL_LENGTH)
  detail?: string;

  /** When it happened (ISO 8601 with a time zone); now, when left out. */
  @Omittable()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(WITH_TIME_ZONE, { message: 'must have a time zone, such as 2026-05-01T10:00:00+02:00 or …Z' })
  occurredAt?: string;
}

export class PostBounces {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(BULK_LIMIT)
  @IsObject({ each: true }) // for ValidateNested an empty list is an object too
  @ValidateNested({ each: true })
  @Type(() => PostBounce)
  bounces: PostBounce[];
}

export class BounceView {
  /** `unknown`: it is about no mail of yours, and changes nothing. */
  outcome: BounceOutcome;
}

export class BouncesView {
  /** In the order they were given. */
  items: BounceView[];
}

export function incomingBounceOf(body: PostBounce): IncomingBounce {
  const { kind, messageId = null, email = null, detail = null, occurredAt } = body;
  return { kind, messageId, email, detail, occurredAt: occurredAt ? new Date(occurredAt) : null };
}
