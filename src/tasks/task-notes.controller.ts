import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { IfMatch } from '../platform/http/if-match.js';
import { PageQuery } from '../platform/http/page.js';
import { Caller, type Principal } from '../platform/http/principal.js';
import { Allow } from '../platform/http/route.js';
import { NotesService } from './notes.service.js';
import { NotePage, NoteView, viewNote, WriteNote } from './task-notes.dto.js';
import { TasksQueries } from './tasks.queries.js';
import { TasksService } from './tasks.service.js';

@ApiTags('Tasks')
@Controller('v1/tasks/:id/notes')
export class TaskNotesController {
  constructor(
    private readonly tasks: TasksService,
    private readonly queries: TasksQueries,
    private readonly notes: NotesService,
  ) {}

  /** Lists everything that was written about a task, in the order it was written. */
  @Get()
  @Allow('task.read')
  async list(@IdParam('task') id: string, @Query() query: PageQuery): Promise<NotePage> {
    await this.queries.get(id);
    const { items, next } = await this.notes.list(id, query);
    return { items: items.map(viewNote), next };
  }

  /** Adds a remark. */
  @Post()
  @Allow('task.work')
  async write(
    @IdParam('task') id: string,
    @Body() { body }: WriteNote,
    @IfMatch() version: number | undefined,
    @Caller() caller: Principal,
  ): Promise<NoteView> {
    return viewNote(await this.tasks.note(id, body, { caller, version }));
  }
}
