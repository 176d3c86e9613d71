import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Loop } from './loop.entity.js';
import type { Task } from './task.entity.js';

/** Writes many new loops or tasks in one statement. */
@Injectable()
export class LoopOpeningQueries {
  constructor(private readonly database: Database) {}

  /** Returns the ids of the inserted; a response that has a loop already keeps that one. */
  async insertLoops(loops: Loop[]): Promise<Set<string>> {
    const column = <V>(value: (loop: Loop) => V) => loops.map(value);
    const rows = await this.database.query<{ id: string }>(INSERT_LOOPS, [
      column((l) => l.id),
      column((l) => l.responseId),
      column((l) => l.contactId),
      column((l) => l.accountId),
      column((l) => l.answerable),
      column((l) => l.priority),
      column((l) => l.state),
      column((l) => l.openedAt),
      column((l) => l.dueAt),
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  async insertTasks(tasks: Task[]): Promise<void> {
    const column = <V>(value: (task: Task) => V) => tasks.map(value);
    await this.database.query(INSERT_TASKS, [
      column((t) => t.id),
      column((t) => t.loopId),
      column((t) => t.responseId),
      column((t) => t.departmentId),
      column((t) => t.state),
      column((t) => t.priority),
      column((t) => t.assigneeId),
      column((t) => JSON.stringify(t.reasons)),
      column((t) => t.acknowledgeMinutes),
      column((t) => t.resolveMinutes),
      column((t) => t.openedAt),
      column((t) => t.acknowledgeDueAt),
      column((t) => t.resolveDueAt),
    ]);
  }
}

const INSERT_LOOPS = `
  insert into loop (tenant_id, id, response_id, contact_id, account_id, answerable, priority, state, opened_at, due_at)
  select $1, l.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::boolean[], $7::text[], $8::text[],
                             $9::timestamptz[], $10::timestamptz[]) l
  on conflict (tenant_id, response_id) do nothing
  returning id`;

const INSERT_TASKS = `
  insert into task (tenant_id, id, loop_id, response_id, department_id, state, priority, assignee_id, reasons,
                    acknowledge_minutes, resolve_minutes, opened_at, acknowledge_due_at, resolve_due_at, reopen_count, version)
  select $1, t.*, 0, 1 from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[],
                                   $8::uuid[], $9::jsonb[], $10::int[], $11::int[], $12::timestamptz[],
                                   $13::timestamptz[], $14::timestamptz[]) t`;
