import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.js';
import { CONFIG } from '../platform/config.module.js';
import { guardedPost } from '../platform/http/guarded-fetch.js';
import { OutboundRequestFailed } from '../platform/http/guarded-fetch.errors.js';
import { Secrets } from '../platform/secrets.js';
import { sign } from './signature.js';
import { secretPlace, type WebhookEndpoint } from './webhook-endpoint.entity.js';

/** How long a receiver may take to answer, in milliseconds: it should take note, answer, and work later. */
export const TIMEOUT_MS = 15_000;
/** How much of an answer is read, in bytes. */
export const MAX_RESPONSE_BYTES = 16 * 1024;
/** How much of it is kept for whoever looks for a fault, in characters. */
export const EXCERPT_LENGTH = 1_000;

export interface WebhookMessage {
  /** The same for every attempt, so that a receiver can tell a repeat. */
  id: string;
  body: string;
}

export interface AttemptOutcome {
  /** Null when there was no answer; `error` then says why. */
  status: number | null;
  error: string | null;
  timedOut: boolean;
  retryAfter?: string;
  durationMs: number;
  responseExcerpt: string | null;
}

/** Signs and posts one message. Whatever comes of it is an outcome, not an error. */
@Injectable()
export class WebhookSenderService {
  constructor(
    private readonly secrets: Secrets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async send({ id, body }: WebhookMessage, endpoint: WebhookEndpoint, at: Date): Promise<AttemptOutcome> {
    const startedAt = performance.now();
    try {
      const answer = await guardedPost(endpoint.url, {
        headers: this.headers(id, body, endpoint, at),
        body,
        timeoutMs: TIMEOUT_MS,
        maxResponseBytes: MAX_RESPONSE_BYTES,
        allowPrivate: this.config.webhookAllowedNetworks,
      });
      const { status, durationMs, headers } = answer;
      const responseExcerpt = answer.body.slice(0, EXCERPT_LENGTH).toWellFormed() || null;
      return {
        status,
        error: null,
        timedOut: false,
        retryAfter: headers['retry-after'],
        durationMs,
        responseExcerpt,
      };
    } catch (error) {
      if (!(error instanceof OutboundRequestFailed)) throw error;
      const durationMs = Math.round(performance.now() - startedAt);
      const timedOut = error.code === 'timeout';
      return { status: null, error: error.message, timedOut, durationMs, responseExcerpt: null };
    }
  }

  private headers(id: string, body: string, endpoint: WebhookEndpoint, at: Date): Record<string, string> {
    const timestamp = Math.floor(at.getTime() / 1_000);
    const secrets = endpoint
      .secretsAt(at)
      .map((sealed) => this.secrets.open(sealed, secretPlace(endpoint.id)));
    return {
      'content-type': 'application/json',
      'user-agent': 'Heed-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': sign(secrets, id, timestamp, body),
    };
  }
}
