import { Column, Entity } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import type { PartFigures } from './learn.js';

/** What was learned from a tenant's corrections at one time, and how it did on those kept from training. */
@Entity('analysis_head')
export class AnalysisHead extends TenantRow {
  /** Of the analyser whose vectors it reads; of no use to another. */
  @Column('text')
  analyzerVersion: string;

  /** Verbatims that members had corrected by then. */
  @Column('integer')
  corrections: number;

  @Column('jsonb')
  figures: PartFigures[];

  @Column('timestamptz')
  trainedAt: Date;

  /** Null when nothing of it was better than what was in use. */
  @Column('timestamptz', { nullable: true })
  liveAt: Date | null;
}
