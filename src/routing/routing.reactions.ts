import { Injectable } from '@nestjs/common';
import { ResponseAnalyzed } from '../analysis/analysis.events.js';
import type { Recorded } from '../platform/events/event.js';
import { On } from '../platform/events/on.js';
import { ResponsesService } from '../responses/responses.service.js';
import { RoutingService } from './routing.service.js';

@Injectable()
export class RoutingReactions {
  constructor(
    private readonly responses: ResponsesService,
    private readonly routing: RoutingService,
  ) {}

  @On(ResponseAnalyzed)
  async routeResponses(events: Recorded<ResponseAnalyzed>[]): Promise<void> {
    await this.routing.decide(await this.responses.byIds(events.map(({ data }) => data.responseId)));
  }
}
