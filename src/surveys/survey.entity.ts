import { Column, Entity, VersionColumn } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';

/** A questionnaire and its name. What it asks is in its versions. */
@Entity('survey')
export class Survey extends TenantRow {
  /** How integrations and rules call it, such as `nps`. */
  @Column('text')
  key: string;

  @Column('text')
  name: string;

  /** Number of the version that new responses are given to. */
  @Column('integer')
  currentVersion: number;

  @Column('timestamptz')
  createdAt: Date;

  @VersionColumn()
  version: number;
}
