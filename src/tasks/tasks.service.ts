import { Injectable } from '@nestjs/common';
import { Events } from '../platform/events/events.js';
import { DepartmentsService } from '../tenants/departments.service.js';
import { NotesService } from './notes.service.js';
import { type By, TaskChanges } from './task-changes.service.js';
import type { TaskNote } from './task-note.entity.js';
import type { Task, TaskStep } from './task.entity.js';
import { AssigneeNotInDepartment } from './tasks.errors.js';
import { STEP_FACTS, TaskAssigned, TaskNoted } from './tasks.events.js';

/** Working on a task until it ends. */
@Injectable()
export class TasksService {
  constructor(
    private readonly changes: TaskChanges,
    private readonly events: Events,
    private readonly departments: DepartmentsService,
    private readonly notes: NotesService,
  ) {}

  step(id: string, step: TaskStep, by: By): Promise<Task> {
    return this.changes.apply(id, by, (task, now) => {
      task.step(step, now);
      this.events.record(new STEP_FACTS[step](task.id, task.loopId, task.departmentId));
    });
  }

  /** Gives the task to a member of its department, or to nobody. */
  assign(id: string, memberId: string | null, by: By): Promise<Task> {
    return this.changes.apply(id, by, async (task) => {
      if (task.assigneeId === memberId) return;
      if (memberId !== null) await this.assertWorksIn(task.departmentId, memberId);
      task.assigneeId = memberId;
      this.events.record(new TaskAssigned(task.id, task.loopId, task.departmentId, memberId));
    });
  }

  async note(id: string, body: string, by: By): Promise<TaskNote> {
    let note!: TaskNote;
    await this.changes.apply(id, by, async (task) => {
      note = await this.notes.write(task.id, 'note', body);
      this.events.record(new TaskNoted(task.id, task.loopId, task.departmentId, note.id));
    });
    return note;
  }

  private async assertWorksIn(departmentId: string, memberId: string): Promise<void> {
    const members = await this.departments.activeMemberIds([departmentId]);
    if (!members.get(departmentId)?.includes(memberId)) throw new AssigneeNotInDepartment(memberId);
  }
}
