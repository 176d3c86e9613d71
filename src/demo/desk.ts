import { setTimeout as sleep } from 'node:timers/promises';
import type { WholeLoopView } from '../tasks/loops.dto.js';
import type { TaskPage, TaskView } from '../tasks/tasks.dto.js';
import type { Wire } from './client.js';
import type { Employee } from './set-up.js';
import { FALLBACK_OUTCOME, type Topic, TOPICS } from './topics.js';

type Task = Wire<TaskView>;
type Loop = Wire<WholeLoopView>;

/** Between two steps of the same task, so that each can be watched, in milliseconds. */
const STEP_MS = 300;
/** Until an empty desk is looked at again, in milliseconds. */
const LOOK_MS = 400;

/** Not everything is done by the end of a demo: every so many tasks one waits for the customer, one is left lying. */
const WAITS_EVERY = 9;
const LEFT_EVERY = 8;
/** Urgent ones more often, so that there is something overdue to look at. */
const URGENT_LEFT_EVERY = 3;

/** One member at work, with their own API key: the most pressing of their tasks first, one at a time. */
export class Desk {
  private readonly taken = new Set<string>();
  private hasWaived = false;

  constructor(private readonly employee: Employee) {}

  /** Works until nothing is left once no more tasks can come. */
  async work(hasMore: () => boolean): Promise<void> {
    for (;;) {
      const isLast = !hasMore();
      const task = await this.nextTask();
      if (task) await this.see(task);
      else if (isLast) return;
      else await sleep(LOOK_MS);
    }
  }

  private async nextTask(): Promise<Task | undefined> {
    const mine = `/v1/tasks?state=open&assigneeId=${this.employee.id}&limit=50`;
    const { items } = await this.employee.client.get<TaskPage>(mine);
    return items.find(({ id }) => !this.taken.has(id));
  }

  private async see(task: Task): Promise<void> {
    this.taken.add(task.id);
    const count = this.taken.size;
    if (count % (task.priority === 'urgent' ? URGENT_LEFT_EVERY : LEFT_EVERY) === 0) return;
    await this.step(task, 'acknowledgement');
    const topic = topicOf(task);
    if (topic?.waiver && this.mayWaive()) return this.waive(task, topic.waiver);
    await this.step(task, 'start');
    if (count % WAITS_EVERY === 0) return this.step(task, 'wait');
    const { rootCause, action, customerMessage } = outcomeOf(topic, count);
    const loop = await this.loopOf(task);
    const told = isToBeTold(loop) ? { customerMessage } : {};
    await this.step(task, 'resolution', { rootCause, action, ...told });
  }

  private mayWaive(): boolean {
    return this.employee.role === 'department_lead' && !this.hasWaived;
  }

  /** The customer hears the reason, whoever else acts on what they wrote. */
  private async waive(task: Task, reason: string): Promise<void> {
    this.hasWaived = true;
    await this.step(task, 'waiver', { reason });
    if (!isToBeTold(await this.loopOf(task))) return;
    const answer = {
      message: 'We looked into it and have to leave it as it is. Here is why.',
      channel: 'email',
    };
    await this.employee.client.post(`/v1/loops/${task.loopId}/customer-answers`, answer);
  }

  private async step({ id }: Task, noun: string, body?: object): Promise<void> {
    await this.employee.client.post<TaskView>(`/v1/tasks/${id}/${noun}`, body);
    await sleep(STEP_MS);
  }

  private loopOf({ loopId }: Task): Promise<Loop> {
    return this.employee.client.get<WholeLoopView>(`/v1/loops/${loopId}`);
  }
}

/** One answer is enough, and nobody can be told who answered anonymously. */
function isToBeTold({ contactId, answeredAt }: Loop): boolean {
  return contactId !== null && answeredAt === null;
}

function topicOf(task: Task): Topic | undefined {
  return TOPICS.find(({ rule }) => rule === task.reasons[0]?.ruleName);
}

function outcomeOf(topic: Topic | undefined, count: number) {
  const outcomes = topic?.outcomes ?? [FALLBACK_OUTCOME];
  return outcomes[count % outcomes.length]!;
}
