import { Column, Entity } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import type { Principal } from '../platform/http/principal.js';
import { PRIORITIES, type Priority, type Target } from '../routing/route.js';
import { isBoundToDepartments } from '../tenants/permissions.js';
import { dueDates } from './assignment.js';
import { type LoopObstacle, type LoopState, mayClose, obstacles } from './loop-lifecycle.js';
import type { Task } from './task.entity.js';
import { LoopNotOfYourDepartment, NobodyToAnswer } from './tasks.errors.js';

/** Everything that follows from one response. */
@Entity('loop')
export class Loop extends TenantRow {
  @Column('uuid')
  responseId: string;

  @Column('uuid', { nullable: true })
  contactId: string | null;

  @Column('uuid', { nullable: true })
  accountId: string | null;

  /** Whether it is known who is to be answered. */
  @Column('boolean')
  answerable: boolean;

  /** The highest of its tasks'. */
  @Column('text')
  priority: Priority;

  @Column('text')
  state: LoopState;

  @Column('timestamptz')
  openedAt: Date;

  /** When the first of its unfinished tasks is to be resolved; null when all are finished. */
  @Column('timestamptz', { nullable: true })
  dueAt: Date | null;

  /** When the customer was first answered since the loop was opened, or opened again after it had closed. */
  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  static open(
    targets: Target[],
    fields: Pick<Loop, 'id' | 'responseId' | 'contactId' | 'accountId' | 'openedAt'>,
  ): Loop {
    const ranks = targets.map(({ priority }) => PRIORITIES.indexOf(priority));
    const due = targets.map((target) => dueDates(fields.openedAt, target).resolveDueAt);
    return Object.assign(new Loop(), {
      ...fields,
      answerable: fields.contactId !== null,
      priority: PRIORITIES[Math.max(...ranks)]!,
      state: 'open' as const,
      dueAt: earliest(due),
      answeredAt: null,
      closedAt: null,
    });
  }

  answerCustomer(now: Date): void {
    if (!this.answerable) throw new NobodyToAnswer(this.id);
    this.answeredAt ??= now;
  }

  /** Brings the loop in line with its tasks; tells whether that closed it or opened it again. */
  review(tasks: Task[], now: Date): 'closed' | 'reopened' | null {
    this.dueAt = earliest(tasks.filter((task) => !task.isFinished).map((task) => task.resolveDueAt));
    const closes = mayClose(this.progress(tasks));
    if (closes === (this.state === 'closed')) return null;
    if (closes) Object.assign(this, { state: 'closed', closedAt: now });
    // What the customer was told holds no longer; they are to hear how it ends this time.
    else Object.assign(this, { state: 'open', closedAt: null, answeredAt: null });
    return closes ? 'closed' : 'reopened';
  }

  obstacles(tasks: Task[]): LoopObstacle[] {
    return obstacles(this.progress(tasks));
  }

  /** Leads and agents answer for what their own departments have a part in. */
  assertAnsweredBy(member: Principal['member'], tasks: Task[]): void {
    if (!member || !isBoundToDepartments(member.role)) return;
    if (!tasks.some(({ departmentId }) => member.departmentIds.includes(departmentId))) {
      throw new LoopNotOfYourDepartment(this.id);
    }
  }

  private progress(tasks: Task[]) {
    return {
      taskStates: tasks.map(({ state }) => state),
      customerAnswered: this.answeredAt !== null,
      answerable: this.answerable,
    };
  }
}

function earliest(dates: Date[]): Date | null {
  return dates.length > 0 ? new Date(Math.min(...dates.map((date) => date.getTime()))) : null;
}
