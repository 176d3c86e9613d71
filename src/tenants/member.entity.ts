import { Column, Entity, VersionColumn } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import type { Role } from './permissions.js';
import { MemberAlreadyDeactivated, MemberNotActive } from './tenants.errors.js';

/** A person working in a tenant. */
@Entity('member')
export class Member extends TenantRow {
  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text')
  role: Role;

  @Column('timestamptz')
  createdAt: Date;

  /** Since when the person works here no longer; their keys stop working with it. */
  @Column('timestamptz', { nullable: true })
  deactivatedAt: Date | null;

  @VersionColumn()
  version: number;

  get isActive(): boolean {
    return this.deactivatedAt === null;
  }

  /** Whoever left is given nothing new. */
  assertActive(): void {
    if (!this.isActive) throw new MemberNotActive(this.id);
  }

  deactivate(now: Date): void {
    if (!this.isActive) throw new MemberAlreadyDeactivated(this.id);
    this.deactivatedAt = now;
  }
}
