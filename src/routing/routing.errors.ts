import { Conflict, Invalid, NotFound } from '../platform/errors.js';

export class TooManyRules extends Conflict {
  constructor(max: number) {
    super('routing_rule.too_many', `There are ${max} rules, which is the most a tenant can have.`);
  }
}

export class OrderIncomplete extends Invalid {
  constructor() {
    const detail = 'must name every rule of the tenant exactly once';
    super('routing_rule.order_incomplete', `/ruleIds: ${detail}`, {
      problems: [{ pointer: '/ruleIds', detail }],
    });
  }
}

export class NotRouted extends NotFound {
  constructor(responseId: string) {
    super(
      'routing_decision.not_found',
      `It is not decided where the response ${responseId} goes: it does not exist or was not routed yet.`,
    );
  }
}
