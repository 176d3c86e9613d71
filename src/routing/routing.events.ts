import { Fact } from '../platform/events/event.js';
import type { Decision } from './route.js';

@Fact('routing_rule.created')
export class RoutingRuleCreated {
  constructor(readonly ruleId: string) {}
}

@Fact('routing_rule.changed')
export class RoutingRuleChanged {
  constructor(readonly ruleId: string) {}
}

@Fact('routing_rule.deleted')
export class RoutingRuleDeleted {
  constructor(readonly ruleId: string) {}
}

@Fact('routing_rule.ordered')
export class RoutingRulesOrdered {
  constructor(
    readonly tenantId: string,
    readonly ruleIds: string[],
  ) {}
}

/** It is decided which departments act on a response; none of them when the outcome is `none`. */
@Fact('response.routed', { published: true })
export class ResponseRouted {
  constructor(
    readonly responseId: string,
    readonly outcome: Decision['outcome'],
    readonly departmentIds: string[],
  ) {}
}
