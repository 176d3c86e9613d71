import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches, ValidateIf } from 'class-validator';
import { IsInstant } from '../platform/http/instant.js';
import { PageQuery } from '../platform/http/page.js';
import { type Because, PRIORITIES, type Priority } from '../routing/route.js';
import { allowedVerbs, TASK_STATES, type TaskState, type TaskVerb } from './task-lifecycle.js';
import type { Resolution, Task } from './task.entity.js';

/** Longest text a person writes about a task, in characters. */
export const TEXT_LENGTH = 10_000;
const ROOT_CAUSE_LENGTH = 63;
const NOT_BLANK = { message: 'must not be blank' };

export class TaskFilter extends PageQuery {
  /** One state, or several by naming the parameter again. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsIn(TASK_STATES, { each: true })
  state?: TaskState[];

  @IsOptional()
  @IsUUID()
  departmentId?: string;

  @IsOptional()
  @IsUUID()
  assigneeId?: string;

  @IsOptional()
  @IsUUID()
  loopId?: string;

  @IsOptional()
  @IsIn(PRIORITIES)
  priority?: Priority;

  /** `true` for unfinished tasks past the time they were to be resolved by. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  overdue?: boolean;

  /** To be resolved before this time (ISO 8601). */
  @IsOptional()
  @IsInstant()
  dueBefore?: string;
}

export class ResolveTask {
  /** Key of one of the tenant's root causes: why it happened. */
  @IsString()
  @Length(1, ROOT_CAUSE_LENGTH)
  rootCause: string;

  /** What was done. */
  @IsString()
  @Length(1, TEXT_LENGTH)
  @Matches(/\S/, NOT_BLANK)
  action: string;

  /** What the customer was told. It counts as answering them. */
  @IsOptional()
  @IsString()
  @Length(1, TEXT_LENGTH)
  @Matches(/\S/, NOT_BLANK)
  customerMessage?: string;
}

export class WaiveTask {
  /** Why nothing is to be done. */
  @IsString()
  @Length(1, TEXT_LENGTH)
  @Matches(/\S/, NOT_BLANK)
  reason: string;
}

export class ReopenTask {
  /** Why it is not finished after all. */
  @IsString()
  @Length(1, TEXT_LENGTH)
  @Matches(/\S/, NOT_BLANK)
  reason: string;
}

export class AssignTask {
  /** An active member of the task's department; `null` takes the task from whoever has it. */
  @ValidateIf(({ memberId }: AssignTask) => memberId !== null)
  @IsUUID()
  memberId: string | null;
}

export class TaskReasonView implements Because {
  /** Null when no rule asked for it and it fell to the fallback department. */
  ruleId: string | null;
  ruleName: string;
  reasons: string[];
}

export class ResolutionView implements Resolution {
  rootCause: string;
  /** What was done. */
  action: string;
  /** What the customer was told with it. */
  customerMessage: string | null;
  /** The member who resolved it; null when an API key of no member did. */
  resolvedBy: string | null;
}

export class TaskView {
  id: string;
  loopId: string;
  /** What the customer said: `GET /v1/responses/{id}`. */
  responseId: string;
  departmentId: string;
  state: TaskState;
  /** What may be done next. */
  allowed: TaskVerb[];
  priority: Priority;
  assigneeId: string | null;
  openedAt: Date;
  acknowledgeDueAt: Date;
  resolveDueAt: Date;
  acknowledgedAt: Date | null;
  finishedAt: Date | null;
  reopenCount: number;
  /** Why it came to this department. */
  reasons: TaskReasonView[];
  /** Of a task that is resolved. */
  resolution: ResolutionView | null;
  /** Of a task that is waived: why nothing is to be done. */
  waiverReason: string | null;
  version: number;
}

export class TaskPage {
  items: TaskView[];
  next: string | null;
}

export function viewTask(task: Task): TaskView {
  const { id, loopId, responseId, departmentId, state, priority, assigneeId, reasons, reopenCount, version } =
    task;
  const { openedAt, acknowledgeDueAt, resolveDueAt, acknowledgedAt, finishedAt, waiverReason } = task;
  return {
    ...{ id, loopId, responseId, departmentId, state, allowed: allowedVerbs(state), priority, assigneeId },
    ...{ openedAt, acknowledgeDueAt, resolveDueAt, acknowledgedAt, finishedAt, reopenCount, reasons },
    ...{ resolution: viewResolution(task), waiverReason, version },
  };
}

function viewResolution({ rootCause, action, customerMessage, resolvedBy }: Task): ResolutionView | null {
  if (rootCause === null || action === null) return null;
  return { rootCause, action, customerMessage, resolvedBy };
}
