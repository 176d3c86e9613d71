import { Column, Entity, VersionColumn } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import { given } from '../platform/given.js';
import type { Properties } from '../platform/properties.js';
import { nameKey } from './recognition.js';

export interface AccountChanges {
  externalId?: string | null;
  name?: string;
  ownerMemberId?: string | null;
  properties?: Properties;
}

/** A customer company, or the tenant itself with its employees. */
@Entity('account')
export class Account extends TenantRow {
  /** What the tenant's other systems call it. */
  @Column('text', { nullable: true })
  externalId: string | null;

  @Column('text')
  name: string;

  /** The name as it is compared. Alone it tells accounts without an external id apart. */
  @Column('text')
  nameKey: string;

  /** The member who looks after it. */
  @Column('uuid', { nullable: true })
  ownerMemberId: string | null;

  /** Whether it is the tenant itself; its contacts are the employees. */
  @Column('boolean')
  isInternal: boolean;

  @Column('jsonb')
  properties: Properties;

  @Column('timestamptz')
  createdAt: Date;

  @VersionColumn()
  version: number;

  static of(
    fields: AccountChanges & Pick<Account, 'id' | 'name' | 'isInternal'> & { createdAt: Date },
  ): Account {
    const unknown = { externalId: null, ownerMemberId: null, properties: {} };
    const account = Object.assign(new Account(), unknown, { version: 1 });
    account.change(fields);
    return account;
  }

  change(changes: AccountChanges): void {
    Object.assign(this, given(changes));
    this.nameKey = nameKey(this.name);
  }
}
