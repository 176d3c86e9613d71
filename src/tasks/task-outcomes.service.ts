import { Injectable } from '@nestjs/common';
import { Events } from '../platform/events/events.js';
import { LoopsService } from './loops.service.js';
import { NotesService } from './notes.service.js';
import { RootCausesService } from './root-causes.service.js';
import { type By, TaskChanges } from './task-changes.service.js';
import type { Resolution, Task } from './task.entity.js';
import { TaskReopened, TaskResolved, TaskWaived } from './tasks.events.js';

/** How a task ends, and begins anew. What was written with it stays in the notes, whatever comes after. */
@Injectable()
export class TaskOutcomesService {
  constructor(
    private readonly changes: TaskChanges,
    private readonly events: Events,
    private readonly loops: LoopsService,
    private readonly notes: NotesService,
    private readonly rootCauses: RootCausesService,
  ) {}

  resolve(id: string, resolution: Resolution, by: By): Promise<Task> {
    return this.changes.apply(id, by, async (task, now, loop) => {
      task.resolve(resolution, by.caller.member?.id ?? null, now);
      await this.rootCauses.assertInUse(resolution.rootCause);
      await this.notes.write(task.id, 'resolution', resolution.action);
      this.events.record(new TaskResolved(task.id, task.loopId, task.departmentId, resolution.rootCause));
      const message = resolution.customerMessage;
      if (message !== null) await this.loops.tell(loop, { message, channel: null, taskId: task.id }, now);
    });
  }

  waive(id: string, reason: string, by: By): Promise<Task> {
    return this.changes.apply(id, by, async (task, now) => {
      task.waive(reason, now);
      await this.notes.write(task.id, 'waiver', reason);
      this.events.record(new TaskWaived(task.id, task.loopId, task.departmentId));
    });
  }

  reopen(id: string, reason: string, by: By): Promise<Task> {
    return this.changes.apply(id, by, async (task, now) => {
      task.reopen(now);
      await this.notes.write(task.id, 'reopening', reason);
      this.events.record(new TaskReopened(task.id, task.loopId, task.departmentId, task.reopenCount));
    });
  }
}
