import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { IfMatch } from '../platform/http/if-match.js';
import { Caller, type Principal } from '../platform/http/principal.js';
import { Allow } from '../platform/http/route.js';
import { TasksService } from './tasks.service.js';
import { TaskView, viewTask } from './tasks.dto.js';

@ApiTags('Tasks')
@Controller('v1/tasks/:id')
export class TaskStepsController {
  constructor(private readonly tasks: TasksService) {}

  /** Says that someone has seen the task. */
  @Post('acknowledgement')
  @Allow('task.work')
  async acknowledge(
    @IdParam('task') id: string,
    @IfMatch() version: number | undefined,
    @Caller() caller: Principal,
  ): Promise<TaskView> {
    return viewTask(await this.tasks.step(id, 'acknowledge', { caller, version }));
  }

  /** Begins the work. */
  @Post('start')
  @Allow('task.work')
  async start(
    @IdParam('task') id: string,
    @IfMatch() version: number | undefined,
    @Caller() caller: Principal,
  ): Promise<TaskView> {
    return viewTask(await this.tasks.step(id, 'start', { caller, version }));
  }

  /** Says that nothing can go on before the customer replies. */
  @Post('wait')
  @Allow('task.work')
  async wait(
    @IdParam('task') id: string,
    @IfMatch() version: number | undefined,
    @Caller() caller: Principal,
  ): Promise<TaskView> {
    return viewTask(await this.tasks.step(id, 'wait_on_customer', { caller, version }));
  }

  /** Takes the work up again after the customer replied. */
  @Post('resumption')
  @Allow('task.work')
  async resume(
    @IdParam('task') id: string,
    @IfMatch() version: number | undefined,
    @Caller() caller: Principal,
  ): Promise<TaskView> {
    return viewTask(await this.tasks.step(id, 'resume', { caller, version }));
  }

  /** Confirms that what was done did resolve it. */
  @Post('verification')
  @Allow('task.verify')
  async verify(
    @IdParam('task') id: string,
    @IfMatch() version: number | undefined,
    @Caller() caller: Principal,
  ): Promise<TaskView> {
    return viewTask(await this.tasks.step(id, 'verify', { caller, version }));
  }
}
