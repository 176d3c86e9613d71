import { isDeepStrictEqual } from 'node:util';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import type { Properties } from '../platform/http/properties.js';
import type { Answer, AnswersRead } from '../surveys/answers.js';
import type { Category } from '../surveys/score.js';

/** What came back from one person for one survey. Only that person changes it: what follows from it is the loop's. */
@Entity('response')
export class Response extends TenantRow {
  @Column('uuid')
  surveyId: string;

  /** The version of the survey the answers were given to. */
  @Column('integer')
  surveyVersion: number;

  /** The sender's own id of it; unique within the survey. */
  @Column('text', { nullable: true })
  externalId: string | null;

  @Column('uuid', { nullable: true })
  contactId: string | null;

  @Column('uuid', { nullable: true })
  accountId: string | null;

  /** The answer to the survey's main question. */
  @Column('smallint', { nullable: true })
  score: number | null;

  @Column('text', { nullable: true })
  category: Category | null;

  @Column('jsonb')
  answers: Record<string, Answer>;

  @Column('text', { nullable: true })
  channel: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('jsonb')
  properties: Properties;

  /** The wave it was asked in; null when it came by itself. */
  @Column('uuid', { nullable: true })
  waveId: string | null;

  /** The import that brought it; null when it came by itself. */
  @Column('uuid', { nullable: true })
  importId: string | null;

  /** When the person answered, as the sender says. */
  @Column('timestamptz')
  respondedAt: Date;

  @Column('timestamptz')
  receivedAt: Date;

  /** 1 as it was received, then one more each time it was corrected. */
  @Column('integer')
  revision: number;

  /** When the person corrected it last. */
  @Column('timestamptz', { nullable: true })
  correctedAt: Date | null;

  /** Puts other answers in the place of these. Returns whether anything is different now. */
  correct({ answers, score, category }: AnswersRead, language: string | null, now: Date): boolean {
    if (isDeepStrictEqual(answers, this.answers) && language === this.language) return false;
    Object.assign(this, { answers, score, category, language, correctedAt: now });
    this.revision += 1;
    return true;
  }
}
