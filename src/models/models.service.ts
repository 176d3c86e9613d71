import { Injectable } from '@nestjs/common';
import type { Analysis, ThemeToFind, Verbatim } from '../analyzer/analysis.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { OnClock } from '../platform/schedule.js';
import { type Finding, readAnswer } from './answer.js';
import type { ExternalModel } from './external-model.entity.js';
import { analysisOf, batchesOf, type Inquiry, inquiryOf } from './inquiry.js';
import { ModelCallsService } from './model-calls.service.js';
import { ModelSettingsService } from './model-settings.service.js';
import { ModelUnavailable } from './model-unavailable.js';
import { ModelsQueries } from './models.queries.js';
import { PROMPT_VERSION, promptFor, SoughtThemes } from './prompt.js';
import { analyzerName } from './terms.js';

/** For how long the answer to a question is kept, in days: a text that comes again meanwhile costs nothing. */
export const ANSWERS_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

/** A verbatim with the names that must not leave with it, such as those of the contact who wrote it. */
export interface NamedVerbatim extends Verbatim {
  names: string[];
}

export interface ExternalAnalyses {
  /** One for each verbatim, in their order; null where the model gave nothing usable. */
  analyses: (Analysis | null)[];
  /** Who analysed: the provider's host and the model, such as `api.example.com/model-1`. */
  analyzer: string;
  version: string;
}

/** Has verbatims analysed by the external model of their tenant. */
@Injectable()
export class ModelsService {
  constructor(
    private readonly database: Database,
    private readonly settings: ModelSettingsService,
    private readonly calls: ModelCallsService,
    private readonly queries: ModelsQueries,
    private readonly clock: Clock,
  ) {}

  /** Whether the tenant of the open transaction has its verbatims analysed by an external model. */
  async isExternal(): Promise<boolean> {
    return (await this.settings.find())?.enabled ?? false;
  }

  /**
   * Asks the tenant's model about the verbatims; with no transaction open, as it waits for the network. Throws
   * `ModelUnavailable` when nothing at all could be had from it.
   */
  async analyze(
    tenantId: string,
    verbatims: NamedVerbatim[],
    themes: readonly ThemeToFind[],
  ): Promise<ExternalAnalyses> {
    const model = await this.enabled(tenantId);
    const analyzer = analyzerName(model);
    const sought = new SoughtThemes(themes);
    const inquiries = verbatims.map((verbatim) => inquiryOf(verbatim, analyzer, sought));
    const findings = await this.kept(tenantId, inquiries);
    const unavailable = await this.complete(findings, inquiries, model, sought);
    const analyses = inquiries.map((inquiry) => {
      const finding = inquiry && findings.get(inquiry.hash);
      return finding ? analysisOf(finding, inquiry) : null;
    });
    if (unavailable && analyses.every((analysis) => analysis === null)) throw unavailable;
    return { analyses, analyzer, version: PROMPT_VERSION };
  }

  @OnClock('external_model.forget_answers')
  async forgetAnswers(): Promise<void> {
    await this.queries.forgetAnswersBefore(new Date(this.clock.now().getTime() - ANSWERS_DAYS * DAY_MS));
  }

  private async enabled(tenantId: string): Promise<ExternalModel> {
    const model = await this.database.inTenant(tenantId, () => this.settings.find(), { readOnly: true });
    if (model?.enabled) return model;
    throw new ModelUnavailable('disabled', 'The tenant has no external model, or has disabled it');
  }

  private kept(tenantId: string, inquiries: (Inquiry | null)[]): Promise<Map<string, Finding>> {
    const hashes = inquiries.flatMap((inquiry) => inquiry?.hash ?? []);
    return this.database.inTenant(tenantId, () => this.queries.answers(hashes), { readOnly: true });
  }

  /** Asks for what is missing, each question once, until the model fails; returns how it failed. */
  private async complete(
    findings: Map<string, Finding>,
    inquiries: (Inquiry | null)[],
    model: ExternalModel,
    themes: SoughtThemes,
  ): Promise<ModelUnavailable | null> {
    const byHash = new Map(inquiries.flatMap((inquiry) => (inquiry ? [[inquiry.hash, inquiry]] : [])));
    const missing = [...byHash.values()].filter(({ hash }) => !findings.has(hash));
    try {
      for (const batch of batchesOf(missing)) {
        for (const [hash, finding] of await this.ask(batch, model, themes)) findings.set(hash, finding);
      }
      return null;
    } catch (error) {
      if (error instanceof ModelUnavailable) return error;
      throw error;
    }
  }

  private async ask(
    batch: Inquiry[],
    model: ExternalModel,
    themes: SoughtThemes,
  ): Promise<Map<string, Finding>> {
    const asked = batch.map(({ question, redacted: { text } }, index) => ({
      id: `v${index + 1}`,
      question,
      text,
    }));
    const answers = await this.calls.ask(model, promptFor(model.model, asked, themes), (content) =>
      readAnswer(content, asked, themes),
    );
    const found = new Map(
      answers.flatMap((finding, index) => (finding ? [[batch[index]!.hash, finding] as const] : [])),
    );
    await this.database.inTenant(model.tenantId, () => this.queries.keepAnswers(found, this.clock.now()));
    const useless = batch.length - found.size;
    if (useless > 0)
      await this.calls.note(model, `Of ${batch.length} texts, ${useless} were answered uselessly`);
    return found;
  }
}
