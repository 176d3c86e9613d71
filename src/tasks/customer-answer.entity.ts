import { Column, Entity } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { TenantRow } from '../platform/database/tenant-row.js';

/** What the customer was told, once. */
@Entity('customer_answer')
export class CustomerAnswer extends TenantRow {
  @Column('uuid')
  loopId: string;

  /** The task whose resolution told them; null when they were answered apart from one. */
  @Column('uuid', { nullable: true })
  taskId: string | null;

  @Column('text')
  message: string;

  /** How they were told, such as `phone`. */
  @Column('text', { nullable: true })
  channel: string | null;

  @Column('text')
  authorType: Actor['type'];

  @Column('uuid', { nullable: true })
  authorId: string | null;

  @Column('timestamptz')
  answeredAt: Date;
}
