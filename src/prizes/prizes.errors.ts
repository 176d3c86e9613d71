import { Conflict, NotFound } from '../platform/errors.js';

export class PrizeDrawUnknown extends NotFound {
  constructor(waveId: string) {
    super('prize_draw.not_found', `The wave ${waveId} has no prize draw.`);
  }
}

export class PrizeEntriesNotSealed extends Conflict {
  constructor() {
    super(
      'prize_draw.entries_not_sealed',
      'Entries are taken until the wave closes; it is drawn after that.',
    );
  }
}

export class PrizeDrawNotDrawn extends Conflict {
  constructor() {
    super('prize_draw.not_drawn', 'The prizes have not been drawn yet.');
  }
}

export class PrizeDrawAlreadyDrawn extends Conflict {
  constructor() {
    super('prize_draw.already_drawn', 'The prizes were drawn before; it is done once.');
  }
}
