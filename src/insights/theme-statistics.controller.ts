import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/http/route.js';
import { ThemeFilter, ThemeStatisticsView, viewStatistics } from './theme-statistics.dto.js';
import { ThemeStatisticsService } from './theme-statistics.service.js';

@ApiTags('Themes')
@Controller('v1/themes')
export class ThemeStatisticsController {
  constructor(private readonly statistics: ThemeStatisticsService) {}

  /** Lists the themes with how often they are mentioned, how that moved, and what people wrote. */
  @Get()
  @Allow('theme.read')
  async list(@Query() filter: ThemeFilter): Promise<ThemeStatisticsView> {
    return viewStatistics(await this.statistics.of(filter));
  }
}
