import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import type { Actor } from '../platform/actor.js';
import type { Recorded } from '../platform/events/event.js';
import { PageQuery } from '../platform/http/page.js';
import type { Priority } from '../routing/route.js';
import type { CustomerAnswer } from './customer-answer.entity.js';
import { LOOP_STATES, type LoopObstacle, type LoopState } from './loop-lifecycle.js';
import type { Loop } from './loop.entity.js';
import type { WholeLoop } from './loops.queries.js';
import { TaskView, TEXT_LENGTH, viewTask } from './tasks.dto.js';

export class LoopFilter extends PageQuery {
  @IsOptional()
  @IsIn(LOOP_STATES)
  state?: LoopState;

  @IsOptional()
  @IsUUID()
  accountId?: string;

  @IsOptional()
  @IsUUID()
  contactId?: string;

  @IsOptional()
  @IsUUID()
  responseId?: string;

  /** `true` for loops with an unfinished task past the time it was to be resolved by. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  overdue?: boolean;
}

export class AnswerCustomer {
  /** What the customer was told. */
  @IsString()
  @Length(1, TEXT_LENGTH)
  @Matches(/\S/, { message: 'must not be blank' })
  message: string;

  /** How they were told, such as `email` or `phone`. */
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9_-]{0,49}$/, {
    message: 'must be lower-case letters, digits, - and _, at most 50',
  })
  channel?: string;
}

export class LoopView {
  id: string;
  responseId: string;
  /** Null when the response was anonymous. */
  contactId: string | null;
  accountId: string | null;
  state: LoopState;
  /** The highest of its tasks'. */
  priority: Priority;
  openedAt: Date;
  /** When the first of its unfinished tasks is to be resolved. */
  dueAt: Date | null;
  /** When the customer was first answered since it was opened, or reopened after it had closed. */
  answeredAt: Date | null;
  closedAt: Date | null;
}

export class LoopPage {
  items: LoopView[];
  next: string | null;
}

export class CustomerAnswerView {
  id: string;
  loopId: string;
  /** The task whose resolution told them; null when they were answered apart from one. */
  taskId: string | null;
  message: string;
  channel: string | null;
  authorType: Actor['type'];
  /** The member or API key that answered. */
  authorId: string | null;
  answeredAt: Date;
}

export class WholeLoopView extends LoopView {
  /** What still keeps it open. */
  obstacles: LoopObstacle[];
  tasks: TaskView[];
  customerAnswers: CustomerAnswerView[];
}

export class TimelineEntryView {
  id: string;
  /** What happened, such as `task.resolved`. */
  type: string;
  /** The response, loop or task it happened to. */
  subjectId: string;
  actorType: string;
  actorId: string | null;
  occurredAt: Date;
  @ApiProperty({ type: 'object', additionalProperties: true })
  data: Record<string, unknown>;
}

export class TimelineView {
  items: TimelineEntryView[];
}

export function viewLoop(loop: Loop): LoopView {
  const { id, responseId, contactId, accountId, state, priority, openedAt, dueAt, answeredAt, closedAt } =
    loop;
  return { id, responseId, contactId, accountId, state, priority, openedAt, dueAt, answeredAt, closedAt };
}

export function viewWholeLoop({ loop, tasks, answers }: WholeLoop): WholeLoopView {
  return {
    ...viewLoop(loop),
    obstacles: loop.obstacles(tasks),
    tasks: tasks.map(viewTask),
    customerAnswers: answers.map(viewCustomerAnswer),
  };
}

export function viewCustomerAnswer(answer: CustomerAnswer): CustomerAnswerView {
  const { id, loopId, taskId, message, channel, authorType, authorId, answeredAt } = answer;
  return { id, loopId, taskId, message, channel, authorType, authorId, answeredAt };
}

export function viewTimelineEntry(event: Recorded): TimelineEntryView {
  const { id, type, subjectId, actorType, actorId, occurredAt, data } = event;
  return { id, type, subjectId, actorType, actorId, occurredAt, data };
}
