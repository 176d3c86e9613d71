import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ResponsesModule } from '../responses/responses.module.js';
import { RoutingModule } from '../routing/routing.module.js';
import { TenantsModule } from '../tenants/tenants.module.js';
import { AssigneesService } from './assignees.service.js';
import { CustomerAnswer } from './customer-answer.entity.js';
import { LoopOpeningQueries } from './loop-opening.queries.js';
import { LoopOpeningService } from './loop-opening.service.js';
import { Loop } from './loop.entity.js';
import { LoopsController } from './loops.controller.js';
import { LoopsQueries } from './loops.queries.js';
import { LoopsService } from './loops.service.js';
import { NotesService } from './notes.service.js';
import { RootCause } from './root-cause.entity.js';
import { RootCausesController } from './root-causes.controller.js';
import { RootCausesService } from './root-causes.service.js';
import { TaskAssignmentController } from './task-assignment.controller.js';
import { TaskChanges } from './task-changes.service.js';
import { TaskNote } from './task-note.entity.js';
import { TaskNotesController } from './task-notes.controller.js';
import { TaskOutcomesController } from './task-outcomes.controller.js';
import { TaskOutcomesService } from './task-outcomes.service.js';
import { TaskStepsController } from './task-steps.controller.js';
import { Task } from './task.entity.js';
import { TasksController } from './tasks.controller.js';
import { TasksQueries } from './tasks.queries.js';
import { TasksReactions } from './tasks.reactions.js';
import { TasksService } from './tasks.service.js';

/** Loops and the departments' tasks in them, from their opening until the customer was answered. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Loop, Task, TaskNote, CustomerAnswer, RootCause]),
    TenantsModule,
    AccountsModule,
    ResponsesModule,
    RoutingModule,
  ],
  controllers: [
    LoopsController,
    TasksController,
    TaskStepsController,
    TaskOutcomesController,
    TaskAssignmentController,
    TaskNotesController,
    RootCausesController,
  ],
  providers: [
    LoopOpeningService,
    LoopOpeningQueries,
    AssigneesService,
    LoopsService,
    LoopsQueries,
    TaskChanges,
    TasksService,
    TasksQueries,
    TaskOutcomesService,
    NotesService,
    RootCausesService,
    TasksReactions,
  ],
})
export class TasksModule {}
