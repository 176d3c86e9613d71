import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import { NotFound } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import type { Principal } from '../platform/http/principal.js';
import { newId } from '../platform/ids.js';
import { CustomerAnswer } from './customer-answer.entity.js';
import { Loop } from './loop.entity.js';
import { CustomerAnswered, LoopClosed, LoopReopened } from './loops.events.js';
import { Task } from './task.entity.js';

type Telling = Pick<CustomerAnswer, 'message' | 'channel' | 'taskId'>;

@Injectable()
export class LoopsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** A loop and its tasks, kept from changing until the transaction ends. */
  async lock(id: string): Promise<{ loop: Loop; tasks: Task[] }> {
    const loop = await this.database.repository(Loop).lockOne({ id });
    if (!loop) throw NotFound.of('loop', id);
    const tasks = await this.database.repository(Task).find({ loopId: id }, { order: { id: 'ASC' } });
    return { loop, tasks };
  }

  /** Keeps what the customer was told, apart from any task. Closes the loop when nothing else was missing. */
  async answerCustomer(
    id: string,
    answer: Omit<Telling, 'taskId'>,
    { member }: Principal,
  ): Promise<CustomerAnswer> {
    const { loop, tasks } = await this.lock(id);
    loop.assertAnsweredBy(member, tasks);
    const now = this.clock.now();
    const answered = await this.tell(loop, { ...answer, taskId: null }, now);
    await this.review(loop, tasks, now);
    return answered;
  }

  /** Notes in a locked loop what the customer was told; `review` has to follow. */
  async tell(loop: Loop, telling: Telling, now: Date): Promise<CustomerAnswer> {
    loop.answerCustomer(now);
    const { type: authorType, id: authorId } = currentTransaction().actor;
    const answer = Object.assign(new CustomerAnswer(), telling, {
      id: newId(),
      loopId: loop.id,
      answeredAt: now,
      authorType,
      authorId,
    });
    await this.database.repository(CustomerAnswer).insert(answer);
    this.events.record(new CustomerAnswered(loop.id, loop.responseId, answer.id));
    return answer;
  }

  /** Closes or reopens a locked loop when that follows from how its tasks now stand. */
  async review(loop: Loop, tasks: Task[], now: Date): Promise<void> {
    const outcome = loop.review(tasks, now);
    await this.database.repository(Loop).save(loop);
    if (outcome === 'closed') this.events.record(new LoopClosed(loop.id, loop.responseId));
    if (outcome === 'reopened') this.events.record(new LoopReopened(loop.id, loop.responseId));
  }
}
