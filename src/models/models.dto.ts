import { IsBoolean, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { Omittable } from '../platform/http/omittable.js';
import type { ExternalModel } from './external-model.entity.js';
import type { Spend } from './spend.js';
import type { ModelTerms } from './terms.js';

const URL_LENGTH = 2_000;
const MODEL_LENGTH = 200;
const API_KEY_LENGTH = 1_000;
/** What can stand in an HTTP header. */
const API_KEY = /^[\x21-\x7e]+$/;
/** A model that takes longer holds a worker for too long. */
export const MAX_TIMEOUT_MS = 120_000;
const MIN_TIMEOUT_MS = 100;
export const MAX_RETRIES = 5;
/** A million units of the currency. */
const MAX_MICROS = 1_000_000_000_000;

export class SetExternalModel {
  /** An OpenAI-compatible API, such as `https://api.example.com/v1`: `/chat/completions` is appended. */
  @IsString()
  @Length(1, URL_LENGTH)
  baseUrl: string;

  /** The model's name there. */
  @IsString()
  @Length(1, MODEL_LENGTH)
  model: string;

  /** Sent as bearer token and never shown. Left out, the one kept stays, as long as the host does; null for none. */
  @IsOptional()
  @IsString()
  @Length(1, API_KEY_LENGTH)
  @Matches(API_KEY, { message: 'apiKey must consist of visible ASCII characters' })
  apiKey?: string | null;

  /** How long one request may take, in milliseconds; 30 s when left out. */
  @Omittable()
  @IsInt()
  @Min(MIN_TIMEOUT_MS)
  @Max(MAX_TIMEOUT_MS)
  timeoutMs?: number;

  /** How often a request that failed is tried again; twice when left out. */
  @Omittable()
  @IsInt()
  @Min(0)
  @Max(MAX_RETRIES)
  retries?: number;

  /** Of all amounts, as ISO 4217 abbreviates it. */
  @IsString()
  @Matches(/^[A-Z]{3}$/, { message: 'currency must be three capital letters, such as EUR' })
  currency: string;

  /** The most that may be spent in a calendar month (UTC), in millionths of the currency: 20000000 is 20.00. */
  @IsInt()
  @Min(0)
  @Max(MAX_MICROS)
  monthlyCeilingMicros: number;

  /** Price of a million tokens sent, in millionths of the currency; 0 for a model of your own. */
  @IsInt()
  @Min(0)
  @Max(MAX_MICROS)
  inputPriceMicros: number;

  /** Price of a million tokens answered, in millionths of the currency. */
  @IsInt()
  @Min(0)
  @Max(MAX_MICROS)
  outputPriceMicros: number;

  /** Whether verbatims are sent to it, as they are when left out; Heed analyses them itself where they are not. */
  @Omittable()
  @IsBoolean()
  enabled?: boolean;
}

export class ModelSpendView {
  /** Its first day, in UTC. */
  month: string;
  /** In millionths of the currency, as are the others. */
  spentMicros: number;
  /** Set aside for requests under way, and kept for those whose end nobody saw. */
  reservedMicros: number;
  requests: number;
  /** Requests whose answers did not say how many tokens they used: their cost is reckoned from their length. */
  estimatedRequests: number;
  inputTokens: number;
  outputTokens: number;
}

export class ExternalModelView {
  /** The host verbatims are sent to. */
  provider: string;
  baseUrl: string;
  model: string;
  /** Whether a key is kept; it is never shown. */
  hasApiKey: boolean;
  timeoutMs: number;
  retries: number;
  currency: string;
  monthlyCeilingMicros: number;
  inputPriceMicros: number;
  outputPriceMicros: number;
  enabled: boolean;
  /** Of this month. */
  spend: ModelSpendView;
  /** What last kept it from answering since it was set up. */
  lastError: string | null;
  lastErrorAt: Date | null;
  createdAt: Date;
  version: number;
}

export function termsOf(given: SetExternalModel): ModelTerms {
  const { apiKey: _, timeoutMs = 30_000, retries = 2, enabled = true, ...terms } = given;
  return { ...terms, timeoutMs, retries, enabled };
}

export function viewExternalModel(model: ExternalModel, spend: Spend): ExternalModelView {
  const { baseUrl, model: name, timeoutMs, retries, enabled } = model;
  const { currency, monthlyCeilingMicros, inputPriceMicros, outputPriceMicros } = model;
  const { lastError, lastErrorAt, createdAt, version } = model;
  return {
    provider: new URL(baseUrl).host,
    baseUrl,
    model: name,
    hasApiKey: model.apiKey !== null,
    timeoutMs,
    retries,
    ...{ currency, monthlyCeilingMicros, inputPriceMicros, outputPriceMicros },
    enabled,
    spend,
    ...{ lastError, lastErrorAt, createdAt, version },
  };
}
