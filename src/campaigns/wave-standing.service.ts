import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { differenceOf, type Rate, type RateDifference, rateOf } from './response-rate.js';
import {
  type InvitationCount,
  type Tally,
  type Turnout,
  WaveStandingQueries,
} from './wave-standing.queries.js';
import { type WaveRecord, WavesService } from './waves.service.js';

const DAY_MS = 86_400_000;
const NEVER_ASKED: ReadonlySet<string> = new Set(['suppressed', 'not_sampled', 'bounced']);

export interface TurnoutRate extends Turnout {
  rate: Rate | null;
}

export interface Standing {
  wave: WaveRecord;
  /** The day of its life it is in or ended in, from 1; 0 before it opens. */
  day: number;
  counts: InvitationCount[];
  turnout: TurnoutRate;
  previous: PreviousWave | null;
}

/** The wave before, when it was as old. */
export interface PreviousWave {
  id: string;
  number: number;
  hasIncentive: boolean;
  turnout: TurnoutRate;
  /** How much more of those asked have answered now. */
  difference: RateDifference | null;
}

/** How a wave stands, beside the one before it at the same day of its life. */
@Injectable()
export class WaveStanding {
  constructor(
    private readonly clock: Clock,
    private readonly waves: WavesService,
    private readonly queries: WaveStandingQueries,
  ) {}

  async of(waveId: string): Promise<Standing> {
    const wave = await this.waves.get(waveId);
    const ageMs = ageOf(wave, this.clock.now());
    const tallies = await this.queries.tally(wave, new Date(wave.opensAt.getTime() + ageMs));
    const turnout = rated(turnoutOf(tallies));
    const day = wave.launchedAt && ageMs >= 0 ? Math.floor(ageMs / DAY_MS) + 1 : 0;
    const previous = day === 0 ? null : await this.previousOf(wave, ageMs, turnout.rate);
    const counts = tallies.map(({ state, reason, count }) => ({ state, reason, count }));
    return { wave, day, counts, turnout, previous };
  }

  private async previousOf(wave: WaveRecord, ageMs: number, rate: Rate | null): Promise<PreviousWave | null> {
    const id = await this.queries.previousId(wave);
    if (!id) return null;
    const before = await this.waves.get(id);
    const turnout = await this.turnoutAt(before, ageMs);
    if (!turnout) return null;
    const difference = rate && turnout.rate ? differenceOf(rate, turnout.rate) : null;
    const { number, hasIncentive } = before;
    return { id, number, hasIncentive, turnout, difference };
  }

  /** How a wave stood at an age. Of an anonymous one it is known by whole days only, and the end. */
  private async turnoutAt(wave: WaveRecord, ageMs: number): Promise<TurnoutRate | null> {
    const turnout = turnoutOf(await this.queries.tally(wave, new Date(wave.opensAt.getTime() + ageMs)));
    if (!wave.isAnonymous || (wave.closedAt && ageMs >= ageOf(wave, wave.closedAt))) return rated(turnout);
    const answered = await this.queries.answeredByDay(wave.id, Math.floor(ageMs / DAY_MS));
    return answered === null ? null : rated({ asked: turnout.asked, answered });
  }
}

function ageOf({ opensAt, closedAt }: WaveRecord, now: Date): number {
  return (closedAt ?? now).getTime() - opensAt.getTime();
}

/** A bounced mail asked nobody; whoever answered was asked, whatever is known of the mail. */
function turnoutOf(tallies: Tally[]): Turnout {
  const reached = tallies.filter(({ state }) => !NEVER_ASKED.has(state));
  return {
    asked: reached.reduce((sum, { asked }) => sum + asked, 0),
    answered: reached.reduce((sum, { answered }) => sum + answered, 0),
  };
}

function rated({ asked, answered }: Turnout): TurnoutRate {
  const reached = Math.max(asked, answered);
  return { asked: reached, answered, rate: rateOf(answered, reached) };
}
