import { Column, Entity } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';

/** One company using Heed. Its `id` is its `tenantId`. */
@Entity('tenant')
export class Tenant extends TenantRow {
  @Column('text')
  name: string;

  @Column('timestamptz')
  createdAt: Date;

  static create(id: string, name: string, now: Date): Tenant {
    return Object.assign(new Tenant(), { id, name, createdAt: now });
  }
}
