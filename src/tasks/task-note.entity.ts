import { Column, Entity } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { TenantRow } from '../platform/database/tenant-row.js';

/** A remark, or what was written when the task was resolved, waived or reopened. */
export const NOTE_KINDS = ['note', 'resolution', 'waiver', 'reopening'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** Something written about a task. All of them together are its record, and none is ever changed. */
@Entity('task_note')
export class TaskNote extends TenantRow {
  @Column('uuid')
  taskId: string;

  @Column('text')
  kind: NoteKind;

  @Column('text')
  body: string;

  @Column('text')
  authorType: Actor['type'];

  @Column('uuid', { nullable: true })
  authorId: string | null;

  @Column('timestamptz')
  writtenAt: Date;
}
