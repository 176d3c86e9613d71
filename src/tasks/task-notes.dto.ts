import { IsString, Length, Matches } from 'class-validator';
import type { Actor } from '../platform/actor.js';
import type { NoteKind, TaskNote } from './task-note.entity.js';

/** Longest note, in characters. */
const BODY_LENGTH = 10_000;

export class WriteNote {
  @IsString()
  @Length(1, BODY_LENGTH)
  @Matches(/\S/, { message: 'must not be blank' })
  body: string;
}

export class NoteView {
  id: string;
  taskId: string;
  /** `note` for a remark; else what was written when the task was resolved, waived or reopened. */
  kind: NoteKind;
  body: string;
  authorType: Actor['type'];
  /** The member or API key that wrote it. */
  authorId: string | null;
  writtenAt: Date;
}

export class NotePage {
  items: NoteView[];
  next: string | null;
}

export function viewNote({ id, taskId, kind, body, authorType, authorId, writtenAt }: TaskNote): NoteView {
  return { id, taskId, kind, body, authorType, authorId, writtenAt };
}
