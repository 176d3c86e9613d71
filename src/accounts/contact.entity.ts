import { Column, Entity, VersionColumn } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import { given } from '../platform/given.js';
import type { Properties } from '../platform/properties.js';
import { ContactIsNobody } from './accounts.errors.js';
import type { Capacity } from './capacity.js';
import { emailKey } from './recognition.js';

export interface ContactChanges {
  accountId?: string | null;
  externalId?: string | null;
  email?: string | null;
  name?: string | null;
  capacity?: Capacity | null;
  language?: string | null;
  timeZone?: string | null;
  properties?: Properties;
}

/** A person at an account, or one whose account is not known. */
@Entity('contact')
export class Contact extends TenantRow {
  @Column('uuid', { nullable: true })
  accountId: string | null;

  /** What the tenant's other systems call the person. */
  @Column('text', { nullable: true })
  externalId: string | null;

  /** In the form `emailKey` gives it, so that one address is one contact whatever its case. */
  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  capacity: Capacity | null;

  /** A BCP 47 tag, such as `de` or `pt-BR`. */
  @Column('text', { nullable: true })
  language: string | null;

  /** IANA name, such as `Europe/Berlin`: by whose clock they are written to. */
  @Column('text', { nullable: true })
  timeZone: string | null;

  @Column('jsonb')
  properties: Properties;

  @Column('timestamptz')
  createdAt: Date;

  @VersionColumn()
  version: number;

  static of(id: string, fields: ContactChanges, createdAt: Date): Contact {
    const unknown = {
      accountId: null,
      externalId: null,
      email: null,
      name: null,
      capacity: null,
      language: null,
      timeZone: null,
    };
    const contact = Object.assign(new Contact(), unknown, { id, properties: {}, createdAt, version: 1 });
    contact.change(fields);
    return contact;
  }

  change(changes: ContactChanges): void {
    Object.assign(this, given(changes));
    if (this.email !== null) this.email = emailKey(this.email);
    if (this.externalId === null && this.email === null && this.name === null) throw new ContactIsNobody();
  }
}
