import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AnalyzerService } from '../analyzer/analyzer.service.js';
import { ThemesService } from '../themes/themes.service.js';
import type { Analyzed } from './analysis.queries.js';
import { slicesOf } from './slices.js';
import type { Written } from './written.js';

/** Analyses texts in this process, without any outside service. */
@Injectable()
export class EmbeddedAnalysisService {
  constructor(
    private readonly analyzer: AnalyzerService,
    private readonly themes: ThemesService,
  ) {}

  /** What the texts say, in their order, judged by the open tenant's themes. Lets others run in between. */
  async analyze(written: Written[]): Promise<Analyzed[]> {
    if (written.length === 0) return [];
    const finder = this.analyzer.finderOf(await this.themes.toFind());
    const origin = { analyzer: 'embedded', version: this.analyzer.version, headId: null };
    const analyzed: Analyzed[] = [];
    for (const slice of slicesOf(written)) {
      const analyses = this.analyzer.analyze(
        slice.map(({ verbatim }) => verbatim),
        finder,
      );
      for (const [i, analysis] of analyses.entries()) analyzed.push({ written: slice[i]!, analysis, origin });
      await setImmediate();
    }
    return analyzed;
  }
}
