import { Fact } from '../platform/events/event.js';

@Fact('loop.opened', { published: true })
export class LoopOpened {
  constructor(
    readonly loopId: string,
    readonly responseId: string,
    readonly priority: string,
  ) {}
}

@Fact('loop.customer_answered', { published: true })
export class CustomerAnswered {
  constructor(
    readonly loopId: string,
    readonly responseId: string,
    readonly customerAnswerId: string,
  ) {}
}

@Fact('loop.closed', { published: true })
export class LoopClosed {
  constructor(
    readonly loopId: string,
    readonly responseId: string,
  ) {}
}

@Fact('loop.reopened', { published: true })
export class LoopReopened {
  constructor(
    readonly loopId: string,
    readonly responseId: string,
  ) {}
}
