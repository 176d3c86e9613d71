import { Column, Entity } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import type { Properties } from '../platform/properties.js';
import type { Answer } from '../surveys/answers.js';

/** The answers of one person in one wave, as far as they have been given. */
@Entity('answer_sheet')
export class AnswerSheet extends TenantRow {
  @Column('uuid')
  waveId: string;

  /** Null where the link was anybody's. */
  @Column('uuid', { nullable: true })
  contactId: string | null;

  @Column('jsonb')
  answers: Record<string, Answer>;

  /** The language they were given in. */
  @Column('text', { nullable: true })
  language: string | null;

  @Column('text')
  channel: string;

  /** What the invitation brought along. */
  @Column('jsonb')
  properties: Properties;

  @Column('timestamptz')
  firstAt: Date;

  @Column('timestamptz')
  changedAt: Date;

  /** When answers that were given but not sent become a response; null when there are none. */
  @Column('timestamptz', { nullable: true })
  restsAt: Date | null;

  /** The response it has become. */
  @Column('uuid', { nullable: true })
  responseId: string | null;

  /** How often the answers were sent. */
  @Column('integer')
  submissions: number;

  @Column('integer')
  version: number;
}
