import { Injectable } from '@nestjs/common';
import type { Recorded } from '../platform/events/event.js';
import { On } from '../platform/events/on.js';
import { ResponsesService } from '../responses/responses.service.js';
import { ResponseRouted } from '../routing/routing.events.js';
import { RoutingService } from '../routing/routing.service.js';
import { TenantCreated } from '../tenants/tenants.events.js';
import { LoopOpeningService } from './loop-opening.service.js';
import { RootCausesService } from './root-causes.service.js';

@Injectable()
export class TasksReactions {
  constructor(
    private readonly responses: ResponsesService,
    private readonly routing: RoutingService,
    private readonly loops: LoopOpeningService,
    private readonly rootCauses: RootCausesService,
  ) {}

  @On(ResponseRouted)
  async openLoops(events: Recorded<ResponseRouted>[]): Promise<void> {
    const ids = events.filter(({ data }) => data.outcome !== 'none').map(({ data }) => data.responseId);
    if (ids.length === 0) return;
    const decisions = await this.routing.decisionsOf(ids);
    const targets = new Map(decisions.map((decision) => [decision.responseId, decision.targets]));
    const responses = await this.responses.byIds(ids);
    await this.loops.open(
      responses.map(({ id, contactId, accountId }) => {
        return { responseId: id, contactId, accountId, targets: targets.get(id)! };
      }),
    );
  }

  @On(TenantCreated)
  addFirstRootCauses(_created: Recorded<TenantCreated>[]): Promise<void> {
    return this.rootCauses.addFirst();
  }
}
