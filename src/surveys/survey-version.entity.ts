import { Column, Entity } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import type { SurveyDefinition } from './definition.js';

/** What a survey asked at one time. Never changes: responses keep the version they were given to. */
@Entity('survey_version')
export class SurveyVersion extends TenantRow {
  @Column('uuid')
  surveyId: string;

  /** 1, 2, 3, … */
  @Column('integer')
  number: number;

  @Column('jsonb')
  definition: SurveyDefinition;

  @Column('timestamptz')
  createdAt: Date;
}
