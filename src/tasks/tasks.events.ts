import { Fact } from '../platform/events/event.js';
import type { TaskStep } from './task.entity.js';

@Fact('task.opened', { published: true })
export class TaskOpened {
  constructor(
    readonly taskId: string,
    readonly loopId: string,
    readonly departmentId: string,
    readonly responseId: string,
    readonly priority: string,
    readonly assigneeId: string | null,
  ) {}
}

@Fact('task.acknowledged', { published: true })
export class TaskAcknowledged {
  constructor(
    readonly taskId: string,
    readonly loopId: string,
    readonly departmentId: string,
  ) {}
}

@Fact('task.started', { published: true })
export class TaskStarted {
  constructor(
    readonly taskId: string,
    readonly loopId: string,
    readonly departmentId: string,
  ) {}
}

@Fact('task.waiting', { published: true })
export class TaskWaiting {
  constructor(
    readonly taskId: string,
    readonly loopId: string,
    readonly departmentId: string,
  ) {}
}

@Fact('task.resumed', { published: true })
export class TaskResumed {
  constructor(
    readonly taskId: string,
    readonly loopId: string,
    readonly departmentId: string,
  ) {}
}

@Fact('task.resolved', { published: true })
export class TaskResolved {
  constructor(
    readonly taskId: string,
    readonly loopId: string,
    readonly departmentId: string,
    readonly rootCause: string,
  ) {}
}

@Fact('task.verified', { published: true })
export class TaskVerified {
  constructor(
    readonly taskId: string,
    readonly loopId: string,
    readonly departmentId: string,
  ) {}
}

@Fact('task.waived', { published: true })
export class TaskWaived {
  constructor(
    readonly taskId: string,
    readonly loopId: string,
    readonly departmentId: string,
  ) {}
}

@Fact('task.reopened', { published: true })
export class TaskReopened {
  constructor(
    readonly taskId: string,
    readonly loopId: string,
    readonly departmentId: string,
    readonly reopenCount: number,
  ) {}
}

@Fact('task.assigned', { published: true })
export class TaskAssigned {
  constructor(
    readonly taskId: string,
    readonly loopId: string,
    readonly departmentId: string,
    /** Null when it was taken from whoever had it. */
    readonly assigneeId: string | null,
  ) {}
}

@Fact('task.noted', { published: true })
export class TaskNoted {
  constructor(
    readonly taskId: string,
    readonly loopId: string,
    readonly departmentId: string,
    readonly noteId: string,
  ) {}
}

/** The fact that follows from each step. */
export const STEP_FACTS = {
  acknowledge: TaskAcknowledged,
  start: TaskStarted,
  wait_on_customer: TaskWaiting,
  resume: TaskResumed,
  verify: TaskVerified,
} satisfies Record<TaskStep, unknown>;
