import { Column, Entity, VersionColumn } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';

/** A team that receives feedback. */
@Entity('department')
export class Department extends TenantRow {
  /** Short name for rules and imports, such as `web`. */
  @Column('text')
  key: string;

  @Column('text')
  name: string;

  /** Whether it receives the detractor responses no rule asks for. Exactly one department does. */
  @Column('boolean')
  isFallback: boolean;

  @Column('timestamptz')
  createdAt: Date;

  @VersionColumn()
  version: number;
}
