import { Injectable } from '@nestjs/common';
import { EmbeddedAnalysisService } from './embedded-analysis.service.js';
import type { Lesson } from './lessons.js';
import { LessonsQueries } from './lessons.queries.js';
import { WrittenService } from './written.service.js';

/** Gathers what members corrected, beside what the analyser makes of the same texts by itself. */
@Injectable()
export class LessonsService {
  constructor(
    private readonly queries: LessonsQueries,
    private readonly written: WrittenService,
    private readonly embedded: EmbeddedAnalysisService,
  ) {}

  async all(): Promise<Lesson[]> {
    const said = await this.queries.said();
    const saidOf = new Map(said.map((one) => [`${one.responseId} ${one.question}`, one]));
    const written = await this.written.in([...new Set(said.map(({ responseId }) => responseId))]);
    const taught = written.filter((one) => saidOf.has(`${one.responseId} ${one.question}`));
    return (await this.embedded.analyzeUntaught(taught)).map(({ written: one, analysis }) => {
      const { verbatimId, mentions, emotions } = saidOf.get(`${one.responseId} ${one.question}`)!;
      const { text, question } = one.verbatim;
      return { verbatimId, text, question, found: analysis, mentions, emotions };
    });
  }
}
