import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { NotFound } from '../platform/errors.js';
import { assertVersion } from '../platform/http/if-match.js';
import type { Principal } from '../platform/http/principal.js';
import { Loop } from './loop.entity.js';
import { LoopsService } from './loops.service.js';
import { Task } from './task.entity.js';

/** Who changes a task, and the version of it they have seen, if they say so. */
export interface By {
  caller: Principal;
  version: number | undefined;
}

/**
 * The one way to change a task. The loop is locked before anything is read of it, so that of two last
 * tasks finished at the same moment the second sees the first, and the loop closes exactly once.
 */
@Injectable()
export class TaskChanges {
  constructor(
    private readonly database: Database,
    private readonly loops: LoopsService,
    private readonly clock: Clock,
  ) {}

  async apply(
    id: string,
    { caller, version }: By,
    change: (task: Task, now: Date, loop: Loop) => void | Promise<void>,
  ): Promise<Task> {
    const { loop, tasks, task } = await this.lock(id);
    task.assertWorkedOnBy(caller.member);
    assertVersion('task', task, version);
    const now = this.clock.now();
    await change(task, now, loop);
    await this.database.repository(Task).save(task);
    await this.loops.review(loop, tasks, now);
    return task;
  }

  private async lock(id: string): Promise<{ loop: Loop; tasks: Task[]; task: Task }> {
    const found = await this.database.repository(Task).findOne({ id });
    if (!found) throw NotFound.of('task', id);
    const { loop, tasks } = await this.loops.lock(found.loopId);
    return { loop, tasks, task: tasks.find((task) => task.id === id)! };
  }
}
