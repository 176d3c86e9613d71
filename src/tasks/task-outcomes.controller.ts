import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { IfMatch } from '../platform/http/if-match.js';
import { Caller, type Principal } from '../platform/http/principal.js';
import { Allow } from '../platform/http/route.js';
import { TaskOutcomesService } from './task-outcomes.service.js';
import { ReopenTask, ResolveTask, TaskView, viewTask, WaiveTask } from './tasks.dto.js';

@ApiTags('Tasks')
@Controller('v1/tasks/:id')
export class TaskOutcomesController {
  constructor(private readonly outcomes: TaskOutcomesService) {}

  /** Says why it happened, what was done and, if they were, what the customer was told. */
  @Post('resolution')
  @Allow('task.work')
  async resolve(
    @IdParam('task') id: string,
    @Body() { rootCause, action, customerMessage }: ResolveTask,
    @IfMatch() version: number | undefined,
    @Caller() caller: Principal,
  ): Promise<TaskView> {
    const resolution = { rootCause, action, customerMessage: customerMessage ?? null };
    return viewTask(await this.outcomes.resolve(id, resolution, { caller, version }));
  }

  /** Says why nothing is to be done. */
  @Post('waiver')
  @Allow('task.waive')
  async waive(
    @IdParam('task') id: string,
    @Body() { reason }: WaiveTask,
    @IfMatch() version: number | undefined,
    @Caller() caller: Principal,
  ): Promise<TaskView> {
    return viewTask(await this.outcomes.waive(id, reason, { caller, version }));
  }

  /** Begins a finished task anew, with new due dates. A loop that had closed opens again. */
  @Post('reopening')
  @Allow('task.reopen')
  async reopen(
    @IdParam('task') id: string,
    @Body() { reason }: ReopenTask,
    @IfMatch() version: number | undefined,
    @Caller() caller: Principal,
  ): Promise<TaskView> {
    return viewTask(await this.outcomes.reopen(id, reason, { caller, version }));
  }
}
