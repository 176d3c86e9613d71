import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Clock } from '../platform/clock.js';
import { NotFound } from '../platform/errors.js';
import { keyOf, type Page, pageOf } from '../platform/http/page.js';
import { In } from 'typeorm';
import { Task } from './task.entity.js';
import type { TaskFilter } from './tasks.dto.js';
import { isFinished, TASK_STATES } from './task-lifecycle.js';

const UNFINISHED = TASK_STATES.filter((state) => !isFinished(state));

/** Reading tasks. */
@Injectable()
export class TasksQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async get(id: string): Promise<Task> {
    const task = await this.database.repository(Task).findOne({ id });
    if (!task) throw NotFound.of('task', id);
    return task;
  }

  /** The most pressing first: in the order they are to be resolved. */
  async list(filter: TaskFilter): Promise<Page<Task>> {
    const keys = await this.keys(filter);
    const page = pageOf(keys, filter, ({ resolveDueAt, id }) => [resolveDueAt.toISOString(), id]);
    const ids = page.items.map(({ id }) => id);
    const items = await this.database
      .repository(Task)
      .find({ id: In(ids) }, { order: { resolveDueAt: 'ASC', id: 'ASC' } });
    return { items, next: page.next };
  }

  private keys(filter: TaskFilter): Promise<Pick<Task, 'id' | 'resolveDueAt'>[]> {
    const [dueAfter = null, idAfter = null] = keyOf(filter, 2) ?? [];
    return this.database.query(
      `select id, resolve_due_at as "resolveDueAt" from task
        where tenant_id = $1
          and ($2::timestamptz is null or (resolve_due_at, id) > ($2, $3::uuid))
          and ($4::text[] is null or state = any($4))
          and ($5::uuid is null or department_id = $5)
          and ($6::uuid is null or assignee_id = $6)
          and ($7::uuid is null or loop_id = $7)
          and ($8::text is null or priority = $8)
          and ($9::timestamptz is null or (resolve_due_at < $9 and state = any($10)))
          and ($11::timestamptz is null or resolve_due_at < $11)
        order by resolve_due_at, id limit $12`,
      [
        dueAfter,
        idAfter,
        filter.state ?? null,
        filter.departmentId ?? null,
        filter.assigneeId ?? null,
        filter.loopId ?? null,
        filter.priority ?? null,
        filter.overdue ? this.clock.now() : null,
        UNFINISHED,
        filter.dueBefore ?? null,
        filter.limit + 1,
      ],
    );
  }
}
