import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Config } from '../config.js';
import { Clock } from '../platform/clock.js';
import { CONFIG } from '../platform/config.module.js';
import { Database } from '../platform/database/database.js';
import { guardedPost } from '../platform/http/guarded-fetch.js';
import { OutboundRequestFailed } from '../platform/http/guarded-fetch.errors.js';
import { retryAfterMs } from '../platform/http/retry-after.js';
import { Secrets, SecretUnreadable } from '../platform/secrets.js';
import { Circuit, MAX_REST_MS, waitMs } from './circuit.js';
import { type ExternalModel, keyPlace } from './external-model.entity.js';
import { ModelUnavailable } from './model-unavailable.js';
import { ModelsQueries, type Reservation, type Settlement } from './models.queries.js';
import {
  KEY_UNREADABLE,
  MAX_ANSWER_BYTES,
  NOT_AS_ASKED,
  type Outcome,
  outcomeOf,
  outcomeWithout,
} from './outcome.js';
import type { Prompt } from './prompt.js';
import { costMicros, estimatedUsage, highestUsage, monthOf, type Usage } from './spend.js';

/** Models whose behaviour one process remembers. */
const MAX_CIRCUITS = 10_000;

const NOTHING_USED: Usage = { inputTokens: 0, outputTokens: 0 };

/** Puts one question to an external model: within its time, its retries and the tenant's money. */
@Injectable()
export class ModelCallsService {
  private readonly logger = new Logger(ModelCallsService.name);
  private readonly circuits = new Map<string, Circuit>();

  constructor(
    private readonly database: Database,
    private readonly queries: ModelsQueries,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What `read` makes of the model's answer; null from it means that the answer is useless. Throws `ModelUnavailable`. */
  async ask<T>(model: ExternalModel, prompt: Prompt, read: (content: string) => T | null): Promise<T> {
    const circuit = this.circuitOf(model);
    for (let attempt = 1; ; attempt++) {
      if (circuit.isResting(this.clock.now())) throw resting(model);
      const outcome = await this.attempt(model, prompt);
      const answer = outcome.kind === 'answered' ? read(outcome.completion.content) : null;
      if (answer !== null) {
        circuit.succeeded();
        return answer;
      }
      const failed = outcome.kind === 'failed' ? outcome : NOT_AS_ASKED;
      const askedMs = retryAfterMs(failed.retryAfter, this.clock.now(), MAX_REST_MS);
      circuit.failed(this.clock.now(), askedMs);
      await this.note(model, failed.message);
      if (!failed.mayRetry || attempt > model.retries || !circuit.takeRetry(this.clock.now()))
        throw new ModelUnavailable(failed.reason, failed.message);
      await sleep(waitMs(attempt, askedMs, Math.random()));
    }
  }

  /** Tells the tenant, and whoever runs Heed, what went wrong. */
  async note(model: ExternalModel, error: string): Promise<void> {
    const { tenantId, id } = model;
    const provider = new URL(model.baseUrl).host;
    this.logger.warn({ message: 'An external model failed', tenantId, provider, reason: error });
    await this.database.inTenant(tenantId, () => this.queries.noteError(id, error, this.clock.now()));
  }

  /** One request, paid for. */
  private async attempt(model: ExternalModel, prompt: Prompt): Promise<Outcome> {
    const highest = highestUsage(Buffer.byteLength(prompt.body), prompt.maxOutputTokens);
    const reservation = await this.reserve(model, costMicros(highest, model));
    const outcome = await this.post(model, prompt);
    const usage = usageOf(outcome, prompt, highest);
    await this.database.inTenant(model.tenantId, () =>
      this.queries.settle(reservation, { ...usage, costMicros: costMicros(usage, model) }),
    );
    return outcome;
  }

  private async reserve(model: ExternalModel, micros: number): Promise<Reservation> {
    const reservation = { month: monthOf(this.clock.now()), currency: model.currency, micros };
    const isReserved = await this.database.inTenant(model.tenantId, () =>
      this.queries.reserve(reservation, model.monthlyCeilingMicros),
    );
    if (isReserved) return reservation;
    const message = `The ceiling of ${reservation.month.slice(0, 7)} leaves nothing for another request`;
    await this.note(model, message);
    throw new ModelUnavailable('over_ceiling', message);
  }

  private async post(model: ExternalModel, { body }: Prompt): Promise<Outcome> {
    try {
      const answer = await guardedPost(`${model.baseUrl}/chat/completions`, {
        headers: this.headers(model),
        body,
        timeoutMs: model.timeoutMs,
        maxResponseBytes: MAX_ANSWER_BYTES,
        allowPrivate: this.config.modelAllowedNetworks,
      });
      return outcomeOf({ ...answer, retryAfter: answer.headers['retry-after'] });
    } catch (error) {
      if (error instanceof OutboundRequestFailed) return outcomeWithout(error);
      if (error instanceof SecretUnreadable) return KEY_UNREADABLE;
      throw error;
    }
  }

  private headers({ id, apiKey }: ExternalModel): Record<string, string> {
    const key = apiKey && this.secrets.open(apiKey, keyPlace(id));
    return {
      'content-type': 'application/json',
      'user-agent': 'Heed/1',
      ...(key && { authorization: `Bearer ${key}` }),
    };
  }

  /** New terms begin with a clean slate. */
  private circuitOf({ id, version }: ExternalModel): Circuit {
    const name = `${id} ${version}`;
    const circuit = this.circuits.get(name) ?? new Circuit();
    if (this.circuits.size >= MAX_CIRCUITS) this.circuits.clear();
    this.circuits.set(name, circuit);
    return circuit;
  }
}

/** A request that was cut off counts with all it can have used, as nobody knows; one that failed is not charged for. */
function usageOf(outcome: Outcome, { body }: Prompt, highest: Usage): Omit<Settlement, 'costMicros'> {
  if (outcome.kind === 'failed') {
    return outcome.reason === 'timeout'
      ? { ...highest, isEstimated: true }
      : { ...NOTHING_USED, isEstimated: false };
  }
  const { usage, content } = outcome.completion;
  return usage
    ? { ...usage, isEstimated: false }
    : { ...estimatedUsage(body.length, content.length), isEstimated: true };
}

function resting({ baseUrl }: ExternalModel): ModelUnavailable {
  return new ModelUnavailable(
    'broken',
    `${new URL(baseUrl).host} failed repeatedly and is left alone for a while`,
  );
}
