import { Column, Entity, VersionColumn } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';
import type { Condition } from './condition.js';
import type { Assignment, Priority, Rule } from './route.js';
import type { RuleDraft } from './rule-draft.js';

/** A condition over a response, and the departments it then goes to. Rules are asked in the order of their places. */
@Entity('routing_rule')
export class RoutingRule extends TenantRow implements Rule {
  /** 1, 2, 3, … without gaps. Not part of the version: moving other rules makes no edit of this one stale. */
  @Column('integer')
  position: number;

  @Column('text')
  name: string;

  @Column('boolean')
  enabled: boolean;

  @Column('jsonb')
  condition: Condition;

  @Column('text')
  priority: Priority;

  @Column('text')
  assignment: Assignment;

  @Column('integer', { nullable: true })
  acknowledgeMinutes: number | null;

  @Column('integer', { nullable: true })
  resolveMinutes: number | null;

  @Column('boolean')
  stop: boolean;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  changedAt: Date;

  @VersionColumn()
  version: number;

  /** Kept as rows of their own, so that the database knows them to exist. */
  departmentIds: string[];

  static create(rule: Rule, position: number, now: Date): RoutingRule {
    return Object.assign(new RoutingRule(), rule, { position, createdAt: now, changedAt: now, version: 1 });
  }

  /** Takes on what the changes name and keeps the rest. */
  change(changes: Partial<RuleDraft>, now: Date): void {
    const named = Object.entries(changes).filter(([, value]) => value !== undefined);
    Object.assign(this, Object.fromEntries(named), { changedAt: now });
  }
}
