import { Fact } from '../platform/events/event.js';

/** A prize was promised to those who answer, and the seed of its draw committed to. */
@Fact('prize_draw.promised', { published: true })
export class PrizeDrawPromised {
  constructor(readonly waveId: string) {}
}

@Fact('prize_draw.withdrawn', { published: true })
export class PrizeDrawWithdrawn {
  constructor(readonly waveId: string) {}
}

/** The wave is closed; nobody enters any more. */
@Fact('prize_draw.entries_sealed', { published: true })
export class PrizeEntriesSealed {
  constructor(
    readonly waveId: string,
    readonly entries: number,
  ) {}
}

@Fact('prize_draw.drawn', { published: true })
export class PrizesDrawn {
  constructor(
    readonly waveId: string,
    readonly winners: number,
  ) {}
}

/** All addresses of entrants are gone; what was published stays. */
@Fact('prize_draw.entries_deleted', { published: true })
export class PrizeEntriesDeleted {
  constructor(
    readonly waveId: string,
    readonly entries: number,
  ) {}
}
