import { Injectable } from '@nestjs/common';
import { AccountsService } from '../accounts/accounts.service.js';
import { Clock } from '../platform/clock.js';
import { Events } from '../platform/events/events.js';
import { newId } from '../platform/ids.js';
import type { Target } from '../routing/route.js';
import { AssigneesService } from './assignees.service.js';
import { Loop } from './loop.entity.js';
import { LoopOpeningQueries } from './loop-opening.queries.js';
import { LoopOpened } from './loops.events.js';
import { Task } from './task.entity.js';
import { TaskOpened } from './tasks.events.js';

/** A response some departments are to act on. */
export interface Concern {
  responseId: string;
  contactId: string | null;
  accountId: string | null;
  targets: Target[];
}

interface Opening {
  loop: Loop;
  targets: Target[];
}

/** Opens loops and the departments' tasks in them, once per response, in few statements however many there are. */
@Injectable()
export class LoopOpeningService {
  constructor(
    private readonly queries: LoopOpeningQueries,
    private readonly accounts: AccountsService,
    private readonly assignees: AssigneesService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async open(concerns: Concern[]): Promise<void> {
    const openings = await this.openLoops(concerns);
    if (openings.length === 0) return;
    for (const { loop } of openings) {
      this.events.record(new LoopOpened(loop.id, loop.responseId, loop.priority));
    }
    await this.openTasks(openings);
  }

  /** Leaves out responses that have a loop already: its tasks were opened with it. */
  private async openLoops(concerns: Concern[]): Promise<Opening[]> {
    const openedAt = this.clock.now();
    const openings = concerns.map(({ targets, responseId, contactId, accountId }) => {
      const loop = Loop.open(targets, { id: newId(), responseId, contactId, accountId, openedAt });
      return { loop, targets };
    });
    const inserted = await this.queries.insertLoops(openings.map(({ loop }) => loop));
    return openings.filter(({ loop }) => inserted.has(loop.id));
  }

  private async openTasks(openings: Opening[]): Promise<void> {
    const owners = await this.accountOwners(openings);
    const wanted = openings.flatMap(({ loop, targets }) => {
      const accountOwnerId = owners.get(loop.accountId ?? '') ?? null;
      return targets.map((target) => ({ ...target, target, loop, accountOwnerId }));
    });
    const assigneeIds = await this.assignees.choose(wanted);
    const tasks = wanted.map(({ target, loop }, index) => {
      const { id: loopId, responseId, openedAt } = loop;
      const task = Task.open(target, {
        id: newId(),
        loopId,
        responseId,
        openedAt,
        assigneeId: assigneeIds[index]!,
      });
      this.events.record(opened(task));
      return task;
    });
    await this.queries.insertTasks(tasks);
  }

  private async accountOwners(openings: Opening[]): Promise<Map<string, string | null>> {
    const asked = openings.filter(({ targets }) => targets.some((t) => t.assignment === 'account_owner'));
    const ids = new Set(asked.map(({ loop }) => loop.accountId).filter((id) => id !== null));
    if (ids.size === 0) return new Map();
    const accounts = await this.accounts.byIds([...ids]);
    return new Map(accounts.map(({ id, ownerMemberId }) => [id, ownerMemberId]));
  }
}

function opened(task: Task): TaskOpened {
  const { id, loopId, responseId, departmentId, priority, assigneeId } = task;
  return new TaskOpened(id, loopId, departmentId, responseId, priority, assigneeId);
}
