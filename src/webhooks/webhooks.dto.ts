import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  MaxLength,
} from 'class-validator';
import { IsInstant } from '../platform/http/instant.js';
import { Omittable } from '../platform/http/omittable.js';
import { PageQuery } from '../platform/http/page.js';
import type { WebhookAttempt } from './webhook-attempt.entity.js';
import { DELIVERY_STATES, type DeliveryState, type WebhookDelivery } from './webhook-delivery.entity.js';
import type { DisabledReason, WebhookEndpoint } from './webhook-endpoint.entity.js';

const URL_LENGTH = 2_000;
const DESCRIPTION_LENGTH = 500;
const TYPE_LENGTH = 100;
const TYPES_LIMIT = 100;

export class AddWebhookEndpoint {
  /** Where to post: http or https, reachable from the public internet. */
  @IsString()
  @Length(1, URL_LENGTH)
  url: string;

  /** Event types to be told of, as `GET /v1/event-types` lists them; `*` alone stands for all, also those to come. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(TYPES_LIMIT)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(TYPE_LENGTH, { each: true })
  types: string[];

  @IsOptional()
  @IsString()
  @MaxLength(DESCRIPTION_LENGTH)
  description?: string | null;
}

export class ChangeWebhookEndpoint {
  @Omittable()
  @IsString()
  @Length(1, URL_LENGTH)
  url?: string;

  @Omittable()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(TYPES_LIMIT)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(TYPE_LENGTH, { each: true })
  types?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(DESCRIPTION_LENGTH)
  description?: string | null;

  /** `false` stops deliveries, which are kept as skipped; `true` lets them go out again. */
  @Omittable()
  @IsBoolean()
  enabled?: boolean;
}

export class DeliveryFilter extends PageQuery {
  @Omittable()
  @IsIn(DELIVERY_STATES)
  state?: DeliveryState;

  /** An event type, or `webhook.test`. */
  @Omittable()
  @IsString()
  @MaxLength(TYPE_LENGTH)
  type?: string;
}

export class ReplayMissed {
  /** Replays what failed or was skipped from then on. */
  @IsInstant()
  since: string;
}

export class EventTypesView {
  /** What an endpoint may subscribe to. */
  types: string[];
}

export class WebhookEndpointView {
  id: string;
  url: string;
  types: string[];
  description: string | null;
  enabled: boolean;
  disabledAt: Date | null;
  /** `by_hand`, `gone` (it answered 410) or `sustained_failure` (nothing got through for days). */
  disabledReason: DisabledReason | null;
  /** When the first attempt since the last success failed; null while it works. */
  failingSince: Date | null;
  /** Until when the secret before the last rotation signs as well. */
  previousSecretUntil: Date | null;
  createdAt: Date;
  version: number;
}

export class WebhookEndpointPage {
  items: WebhookEndpointView[];
  next: string | null;
}

export class WebhookEndpointWithSecretView extends WebhookEndpointView {
  /** Verifies what the endpoint receives. Shown this once. */
  secret: string;
}

export class WebhookDeliveryView {
  /** The `webhook-id` of every attempt. */
  id: string;
  endpointId: string;
  /** Null for a test. */
  eventId: string | null;
  type: string;
  state: DeliveryState;
  /** Attempts made since it was opened or last replayed. */
  attempts: number;
  /** The next attempt comes no earlier; it comes later where the receiver rests from an overload. */
  nextAttemptAt: Date | null;
  lastStatus: number | null;
  lastError: string | null;
  deliveredAt: Date | null;
  createdAt: Date;
}

export class WebhookDeliveryPage {
  items: WebhookDeliveryView[];
  next: string | null;
}

export class WebhookAttemptView {
  /** 1 for the first of the schedule, which a replay begins anew. */
  attempt: number;
  at: Date;
  /** Null when there was no answer; `error` then says why. */
  status: number | null;
  error: string | null;
  durationMs: number;
  /** How the answer began. */
  responseExcerpt: string | null;
}

export class WebhookDeliveryWithLogView extends WebhookDeliveryView {
  /** The latest attempts, the last one first. */
  log: WebhookAttemptView[];
}

export class ReplayedView {
  replayed: number;
  /** Whether that was all; if not, ask again. */
  isComplete: boolean;
}

export function viewEndpoint(endpoint: WebhookEndpoint): WebhookEndpointView {
  const { id, url, types, description, disabledAt, disabledReason } = endpoint;
  const { failingSince, previousSecretUntil, createdAt, version } = endpoint;
  const subscription = { id, url, types, description, enabled: disabledAt === null };
  return {
    ...subscription,
    disabledAt,
    disabledReason,
    failingSince,
    previousSecretUntil,
    createdAt,
    version,
  };
}

export function viewDelivery(delivery: WebhookDelivery): WebhookDeliveryView {
  const { id, endpointId, eventId, type, state, createdAt } = delivery;
  const { attempts, nextAttemptAt, lastStatus, lastError, deliveredAt } = delivery;
  const progress = { attempts, nextAttemptAt, lastStatus, lastError, deliveredAt };
  return { id, endpointId, eventId, type, state, ...progress, createdAt };
}

export function viewAttempt(made: WebhookAttempt): WebhookAttemptView {
  const { attempt, at, status, error, durationMs, responseExcerpt } = made;
  return { attempt, at, status, error, durationMs, responseExcerpt };
}
