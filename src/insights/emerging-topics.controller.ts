import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/http/route.js';
import { EmergingTopicsFilter, EmergingTopicsView, viewEmerging } from './emerging-topics.dto.js';
import { EmergingTopicsService } from './emerging-topics.service.js';

@ApiTags('Themes')
@Controller('v1/emerging-topics')
export class EmergingTopicsController {
  constructor(private readonly topics: EmergingTopicsService) {}

  /** Lists what people lately write about more than they used to and no theme covers yet, ready to be added as themes. */
  @Get()
  @Allow('theme.read')
  async list(@Query() filter: EmergingTopicsFilter): Promise<EmergingTopicsView> {
    return viewEmerging(await this.topics.find(filter));
  }
}
