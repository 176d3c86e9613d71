import { Conflict, Forbidden, Invalid } from '../platform/errors.js';
import { allowedVerbs, type TaskState, type TaskVerb } from './task-lifecycle.js';

export class TransitionNotAllowed extends Conflict {
  constructor(verb: TaskVerb, state: TaskState) {
    const allowed = allowedVerbs(state);
    super(
      'task.transition_not_allowed',
      `A task that is ${said(state)} does not ${said(verb)}; it may ${allowed.map(said).join(', ')}.`,
      { state, allowed },
    );
  }
}

export class TaskAlreadyResolved extends Conflict {
  constructor(id: string) {
    super('task.already_resolved', `The task ${id} is resolved already; reopen it to resolve it anew.`);
  }
}

export class TaskNotOfYourDepartment extends Forbidden {
  constructor(id: string) {
    super('task.not_of_your_department', `The task ${id} belongs to a department you do not work in.`);
  }
}

export class AssigneeNotInDepartment extends Invalid {
  constructor(memberId: string) {
    super(
      'task.assignee_not_in_department',
      `The member ${memberId} is not an active member of the task's department.`,
      { problems: [{ pointer: '/memberId', detail: "must be an active member of the task's department" }] },
    );
  }
}

export class LoopNotOfYourDepartment extends Forbidden {
  constructor(id: string) {
    super('loop.not_of_your_department', `No department you work in has a task in the loop ${id}.`);
  }
}

export class NobodyToAnswer extends Conflict {
  constructor(id: string) {
    super(
      'loop.nobody_to_answer',
      `The response of the loop ${id} names no contact, so nobody can be answered.`,
    );
  }
}

export class RootCauseUnknown extends Invalid {
  constructor(key: string, known: string[]) {
    super('root_cause.unknown', `"${key}" is none of the root causes in use: ${known.join(', ')}.`, {
      problems: [{ pointer: '/rootCause', detail: `must be one of ${known.join(', ')}` }],
    });
  }
}

export class RootCauseKeyTaken extends Conflict {
  constructor(key: string) {
    super('root_cause.key_taken', `Another root cause has the key "${key}".`);
  }
}

export class RootCauseAlreadyRetired extends Conflict {
  constructor(id: string) {
    super('root_cause.already_retired', `The root cause ${id} is retired already.`);
  }
}

function said(code: string): string {
  return code.replaceAll('_', ' ');
}
