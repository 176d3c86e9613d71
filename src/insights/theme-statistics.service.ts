import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Invalid } from '../platform/errors.js';
import { DepartmentsService } from '../tenants/departments.service.js';
import { countedFor } from '../themes/theme-tree.js';
import { ThemesService } from '../themes/themes.service.js';
import { type Period, periodOf, periodProblems } from './period.js';
import { type Movement, movementsOf, shareOf } from './theme-statistics.js';
import {
  type QuotedMention,
  type ThemeCounts,
  ThemeStatisticsQueries,
  type Totals,
} from './theme-statistics.queries.js';

export interface StatisticsFilter {
  from?: string;
  to?: string;
  survey?: string;
  department?: string;
  retired?: boolean;
}

type Theme = Awaited<ReturnType<ThemesService['all']>>[number];

export interface ThemeStatistics {
  theme: Theme;
  counts: ThemeCounts;
  share: number | null;
  movement: Movement;
  quotes: QuotedMention[];
}

export interface Statistics {
  period: Period;
  totals: Totals;
  themes: ThemeStatistics[];
}

const NO_COUNTS = {
  ...{ verbatims: 0, responses: 0, positive: 0, negative: 0, mixed: 0, neutral: 0, before: 0 },
  ...{ emotions: [], quotable: [] },
};

/** What was said of each theme. */
@Injectable()
export class ThemeStatisticsService {
  constructor(
    private readonly themes: ThemesService,
    private readonly departments: DepartmentsService,
    private readonly queries: ThemeStatisticsQueries,
    private readonly clock: Clock,
  ) {}

  /** The most mentioned themes first. */
  async of(filter: StatisticsFilter): Promise<Statistics> {
    const period = periodOf(filter, this.clock.now());
    const problems = periodProblems(period);
    if (problems.length > 0) throw Invalid.because(problems);
    const asked = { period, survey: filter.survey ?? null };
    const all = await this.themes.all();
    const places = countedFor(all);
    const totals = await this.queries.totals(asked);
    const counts = await this.queries.counts(asked, places);
    const shown = counted(all.filter(await this.filterOf(filter)), counts);
    const shownCounts = shown.map((one) => one.counts);
    const quotes = await this.queries.quotes(shownCounts, places);
    const movements = movementsOf(shownCounts, totals);
    const themes = shown.map(({ theme, counts }, index) => ({
      ...{ theme, counts, share: shareOf(counts.verbatims, totals.now), movement: movements[index]! },
      quotes: quotes.filter(({ themeId }) => themeId === theme.id),
    }));
    return { period, totals, themes };
  }

  private async filterOf({
    retired = false,
    department,
  }: StatisticsFilter): Promise<(theme: Theme) => boolean> {
    const isShown = (theme: Theme) => theme.isLive || (retired && !theme.mergedIntoId);
    if (department === undefined) return isShown;
    const wanted = (await this.departments.all()).find(({ key }) => key === department)?.id;
    const owners = await this.themes.departmentsOf((await this.themes.all()).map(({ id }) => id));
    return (theme) => isShown(theme) && wanted !== undefined && owners.get(theme.id) === wanted;
  }
}

/** With what was counted of each, the most mentioned first. */
function counted(themes: Theme[], counts: ThemeCounts[]): { theme: Theme; counts: ThemeCounts }[] {
  const byTheme = new Map(counts.map((one) => [one.themeId, one]));
  return themes
    .map((theme) => ({ theme, counts: byTheme.get(theme.id) ?? { themeId: theme.id, ...NO_COUNTS } }))
    .sort((a, b) => b.counts.verbatims - a.counts.verbatims || (a.theme.key < b.theme.key ? -1 : 1));
}
