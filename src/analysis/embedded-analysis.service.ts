import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ThemeToFind } from '../analyzer/analysis.js';
import { AnalyzerService } from '../analyzer/analyzer.service.js';
import type { ThemeFinder } from '../analyzer/theme-finder.js';
import { ThemesService } from '../themes/themes.service.js';
import type { Analyzed } from './analysis.queries.js';
import { HeadsService } from './heads.service.js';
import { inLightOf } from './learned.js';
import { slicesOf } from './slices.js';
import type { Written } from './written.js';

/** Analyses texts in this process, without any outside service. */
@Injectable()
export class EmbeddedAnalysisService {
  /** By the themes they find, which are the same list until one of them changes. */
  private readonly finders = new WeakMap<readonly ThemeToFind[], ThemeFinder>();

  constructor(
    private readonly analyzer: AnalyzerService,
    private readonly themes: ThemesService,
    private readonly heads: HeadsService,
  ) {}

  /** What the texts say, in their order, by the open tenant's themes and what its corrections have taught. */
  async analyze(written: Written[]): Promise<Analyzed[]> {
    const untaught = await this.analyzeUntaught(written);
    const head = untaught.length > 0 ? await this.heads.live() : null;
    if (!head) return untaught;
    const live = new Set((await this.themes.toFind()).map(({ id }) => id));
    const around = {
      vectorOf: this.analyzer.vectorOf.bind(this.analyzer),
      isLive: (themeId: string) => live.has(themeId),
    };
    return inSlices(untaught, (slice) =>
      slice.map(({ written: one, analysis, origin }) => ({
        written: one,
        analysis: inLightOf(head.learned, analysis, one.verbatim, around),
        origin: { ...origin, headId: head.id },
      })),
    );
  }

  /** The same as if nothing had ever been corrected. */
  async analyzeUntaught(written: Written[]): Promise<Analyzed[]> {
    if (written.length === 0) return [];
    await this.analyzer.load();
    const finder = this.finderOf(await this.themes.toFind());
    const origin = { analyzer: 'embedded', version: this.analyzer.version, headId: null };
    return inSlices(written, (slice) => {
      const verbatims = slice.map(({ verbatim }) => verbatim);
      const analyses = this.analyzer.analyze(verbatims, finder);
      return slice.map((one, i) => ({ written: one, analysis: analyses[i]!, origin }));
    });
  }

  private finderOf(themes: readonly ThemeToFind[]): ThemeFinder {
    const finder = this.finders.get(themes) ?? this.analyzer.finderOf(themes);
    this.finders.set(themes, finder);
    return finder;
  }
}

/** Does heavy work slice by slice, so that others have their turn in between. */
async function inSlices<One extends Written | Analyzed>(
  all: One[],
  work: (slice: One[]) => Analyzed[],
): Promise<Analyzed[]> {
  const done: Analyzed[] = [];
  for (const slice of slicesOf(all, lengthOf)) {
    done.push(...work(slice));
    await setImmediate();
  }
  return done;
}

function lengthOf(one: Written | Analyzed): number {
  return ('written' in one ? one.written : one).verbatim.text.length;
}
