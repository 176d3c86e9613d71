import { Column, Entity } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import type { Decision, Target } from './route.js';

/** Where one response went, and why; decided once, and again only where nobody was to act before a correction. */
@Entity('routing_decision')
export class RoutingDecision extends TenantRow implements Decision {
  @Column('uuid')
  responseId: string;

  @Column('text')
  outcome: Decision['outcome'];

  /** With the reasons as they were then: rules change, a decision does not. */
  @Column('jsonb')
  targets: Target[];

  @Column('timestamptz')
  decidedAt: Date;
}
