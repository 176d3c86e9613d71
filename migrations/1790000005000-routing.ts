import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

/** The rules that bring a response to departments, and what they decided. */
export class Routing1790000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      tenantTable({
        name: 'routing_rule',
        columns: [
          'position integer not null',
          'name text not null',
          'enabled boolean not null',
          'condition jsonb not null',
          'priority text not null',
          'assignment text not null',
          'acknowledge_minutes integer',
          'resolve_minutes integer',
          'stop boolean not null',
          'created_at timestamptz not null',
          'changed_at timestamptz not null',
          'version integer not null',
          // Deferrable, so that it is checked after a statement that moves several rules, not after each row.
          'constraint routing_rule_position unique (tenant_id, position) deferrable',
          `constraint routing_rule_priority check (priority in ('low', 'normal', 'high', 'urgent'))`,
          `constraint routing_rule_assignment check (assignment in ('round_robin', 'account_owner', 'none'))`,
        ],
      }),
    );

    await runner.query(
      tenantTable({
        name: 'routing_rule_department',
        primaryKey: ['rule_id', 'department_id'],
        columns: [
          'rule_id uuid not null',
          'department_id uuid not null',
          'position integer not null',
          `constraint routing_rule_department_rule foreign key (tenant_id, rule_id)
             references routing_rule (tenant_id, id) on delete cascade`,
          `constraint routing_rule_department_department foreign key (tenant_id, department_id)
             references department (tenant_id, id)`,
        ],
        grants: ['select', 'insert', 'delete'],
      }),
    );

    await runner.query(
      tenantTable({
        name: 'routing_decision',
        columns: [
          'response_id uuid not null',
          'outcome text not null',
          'targets jsonb not null',
          'decided_at timestamptz not null',
          'constraint routing_decision_response_once unique (tenant_id, response_id)',
          `constraint routing_decision_response foreign key (tenant_id, response_id)
             references response (tenant_id, id)`,
          `constraint routing_decision_outcome check (outcome in ('matched', 'fallback', 'none'))`,
        ],
        grants: ['select', 'insert'], // what was decided is never rewritten
      }),
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
