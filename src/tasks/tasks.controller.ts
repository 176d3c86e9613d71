import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { Allow } from '../platform/http/route.js';
import { TaskFilter, TaskPage, TaskView, viewTask } from './tasks.dto.js';
import { TasksQueries } from './tasks.queries.js';

@ApiTags('Tasks')
@Controller('v1/tasks')
export class TasksController {
  constructor(private readonly tasks: TasksQueries) {}

  /** Lists tasks, those to be resolved first at the top. */
  @Get()
  @Allow('task.read')
  async list(@Query() filter: TaskFilter): Promise<TaskPage> {
    const { items, next } = await this.tasks.list(filter);
    return { items: items.map(viewTask), next };
  }

  /** Reads one task. */
  @Get(':id')
  @Allow('task.read')
  async get(@IdParam('task') id: string): Promise<TaskView> {
    return viewTask(await this.tasks.get(id));
  }
}
