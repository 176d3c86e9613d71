import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/page.js';
import { Allow } from '../platform/http/route.js';
import { OrderRun, RunPage, RunView, viewRun } from './runs.dto.js';
import { RunsService } from './runs.service.js';

@ApiTags('Analysis')
@Controller('v1/analysis/runs')
export class RunsController {
  constructor(private readonly runs: RunsService) {}

  /** Has past responses analysed in the background: those that never were, or all anew. Opens no loops. One at a time. */
  @Post()
  @Allow('analysis.run')
  async order(@Body() { scope, since }: OrderRun): Promise<RunView> {
    return viewRun(await this.runs.order(scope, since === undefined ? null : new Date(since)));
  }

  /** Lists the runs, oldest first. */
  @Get()
  @Allow('analysis.read')
  async list(@Query() query: PageQuery): Promise<RunPage> {
    const { items, next } = await this.runs.list(query);
    return { items: items.map(viewRun), next };
  }

  /** Says how far a run is, and how fast. */
  @Get(':id')
  @Allow('analysis.read')
  async get(@IdParam('analysis_run') id: string): Promise<RunView> {
    return viewRun(await this.runs.get(id));
  }

  /** Ends a run where it is. What it has analysed stays. */
  @Post(':id/cancellation')
  @Allow('analysis.run')
  async cancel(@IdParam('analysis_run') id: string): Promise<RunView> {
    return viewRun(await this.runs.cancel(id));
  }
}
