import { Column, Entity } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';

/** One request made to deliver, and what came of it. */
@Entity('webhook_attempt')
export class WebhookAttempt extends TenantRow {
  @Column('uuid')
  deliveryId: string;

  /** 1 for the first of the schedule, which a replay begins anew. */
  @Column('integer')
  attempt: number;

  @Column('timestamptz')
  at: Date;

  /** Null when there was no answer. */
  @Column('integer', { nullable: true })
  status: number | null;

  @Column('integer')
  durationMs: number;

  /** Why there was no answer. */
  @Column('text', { nullable: true })
  error: string | null;

  @Column('text', { nullable: true })
  responseExcerpt: string | null;
}
