import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import type { Page, PageQuery } from '../platform/http/page.js';
import { pageById } from '../platform/http/page-by-id.js';
import { newId } from '../platform/ids.js';
import { type NoteKind, TaskNote } from './task-note.entity.js';

/** The written record of tasks. */
@Injectable()
export class NotesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(taskId: string, query: PageQuery): Promise<Page<TaskNote>> {
    return pageById(this.database.repository(TaskNote), query, { taskId });
  }

  async write(taskId: string, kind: NoteKind, body: string): Promise<TaskNote> {
    const { type: authorType, id: authorId } = currentTransaction().actor;
    const fields = { id: newId(), taskId, kind, body, authorType, authorId, writtenAt: this.clock.now() };
    const note = Object.assign(new TaskNote(), fields);
    await this.database.repository(TaskNote).insert(note);
    return note;
  }
}
