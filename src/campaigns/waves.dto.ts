import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, Matches } from 'class-validator';
import type { Rate, RateDifference } from './response-rate.js';
import type { PreviousWave, Standing, TurnoutRate } from './wave-standing.service.js';
import { type Wave, WAVE_STATES, type WaveState } from './wave.entity.js';
import type { WaveRecord } from './waves.service.js';

/** A time without a zone would be read in the server's. */
const WITH_TIME_ZONE = /T.*(Z|[+-]\d\d(:?\d\d)?)$/;

export class ChangeWave {
  /** When it closes from now on (ISO 8601 with a time zone). */
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(WITH_TIME_ZONE, { message: 'must have a time zone, such as 2026-05-01T10:00:00+02:00 or …Z' })
  @ApiProperty({ format: 'date-time', example: '2030-01-01T00:00:00Z' })
  closesAt: string;
}

export class WaveView {
  id: string;
  campaignId: string;
  /** 1, 2, 3, … within its campaign. */
  number: number;
  surveyId: string;
  /** The version of the survey it asks; settled when it opens. */
  surveyVersion: number;
  /** `planned`; `launching` while its invitations are made; `open`; `closed`. */
  @ApiProperty({ enum: WAVE_STATES })
  state: WaveState;
  opensAt: Date;
  /** Until when people are asked for the first time; all at once when it equals `opensAt`. */
  asksUntil: Date;
  closesAt: Date;
  /** When all invitations were made. */
  launchedAt: Date | null;
  closedAt: Date | null;
  /** Whether those who answer can win something. */
  hasIncentive: boolean;
  version: number;
}

export class WavePage {
  items: WaveView[];
  next: string | null;
}

/** From 0 to 1, with the interval it lies in with 95 % confidence. */
export class RateView implements Rate {
  share: number;
  low: number;
  high: number;
}

/** From -1 to 1, with its 95 % interval. */
export class RateDifferenceView extends RateView implements RateDifference {
  /** Whether the interval leaves out zero. */
  isReal: boolean;
}

export class TurnoutView implements TurnoutRate {
  /** Who was asked, bounced mail left out. */
  asked: number;
  answered: number;
  /** Null when nobody was asked. */
  rate: RateView | null;
}

export class InvitationCountView {
  state: string;
  /** Why, of those suppressed, not sampled or bounced. */
  reason: string | null;
  count: number;
}

export class PreviousWaveView implements PreviousWave {
  id: string;
  number: number;
  /** Whether those who answered could win something: people answer more often then. */
  hasIncentive: boolean;
  turnout: TurnoutView;
  /** How much more of those asked have answered in this wave. */
  difference: RateDifferenceView | null;
}

export class WaveStandingView extends WaveView {
  /** The day of its life, from 1; 0 before it opened. */
  day: number;
  /** Invitations by state and reason. */
  invitations: InvitationCountView[];
  turnout: TurnoutView;
  /** Answers of an anonymous wave that were destroyed when it closed, because too few came to show. */
  withheldAnswers: number;
  /** The wave before when it was as old; null when there is none, or nobody counted it then. */
  previous: PreviousWaveView | null;
}

export function viewWave(wave: Wave | WaveRecord): WaveView {
  const { id, campaignId, number, surveyId, surveyVersion, state, opensAt, asksUntil, closesAt } = wave;
  const { launchedAt, closedAt, hasIncentive, version } = wave;
  return {
    ...{ id, campaignId, number, surveyId, surveyVersion, state, opensAt, asksUntil, closesAt },
    ...{ launchedAt, closedAt, hasIncentive, version },
  };
}

export function viewStanding({ wave, day, counts, turnout, previous }: Standing): WaveStandingView {
  const { withheldAnswers } = wave;
  return { ...viewWave(wave), day, invitations: counts, turnout, withheldAnswers, previous };
}
