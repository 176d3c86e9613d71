import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.js';
import { Clock } from '../platform/clock.js';
import { CONFIG } from '../platform/config.module.js';
import { Database } from '../platform/database/database.js';
import { refusing } from '../platform/database/unique.js';
import { Events } from '../platform/events/events.js';
import { OutboundRequestFailed } from '../platform/http/guarded-fetch.errors.js';
import { assertVersion, Stale } from '../platform/http/if-match.js';
import { assertPublicHttpUrl } from '../platform/http/public-url.js';
import { Secrets } from '../platform/secrets.js';
import { ExternalModel, keyPlace } from './external-model.entity.js';
import {
  ExternalModelNotFound,
  ModelKeyMissing,
  ModelUrlRefused,
  ModelUrlUnencrypted,
} from './models.errors.js';
import { ExternalModelChanged, ExternalModelRemoved } from './models.events.js';
import { ModelsQueries } from './models.queries.js';
import { monthOf, nothingSpent, type Spend } from './spend.js';
import type { ModelTerms } from './terms.js';

interface ModelWithSpend {
  model: ExternalModel;
  spend: Spend;
}

/** Which external model a tenant has its verbatims analysed by, if any. */
@Injectable()
export class ModelSettingsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ModelsQueries,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async get(): Promise<ModelWithSpend> {
    const model = await this.find();
    if (!model) throw new ExternalModelNotFound();
    return this.withSpend(model);
  }

  find(): Promise<ExternalModel | null> {
    return this.rows.findOne({});
  }

  /** Sets all terms; an `apiKey` left out stays what it is. */
  async set(terms: ModelTerms, apiKey?: string | null, version?: number): Promise<ModelWithSpend> {
    const checked = { ...terms, baseUrl: this.checked(terms.baseUrl) };
    const present = await this.rows.lockOne({});
    if (present) assertVersion('external_model', present, version);
    const model = present
      ? await this.change(present, checked, apiKey)
      : await this.add(checked, apiKey ?? null);
    this.events.record(new ExternalModelChanged(model.id, model.enabled));
    return this.withSpend(model);
  }

  /** Also forgets the key and what the model said; what it cost stays in the books. */
  async remove(): Promise<void> {
    const model = await this.rows.lockOne({});
    if (!model) throw new ExternalModelNotFound();
    await this.rows.delete({ id: model.id });
    await this.queries.forgetAnswers();
    this.events.record(new ExternalModelRemoved(model.id));
  }

  private async add(terms: ModelTerms, apiKey: string | null): Promise<ExternalModel> {
    const model = ExternalModel.add(terms, this.clock.now());
    model.apiKey = this.sealed(model, apiKey);
    // Two first settings at once: the second would overwrite what it has not seen.
    const taken = () => new Stale('external_model', 1);
    await refusing('external_model_one', taken, () => this.rows.insert(model));
    return model;
  }

  private change(
    model: ExternalModel,
    terms: ModelTerms,
    apiKey: string | null | undefined,
  ): Promise<ExternalModel> {
    if (apiKey !== undefined) model.apiKey = this.sealed(model, apiKey);
    else if (model.apiKey && !model.keepsKeyFor(terms.baseUrl)) throw new ModelKeyMissing();
    return this.rows.save(model.setTerms(terms));
  }

  private sealed({ id }: ExternalModel, apiKey: string | null): Buffer | null {
    return apiKey === null ? null : this.secrets.seal(apiKey, keyPlace(id));
  }

  private async withSpend(model: ExternalModel): Promise<ModelWithSpend> {
    const month = monthOf(this.clock.now());
    const spend = await this.queries.spend(month, model.currency);
    return { model, spend: spend ?? nothingSpent(month) };
  }

  private get rows() {
    return this.database.repository(ExternalModel);
  }

  /** The URL as it will be called, without a slash at its end. */
  private checked(baseUrl: string): string {
    const { modelAllowedNetworks } = this.config;
    const url = publicUrl(baseUrl, modelAllowedNetworks);
    if (url.protocol === 'http:' && modelAllowedNetworks.length === 0) throw new ModelUrlUnencrypted();
    if (url.search || url.hash) {
      const message = 'The URL must not have a query or a fragment';
      throw new ModelUrlRefused({ code: 'url_invalid', message });
    }
    return url.href.replace(/\/+$/, '');
  }
}

function publicUrl(text: string, allowed: string[]): URL {
  try {
    return assertPublicHttpUrl(text, allowed);
  } catch (error) {
    throw error instanceof OutboundRequestFailed ? new ModelUrlRefused(error) : error;
  }
}
