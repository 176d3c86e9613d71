import { Injectable } from '@nestjs/common';
import { NotFound } from '../platform/errors.js';
import { ResponsesService } from '../responses/responses.service.js';
import { ThemesService } from '../themes/themes.service.js';
import { analysisFacts, type AnalysisFacts, type AnalyzedVerbatim } from './analysis-facts.js';
import { themeKeys } from './theme-keys.js';
import { type VerbatimRecord, VerbatimsQueries } from './verbatims.queries.js';

/** What is known of what people wrote. */
@Injectable()
export class AnalysisService {
  constructor(
    private readonly themes: ThemesService,
    private readonly responses: ResponsesService,
    private readonly verbatims: VerbatimsQueries,
  ) {}

  /** What rules can ask about the verbatims of each of the given responses, in their order. */
  async factsOf(responseIds: string[]): Promise<AnalysisFacts[]> {
    const verbatims = new Map<string, AnalyzedVerbatim[]>(responseIds.map((id) => [id, []]));
    for (const one of await this.verbatims.analyzed(responseIds)) verbatims.get(one.responseId)!.push(one);
    const keys = themeKeys(await this.themes.lately());
    return responseIds.map((id) => analysisFacts(verbatims.get(id)!, keys));
  }

  /** The verbatims of a response as they were analysed; none until then, and none where nothing was written. */
  async get(responseId: string): Promise<VerbatimRecord[]> {
    const [response] = await this.responses.byIds([responseId]);
    if (!response) throw NotFound.of('response', responseId);
    return this.verbatims.of([responseId]);
  }
}
