import { Injectable } from '@nestjs/common';
import { Fact, type Recorded } from '../../src/platform/events/event.js';
import { Events } from '../../src/platform/events/events.js';
import { On } from '../../src/platform/events/on.js';

@Fact('bell.rung')
export class BellRung {
  constructor(readonly bellId: string) {}
}

/** What handlers of these tests do: it is recorded in their transaction, so it counts how often they had effect. */
@Fact('bell.answered')
export class BellAnswered {
  constructor(readonly bellId: string) {}
}

@Fact('bell.heard_outside')
export class BellHeardOutside {
  constructor(readonly bellId: string) {}
}

export type Rings = Recorded<BellRung>[];

/** Handlers that a test gives something to do before, or instead of, their effect. */
@Injectable()
export class BellReactions {
  beforeAnswer: (rings: Rings) => Promise<void> | void = () => undefined;
  outside: (ring: Recorded<BellRung>) => Promise<void> | void = () => undefined;

  constructor(private readonly events: Events) {}

  @On(BellRung, { retryDelaysMs: [0, 0] })
  async answer(rings: Rings): Promise<void> {
    for (const { subjectId } of rings) this.events.record(new BellAnswered(subjectId));
    await this.beforeAnswer(rings);
  }

  @On(BellRung, { outside: true, retryDelaysMs: [0, 0] })
  async tellTheWorld(rings: Rings): Promise<void> {
    for (const ring of rings) await this.outside(ring);
  }
}
