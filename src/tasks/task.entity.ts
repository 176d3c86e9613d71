import { Column, Entity, VersionColumn } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import type { Principal } from '../platform/http/principal.js';
import type { Because, Priority, Target } from '../routing/route.js';
import { isBoundToDepartments } from '../tenants/permissions.js';
import { dueDates } from './assignment.js';
import { acknowledges, isFinished, next, type TaskState, type TaskVerb } from './task-lifecycle.js';
import { TaskAlreadyResolved, TaskNotOfYourDepartment, TransitionNotAllowed } from './tasks.errors.js';

/** The verbs that need nothing said with them. */
export type TaskStep = Exclude<TaskVerb, 'resolve' | 'waive' | 'reopen'>;

export interface Resolution {
  /** Key of one of the tenant's root causes. */
  rootCause: string;
  action: string;
  customerMessage: string | null;
}

/** One department's part of a loop. */
@Entity('task')
export class Task extends TenantRow {
  @Column('uuid')
  loopId: string;

  /** What it follows from, so that whoever works on it need not ask the loop. */
  @Column('uuid')
  responseId: string;

  @Column('uuid')
  departmentId: string;

  @Column('text')
  state: TaskState;

  @Column('text')
  priority: Priority;

  @Column('uuid', { nullable: true })
  assigneeId: string | null;

  /** Why it came to this department. */
  @Column('jsonb')
  reasons: Because[];

  /** Kept, so that a reopened task gets as long again. */
  @Column('integer')
  acknowledgeMinutes: number;

  @Column('integer')
  resolveMinutes: number;

  @Column('timestamptz')
  openedAt: Date;

  @Column('timestamptz')
  acknowledgeDueAt: Date;

  @Column('timestamptz')
  resolveDueAt: Date;

  @Column('timestamptz', { nullable: true })
  acknowledgedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  @Column('text', { nullable: true })
  rootCause: string | null;

  @Column('text', { nullable: true })
  action: string | null;

  @Column('text', { nullable: true })
  customerMessage: string | null;

  /** The member who resolved it; null when an API key of no member did. */
  @Column('uuid', { nullable: true })
  resolvedBy: string | null;

  @Column('text', { nullable: true })
  waiverReason: string | null;

  @Column('integer')
  reopenCount: number;

  @VersionColumn()
  version: number;

  static open(
    target: Target,
    fields: Pick<Task, 'id' | 'loopId' | 'responseId' | 'assigneeId' | 'openedAt'>,
  ): Task {
    const { departmentId, priority, because: reasons, acknowledgeMinutes, resolveMinutes } = target;
    return Object.assign(new Task(), {
      ...fields,
      ...{ departmentId, priority, reasons, acknowledgeMinutes, resolveMinutes },
      ...dueDates(fields.openedAt, { acknowledgeMinutes, resolveMinutes }),
      ...NO_OUTCOME,
      state: 'open' as const,
      acknowledgedAt: null,
      finishedAt: null,
      reopenCount: 0,
      version: 1,
    });
  }

  get isFinished(): boolean {
    return isFinished(this.state);
  }

  step(step: TaskStep, now: Date): void {
    this.advance(step, now);
  }

  resolve(resolution: Resolution, resolvedBy: string | null, now: Date): void {
    if (this.state === 'resolved' || this.state === 'verified') throw new TaskAlreadyResolved(this.id);
    this.advance('resolve', now);
    Object.assign(this, NO_OUTCOME, resolution, { resolvedBy });
  }

  waive(reason: string, now: Date): void {
    this.advance('waive', now);
    Object.assign(this, NO_OUTCOME, { waiverReason: reason });
  }

  /** Begins anew, with as much time as at first; how it ended before stays readable in its notes. */
  reopen(now: Date): void {
    this.advance('reopen', now);
    Object.assign(this, NO_OUTCOME, dueDates(now, this), { acknowledgedAt: null });
    this.reopenCount += 1;
  }

  /** Leads and agents work on what their own departments were given. */
  assertWorkedOnBy(member: Principal['member']): void {
    if (!member || !isBoundToDepartments(member.role)) return;
    if (!member.departmentIds.includes(this.departmentId)) throw new TaskNotOfYourDepartment(this.id);
  }

  private advance(verb: TaskVerb, now: Date): void {
    const state = next(this.state, verb);
    if (!state) throw new TransitionNotAllowed(verb, this.state);
    if (acknowledges(this.state, verb)) this.acknowledgedAt = now;
    this.finishedAt = isFinished(state) ? (this.finishedAt ?? now) : null;
    this.state = state;
  }
}

/** How a task stands that was neither resolved nor waived. */
const NO_OUTCOME = {
  rootCause: null,
  action: null,
  customerMessage: null,
  resolvedBy: null,
  waiverReason: null,
};
