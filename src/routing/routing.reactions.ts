import { Injectable } from '@nestjs/common';
import type { Recorded } from '../platform/events/event.js';
import { On } from '../platform/events/on.js';
import { ResponseReceived } from '../responses/responses.events.js';
import { ResponsesService } from '../responses/responses.service.js';
import { RoutingService } from './routing.service.js';

@Injectable()
export class RoutingReactions {
  constructor(
    private readonly responses: ResponsesService,
    private readonly routing: RoutingService,
  ) {}

  @On(ResponseReceived)
  async routeResponses(events: Recorded<ResponseReceived>[]): Promise<void> {
    await this.routing.decide(await this.responses.byIds(events.map(({ data }) => data.responseId)));
  }
}
