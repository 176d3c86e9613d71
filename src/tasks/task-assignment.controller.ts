import { Body, Controller, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { IfMatch } from '../platform/http/if-match.js';
import { Caller, type Principal } from '../platform/http/principal.js';
import { Allow } from '../platform/http/route.js';
import { TasksService } from './tasks.service.js';
import { AssignTask, TaskView, viewTask } from './tasks.dto.js';

@ApiTags('Tasks')
@Controller('v1/tasks/:id/assignment')
export class TaskAssignmentController {
  constructor(private readonly tasks: TasksService) {}

  /** Gives the task to an active member of its department, or to nobody. */
  @Put()
  @Allow('task.assign')
  async assign(
    @IdParam('task') id: string,
    @Body() { memberId }: AssignTask,
    @IfMatch() version: number | undefined,
    @Caller() caller: Principal,
  ): Promise<TaskView> {
    return viewTask(await this.tasks.assign(id, memberId, { caller, version }));
  }
}
