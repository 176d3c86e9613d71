import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { Caller, type Principal } from '../platform/http/principal.js';
import { Allow } from '../platform/http/route.js';
import {
  AnswerCustomer,
  CustomerAnswerView,
  LoopFilter,
  LoopPage,
  TimelineView,
  viewCustomerAnswer,
  viewLoop,
  viewTimelineEntry,
  viewWholeLoop,
  WholeLoopView,
} from './loops.dto.js';
import { LoopsQueries } from './loops.queries.js';
import { LoopsService } from './loops.service.js';

@ApiTags('Loops')
@Controller('v1/loops')
export class LoopsController {
  constructor(
    private readonly loops: LoopsService,
    private readonly queries: LoopsQueries,
  ) {}

  /** Lists loops, newest first. */
  @Get()
  @Allow('loop.read')
  async list(@Query() filter: LoopFilter): Promise<LoopPage> {
    const { items, next } = await this.queries.list(filter);
    return { items: items.map(viewLoop), next };
  }

  /** Reads one loop with its tasks, what the customer was told, and what still keeps it open. */
  @Get(':id')
  @Allow('loop.read')
  async get(@IdParam('loop') id: string): Promise<WholeLoopView> {
    return viewWholeLoop(await this.queries.get(id));
  }

  /** Tells what happened to the response, its loop and its tasks, oldest first. */
  @Get(':id/timeline')
  @Allow('loop.read')
  async timeline(@IdParam('loop') id: string): Promise<TimelineView> {
    return { items: (await this.queries.timeline(id)).map(viewTimelineEntry) };
  }

  /** Says that the customer was answered, and with what. Closes the loop when its tasks are finished. */
  @Post(':id/customer-answers')
  @Allow('loop.answer')
  async answerCustomer(
    @IdParam('loop') id: string,
    @Body() { message, channel }: AnswerCustomer,
    @Caller() caller: Principal,
  ): Promise<CustomerAnswerView> {
    return viewCustomerAnswer(
      await this.loops.answerCustomer(id, { message, channel: channel ?? null }, caller),
    );
  }
}
