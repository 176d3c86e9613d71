import { Module } from '@nestjs/common';
import { TenantsModule } from '../tenants/tenants.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { EmergingTopicsController } from './emerging-topics.controller.js';
import { EmergingTopicsQueries } from './emerging-topics.queries.js';
import { EmergingTopicsService } from './emerging-topics.service.js';
import { ThemeStatisticsController } from './theme-statistics.controller.js';
import { ThemeStatisticsQueries } from './theme-statistics.queries.js';
import { ThemeStatisticsService } from './theme-statistics.service.js';
import { VerbatimSearchQueries } from './verbatim-search.queries.js';
import { VerbatimSearchService } from './verbatim-search.service.js';
import { VerbatimsController } from './verbatims.controller.js';

/** What all that was written says together. */
@Module({
  imports: [TenantsModule, ThemesModule],
  controllers: [ThemeStatisticsController, VerbatimsController, EmergingTopicsController],
  providers: [
    ThemeStatisticsService,
    ThemeStatisticsQueries,
    VerbatimSearchService,
    VerbatimSearchQueries,
    EmergingTopicsService,
    EmergingTopicsQueries,
  ],
})
export class InsightsModule {}
