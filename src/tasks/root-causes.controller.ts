import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/page.js';
import { Allow } from '../platform/http/route.js';
import { AddRootCause, RootCausePage, RootCauseView, viewRootCause } from './root-causes.dto.js';
import { RootCausesService } from './root-causes.service.js';

@ApiTags('Root causes')
@Controller('v1/root-causes')
export class RootCausesController {
  constructor(private readonly rootCauses: RootCausesService) {}

  /** Lists the causes a resolution can name, and those it no longer can. A new tenant begins with a few. */
  @Get()
  @Allow('task.read')
  async list(@Query() query: PageQuery): Promise<RootCausePage> {
    const { items, next } = await this.rootCauses.list(query);
    return { items: items.map(viewRootCause), next };
  }

  /** Adds a cause. */
  @Post()
  @Allow('routing.manage')
  async add(@Body() body: AddRootCause): Promise<RootCauseView> {
    return viewRootCause(await this.rootCauses.add(body));
  }

  /** Takes a cause out of use; resolutions that name it keep it. */
  @Post(':id/retirement')
  @Allow('routing.manage')
  async retire(@IdParam('root_cause') id: string): Promise<RootCauseView> {
    return viewRootCause(await this.rootCauses.retire(id));
  }
}
