import { Column, Entity } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import { newId } from '../platform/ids.js';

export const RUN_SCOPES = ['all', 'unanalyzed'] as const;
export type RunScope = (typeof RUN_SCOPES)[number];

export const RUN_STATES = ['pending', 'running', 'completed', 'cancelled'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** One pass over the responses of a tenant that analyses them anew, or those that never were. */
@Entity('analysis_run')
export class AnalysisRun extends TenantRow {
  @Column('text')
  scope: RunScope;

  /** Only responses given from then on; null for all. */
  @Column('timestamptz', { nullable: true })
  since: Date | null;

  @Column('text')
  state: RunState;

  /** Responses to go through; null until they are counted. More may come while it runs. */
  @Column('integer', { nullable: true })
  total: number | null;

  @Column('integer')
  done: number;

  /** Kept with what was made of it, so that whoever takes a broken run up goes on exactly there. */
  @Column('uuid', { nullable: true })
  lastResponseId: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz')
  progressedAt: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  static create(scope: RunScope, since: Date | null, now: Date): AnalysisRun {
    return Object.assign(new AnalysisRun(), {
      id: newId(),
      scope,
      since,
      state: 'pending' as const,
      total: null,
      done: 0,
      lastResponseId: null,
      createdAt: now,
      startedAt: null,
      progressedAt: now,
      finishedAt: null,
    });
  }

  get isOver(): boolean {
    return this.finishedAt !== null;
  }

  /** Responses a second since it began; 0 while there is nothing to tell from. */
  get responsesPerSecond(): number {
    const end = this.finishedAt ?? this.progressedAt;
    const seconds = this.startedAt ? (end.getTime() - this.startedAt.getTime()) / 1_000 : 0;
    return seconds > 0 ? Math.round(this.done / seconds) : 0;
  }

  begin(total: number, now: Date): void {
    this.state = 'running';
    this.total = total;
    this.startedAt = now;
    this.progressedAt = now;
  }

  advance(responseIds: string[], now: Date): void {
    this.done += responseIds.length;
    this.total = Math.max(this.total ?? 0, this.done);
    this.lastResponseId = responseIds.at(-1) ?? this.lastResponseId;
    this.progressedAt = now;
  }

  complete(now: Date): void {
    this.state = 'completed';
    this.total = this.done;
    this.finishedAt = now;
  }

  cancel(now: Date): void {
    this.state = 'cancelled';
    this.finishedAt = now;
  }
}
