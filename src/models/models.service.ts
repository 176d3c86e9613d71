import { Injectable } from '@nestjs/common';
import type { Analysis, ThemeToFind, Verbatim } from '../analyzer/analysis.js';
import { ModelSettingsService } from './model-settings.service.js';
import { ModelUnavailable } from './model-unavailable.js';

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
  constructor(private readonly settings: ModelSettingsService) {}

  /** Whether the tenant of the open transaction has its verbatims analysed by an external model. */
  async isExternal(): Promise<boolean> {
    return (await this.settings.find())?.enabled ?? false;
  }

  /**
   * Asks the tenant's model about the verbatims; with no transaction open, as it waits for the network. Throws
   * `ModelUnavailable` when nothing at all could be had from it.
   */
  analyze(tenantId: string, verbatims: NamedVerbatim[], themes: ThemeToFind[]): Promise<ExternalAnalyses> {
    void [tenantId, verbatims, themes];
    return Promise.reject(new ModelUnavailable('disabled', 'Nothing is sent to external models yet'));
  }
}
