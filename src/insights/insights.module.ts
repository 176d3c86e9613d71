import { Module } from '@nestjs/common';
import { TenantsModule } from '../tenants/tenants.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { ThemeStatisticsController } from './theme-statistics.controller.js';
import { ThemeStatisticsQueries } from './theme-statistics.queries.js';
import { ThemeStatisticsService } from './theme-statistics.service.js';

/** What all that was written says together. */
@Module({
  imports: [TenantsModule, ThemesModule],
  controllers: [ThemeStatisticsController],
  providers: [ThemeStatisticsService, ThemeStatisticsQueries],
})
export class InsightsModule {}
