import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import { declarationOf } from '../platform/events/event.js';
import { Events } from '../platform/events/events.js';
import { ResponsesService } from '../responses/responses.service.js';
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
    private readonly responses: ResponsesService,
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

  /** Forgets the texts that their writers took back, and what was made and said of them. */
  async forgetReplaced(responseIds: string[]): Promise<void> {
    const written = await this.written.in(responseIds);
    await this.queries.forgetOthers(responseIds, written);
  }

  /** Asks for the given responses to be analysed outside of this transaction; silent ones need no analysis. */
  async request(responseIds: string[]): Promise<void> {
    const written = await this.written.in(responseIds);
    const spoken = new Map(written.map(({ responseId, revision }) => [responseId, revision]));
    const { tenantId } = currentTransaction();
    for (const [id, revision] of spoken) {
      this.events.record(new AnalysisRequested(id, tenantId, revision));
    }
    await this.finish(
      responseIds.filter((id) => !spoken.has(id)),
      [],
    );
  }

  /**
   * What is still to be analysed of a response as it was at a revision; null once that was said to be analysed, or
   * when it was corrected since, for then another analysis was asked for.
   */
  async waitingIn(responseId: string, revision: number): Promise<Written[] | null> {
    const told = await this.events.about([responseId]);
    if (told.some(({ type, data }) => type === ANALYZED && revisionOf(data) >= revision)) return null;
    const written = await this.written.in([responseId]);
    return written[0]?.revision === revision ? written : null;
  }

  /** Keeps what was made of all that was written in the given responses, and says that they are analysed. */
  async finish(responseIds: string[], analyzed: Analyzed[]): Promise<void> {
    const kept = new Set(await this.keep(analyzed));
    const byResponse = new Map<string, Analyzed[]>(responseIds.map((id) => [id, []]));
    for (const one of analyzed) {
      if (kept.has(one)) byResponse.get(one.written.responseId)?.push(one);
      else byResponse.delete(one.written.responseId);
    }
    for (const [id, its] of byResponse) this.events.record(factOf(id, its));
  }

  /**
   * Keeps analyses without a word to anyone. Returns those kept: what was corrected since it was read is analysed
   * again by whoever learns of that.
   */
  async keep(analyzed: Analyzed[]): Promise<Analyzed[]> {
    if (analyzed.length === 0) return [];
    const read = new Map(analyzed.map(({ written }) => [written.responseId, written.revision]));
    const held = await this.responses.holdUncorrected([...read].map(([id, revision]) => ({ id, revision })));
    const current = analyzed.filter(({ written }) => held.has(written.responseId));
    await this.queries.save(current, this.clock.now());
    return current;
  }
}

/** An analysis told before responses could be corrected was of the first. */
function revisionOf(data: object): number {
  return (data as ResponseAnalyzed).revision ?? 1;
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
    analyzed[0]?.written.revision ?? null,
  );
}
