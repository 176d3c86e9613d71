import { Column, Entity, VersionColumn } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import { WaveAlreadyClosed } from './campaigns.errors.js';

export const WAVE_STATES = ['planned', 'launching', 'open', 'closed'] as const;
export type WaveState = (typeof WAVE_STATES)[number];

/** One dated run of a campaign. */
@Entity('wave')
export class Wave extends TenantRow {
  @Column('uuid')
  campaignId: string;

  /** 1, 2, 3, … within its campaign. */
  @Column('integer')
  number: number;

  @Column('uuid')
  surveyId: string;

  /** The version that was current when it opened. */
  @Column('integer')
  surveyVersion: number;

  /** Planned; launching while invitations are made; open; closed. Answers are taken while launching and open. */
  @Column('text')
  state: WaveState;

  /** Whether those who answer can win something. */
  @Column('boolean')
  hasIncentive: boolean;

  @Column('timestamptz')
  opensAt: Date;

  /** Until when people are asked for the first time: at once when it equals `opensAt`. */
  @Column('timestamptz')
  asksUntil: Date;

  @Column('timestamptz')
  closesAt: Date;

  /** The last contact that was looked at, while launching. */
  @Column('uuid', { nullable: true })
  launchedUpTo: string | null;

  @Column('timestamptz', { nullable: true })
  launchedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  /** Sealed; of an anonymous wave while it is open. */
  @Column('bytea', { nullable: true, select: false })
  ballotKey: Buffer | null;

  /** Answers of an anonymous wave that were destroyed because too few came. */
  @Column('integer')
  withheldAnswers: number;

  @Column('timestamptz')
  createdAt: Date;

  @VersionColumn()
  version: number;

  /** Asks what the survey asks by now. */
  open(surveyVersion: number): void {
    this.state = 'launching';
    this.surveyVersion = surveyVersion;
  }

  close(now: Date): void {
    if (this.state === 'closed') throw new WaveAlreadyClosed(this.id);
    this.state = 'closed';
    this.closedAt = now;
  }
}
