import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../src/platform/database/tenant-table.js';

const PRIORITY = `priority in ('low', 'normal', 'high', 'urgent')`;

/** Loops, the departments' tasks in them, what was written about both, and the causes a tenant tells apart. */
export class Tasks1790000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOOP);
    await runner.query(
      'create index loop_by_contact on loop (tenant_id, contact_id, id) where contact_id is not null',
    );
    await runner.query(
      'create index loop_by_account on loop (tenant_id, account_id, id) where account_id is not null',
    );
    await runner.query('create index loop_due on loop (tenant_id, due_at) where due_at is not null');
    await runner.query(ROOT_CAUSE);
    await runner.query(TASK);
    await runner.query('create index task_due on task (tenant_id, resolve_due_at, id)');
    await runner.query(
      'create index task_by_department on task (tenant_id, department_id, resolve_due_at, id)',
    );
    await runner.query(
      'create index task_by_assignee on task (tenant_id, assignee_id, resolve_due_at, id) where assignee_id is not null',
    );
    await runner.query(TASK_TURN);
    await runner.query(TASK_NOTE);
    await runner.query('create index task_note_by_task on task_note (tenant_id, task_id, id)');
    await runner.query(CUSTOMER_ANSWER);
    await runner.query('create index customer_answer_by_loop on customer_answer (tenant_id, loop_id, id)');
  }

  down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const LOOP = tenantTable({
  name: 'loop',
  columns: [
    'response_id uuid not null',
    'contact_id uuid',
    'account_id uuid',
    'answerable boolean not null',
    'priority text not null',
    'state text not null',
    'opened_at timestamptz not null',
    'due_at timestamptz',
    'answered_at timestamptz',
    'closed_at timestamptz',
    'constraint loop_response unique (tenant_id, response_id)',
    'constraint loop_of_response foreign key (tenant_id, response_id) references response (tenant_id, id)',
    `constraint loop_priority check (${PRIORITY})`,
    `constraint loop_state check (state in ('open', 'closed'))`,
    `constraint loop_closed_at check ((state = 'closed') = (closed_at is not null))`,
  ],
  grants: ['select', 'insert', 'update'],
});

const ROOT_CAUSE = tenantTable({
  name: 'root_cause',
  columns: [
    'key text not null',
    'name text not null',
    'created_at timestamptz not null',
    'retired_at timestamptz',
    'constraint root_cause_key unique (tenant_id, key)',
  ],
  grants: ['select', 'insert', 'update'],
});

const TASK = tenantTable({
  name: 'task',
  columns: [
    'loop_id uuid not null',
    'response_id uuid not null',
    'department_id uuid not null',
    'state text not null',
    'priority text not null',
    'assignee_id uuid',
    'reasons jsonb not null',
    'acknowledge_minutes integer not null',
    'resolve_minutes integer not null',
    'opened_at timestamptz not null',
    'acknowledge_due_at timestamptz not null',
    'resolve_due_at timestamptz not null',
    'acknowledged_at timestamptz',
    'finished_at timestamptz',
    'root_cause text',
    'action text',
    'customer_message text',
    'resolved_by uuid',
    'waiver_reason text',
    'reopen_count integer not null',
    'version integer not null',
    'constraint task_department unique (tenant_id, loop_id, department_id)',
    'constraint task_loop foreign key (tenant_id, loop_id) references loop (tenant_id, id)',
    `constraint task_of_department foreign key (tenant_id, department_id) references department (tenant_id, id)`,
    'constraint task_assignee foreign key (tenant_id, assignee_id) references member (tenant_id, id)',
    'constraint task_resolved_by foreign key (tenant_id, resolved_by) references member (tenant_id, id)',
    'constraint task_root_cause foreign key (tenant_id, root_cause) references root_cause (tenant_id, key)',
    `constraint task_priority check (${PRIORITY})`,
    `constraint task_state check (state in
       ('open', 'acknowledged', 'in_progress', 'waiting_on_customer', 'resolved', 'verified', 'waived'))`,
    `constraint task_finished_at check ((state in ('resolved', 'verified', 'waived')) = (finished_at is not null))`,
  ],
  grants: ['select', 'insert', 'update'],
});

/** Whose turn it was last in each department; locked while tasks are given out. */
const TASK_TURN = tenantTable({
  name: 'task_turn',
  primaryKey: ['department_id'],
  columns: [
    'department_id uuid not null',
    'last_member_id uuid',
    `constraint task_turn_department foreign key (tenant_id, department_id) references department (tenant_id, id)`,
    'constraint task_turn_member foreign key (tenant_id, last_member_id) references member (tenant_id, id)',
  ],
  grants: ['select', 'insert', 'update'],
});

const TASK_NOTE = tenantTable({
  name: 'task_note',
  columns: [
    'task_id uuid not null',
    'kind text not null',
    'body text not null',
    'author_type text not null',
    'author_id uuid',
    'written_at timestamptz not null',
    'constraint task_note_task foreign key (tenant_id, task_id) references task (tenant_id, id)',
    `constraint task_note_kind check (kind in ('note', 'resolution', 'waiver', 'reopening'))`,
  ],
  grants: ['select', 'insert'], // what was written is never rewritten
});

const CUSTOMER_ANSWER = tenantTable({
  name: 'customer_answer',
  columns: [
    'loop_id uuid not null',
    'task_id uuid',
    'message text not null',
    'channel text',
    'author_type text not null',
    'author_id uuid',
    'answered_at timestamptz not null',
    'constraint customer_answer_loop foreign key (tenant_id, loop_id) references loop (tenant_id, id)',
    'constraint customer_answer_task foreign key (tenant_id, task_id) references task (tenant_id, id)',
  ],
  grants: ['select', 'insert'],
});
