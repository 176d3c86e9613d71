import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../platform/http/page.js';
import { Allow } from '../platform/http/route.js';
import { HeadPage, viewHead } from './heads.dto.js';
import { HeadsService } from './heads.service.js';

@ApiTags('Analysis')
@Controller('v1/analysis/heads')
export class HeadsController {
  constructor(private readonly heads: HeadsService) {}

  /** Lists what was learned from corrections, oldest first: how well it did, and whether it is in use or why not. */
  @Get()
  @Allow('analysis.read')
  async list(@Query() query: PageQuery): Promise<HeadPage> {
    const { items, next } = await this.heads.list(query);
    const liveId = await this.heads.liveId();
    return { items: items.map((head) => viewHead(head, liveId)), next };
  }
}
