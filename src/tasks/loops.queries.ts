import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, LessThan } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { NotFound } from '../platform/errors.js';
import type { Recorded } from '../platform/events/event.js';
import { Events } from '../platform/events/events.js';
import { keyOf, type Page, pageOf } from '../platform/http/page.js';
import { CustomerAnswer } from './customer-answer.entity.js';
import { Loop } from './loop.entity.js';
import type { LoopFilter } from './loops.dto.js';
import { Task } from './task.entity.js';

export interface WholeLoop {
  loop: Loop;
  tasks: Task[];
  answers: CustomerAnswer[];
}

/** Reading loops. */
@Injectable()
export class LoopsQueries {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(filter: LoopFilter): Promise<Page<Loop>> {
    const { state, accountId, contactId, responseId, overdue } = filter;
    const where: FindOptionsWhere<Loop> = { state, accountId, contactId, responseId };
    if (overdue) where.dueAt = LessThan(this.clock.now());
    const before = keyOf(filter, 1);
    if (before) where.id = LessThan(String(before[0]));
    const rows = await this.database
      .repository(Loop)
      .find(given(where), { order: { id: 'DESC' }, take: filter.limit + 1 });
    return pageOf(rows, filter, (loop) => [loop.id]);
  }

  async get(id: string): Promise<WholeLoop> {
    const loop = await this.database.repository(Loop).findOne({ id });
    if (!loop) throw NotFound.of('loop', id);
    const inOrder = { order: { id: 'ASC' } } as const;
    const tasks = await this.database.repository(Task).find({ loopId: id }, inOrder);
    const answers = await this.database.repository(CustomerAnswer).find({ loopId: id }, inOrder);
    return { loop, tasks, answers };
  }

  /** What happened to the response, its loop and its tasks, oldest first. */
  async timeline(id: string): Promise<Recorded[]> {
    const { loop, tasks } = await this.get(id);
    return this.events.about([loop.responseId, loop.id, ...tasks.map((task) => task.id)]);
  }
}

/** TypeORM refuses a condition that is undefined. */
function given<Where extends object>(where: Where): Where {
  return Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined)) as Where;
}
