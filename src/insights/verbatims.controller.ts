import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/http/route.js';
import { VerbatimSearchService } from './verbatim-search.service.js';
import { FoundVerbatimPage, VerbatimFilter, viewHit } from './verbatims.dto.js';

@ApiTags('Verbatims')
@Controller('v1/verbatims')
export class VerbatimsController {
  constructor(private readonly search: VerbatimSearchService) {}

  /** Finds what people wrote, by its words and by what it says, newest first. */
  @Get()
  @Allow('response.read')
  async find(@Query() filter: VerbatimFilter): Promise<FoundVerbatimPage> {
    const { items, next } = await this.search.find(filter);
    return { items: items.map(viewHit), next };
  }
}
