import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import { declarationOf } from '../platform/events/event.js';
import { Events } from '../platform/events/events.js';
import { AnalysisRequested, ResponseAnalyzed } from './analysis.events.js';
import { AnalysisQueries, type Analyzed } from './analysis.queries.js';
import { EmbeddedAnalysisService } from './embedded-analysis.service.js';
import type { Written } from './written.js';
import { WrittenService } from './written.service.js';

const ANALYZED = declarationOf(ResponseAnalyzed).type;

/** Has responses analysed, keeps what comes of it, and tells the modules that follow. */
@Injectable()
export class AnalyzingService {
  constructor(
    private readonly written: WrittenService,
    private readonly embedded: EmbeddedAnalysisService,
    private readonly queries: AnalysisQueries,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Analyses what was written in the given responses, in this process. */
  async analyze(responseIds: string[]): Promise<void> {
    await this.finish(responseIds, await this.embedded.analyze(await this.written.in(responseIds)));
  }

  /** Analyses what was written in a response anew, in this process; nobody is told, for nothing came in. */
  async renew(responseId: string): Promise<void> {
    await this.keep(await this.embedded.analyze(await this.written.in([responseId])));
  }

  /** Asks for the given responses to be analysed outside of this transaction; silent ones need no analysis. */
  async request(responseIds: string[]): Promise<void> {
    const written = await this.written.in(responseIds);
    const spoken = new Set(written.map(({ responseId }) => responseId));
    const { tenantId } = currentTransaction();
    for (const id of spoken) this.events.record(new AnalysisRequested(id, tenantId));
    await this.finish(
      responseIds.filter((id) => !spoken.has(id)),
      [],
    );
  }

  /** What is still to be analysed of a response; null once it was said to be analysed. */
  async waitingIn(responseId: string): Promise<Written[] | null> {
    const told = await this.events.about([responseId]);
    if (told.some(({ type }) => type === ANALYZED)) return null;
    return this.written.in([responseId]);
  }

  /** Keeps what was made of all that was written in the given responses, and says that they are analysed. */
  async finish(responseIds: string[], analyzed: Analyzed[]): Promise<void> {
    await this.keep(analyzed);
    const byResponse = new Map<string, Analyzed[]>(responseIds.map((id) => [id, []]));
    for (const one of analyzed) byResponse.get(one.written.responseId)?.push(one);
    for (const [id, its] of byResponse) this.events.record(factOf(id, its));
  }

  /** Keeps analyses without a word to anyone. */
  async keep(analyzed: Analyzed[]): Promise<void> {
    await this.queries.save(analyzed, this.clock.now());
  }
}

function factOf(responseId: string, analyzed: Analyzed[]): ResponseAnalyzed {
  const all = <Code>(codesOf: (one: Analyzed['analysis']) => (Code | null | undefined)[]): Code[] => {
    const codes = analyzed.flatMap(({ analysis }) => codesOf(analysis));
    return [...new Set(codes.filter((code) => code != null))];
  };
  return new ResponseAnalyzed(
    responseId,
    analyzed.length,
    all(({ language }) => [language.code]),
    all(({ sentiment }) => [sentiment?.polarity]),
    all(({ actionability }) => [actionability]),
    all(({ emotions }) => emotions.map(({ emotion }) => emotion)),
    all(({ mentions }) => mentions.map(({ themeId }) => themeId)),
  );
}
