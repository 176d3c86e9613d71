import { Column, Entity } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import { RootCauseAlreadyRetired } from './tasks.errors.js';

/** Why something happened, in the tenant's own words. */
@Entity('root_cause')
export class RootCause extends TenantRow {
  /** Short name for integrations and reports, such as `billing_error`. */
  @Column('text')
  key: string;

  @Column('text')
  name: string;

  @Column('timestamptz')
  createdAt: Date;

  /** Since when no resolution names it any more; those that did keep it. */
  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;

  retire(now: Date): void {
    if (this.retiredAt) throw new RootCauseAlreadyRetired(this.id);
    this.retiredAt = now;
  }
}
