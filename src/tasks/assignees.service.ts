import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Assignment } from '../routing/route.js';
import { DepartmentsService } from '../tenants/departments.service.js';
import { roundRobin } from './assignment.js';

/** A task that is to be given to someone. */
export interface Unassigned {
  departmentId: string;
  assignment: Assignment;
  /** Who looks after the account the response came from. */
  accountOwnerId: string | null;
}

/** Gives new tasks to active members of their departments. */
@Injectable()
export class AssigneesService {
  constructor(
    private readonly database: Database,
    private readonly departments: DepartmentsService,
  ) {}

  /**
   * Who gets each task, in the order given. An account's owner gets it when they work in the department,
   * else whoever's turn it is there. Null where nobody is to have it, or the department has no active member.
   */
  async choose(tasks: Unassigned[]): Promise<(string | null)[]> {
    const members = await this.departments.activeMemberIds(tasks.map(({ departmentId }) => departmentId));
    const ownerOf = ({ departmentId, assignment, accountOwnerId }: Unassigned) => {
      if (assignment !== 'account_owner' || accountOwnerId === null) return null;
      return members.get(departmentId)?.includes(accountOwnerId) ? accountOwnerId : null;
    };
    const inTurn = new Set(tasks.filter((task) => task.assignment !== 'none' && ownerOf(task) === null));
    const turns = await this.lockTurns([...inTurn].map(({ departmentId }) => departmentId));
    const chosen = tasks.map((task) => {
      if (!inTurn.has(task)) return ownerOf(task);
      const next = roundRobin(members.get(task.departmentId) ?? [], turns.get(task.departmentId) ?? null);
      if (next !== null) turns.set(task.departmentId, next);
      return next;
    });
    await this.saveTurns(turns);
    return chosen;
  }

  /** Whose turn it was last, by department. Others wait, always in the same order, until this transaction ends. */
  private async lockTurns(departmentIds: string[]): Promise<Map<string, string | null>> {
    if (departmentIds.length === 0) return new Map();
    const rows = await this.database.query<{ departmentId: string; lastMemberId: string | null }>(
      `insert into task_turn as t (tenant_id, department_id)
       select $1, d.id from unnest($2::uuid[]) d (id) order by d.id
       on conflict (tenant_id, department_id) do update set last_member_id = t.last_member_id
       returning department_id as "departmentId", last_member_id as "lastMemberId"`,
      [[...new Set(departmentIds)]],
    );
    return new Map(rows.map((row) => [row.departmentId, row.lastMemberId]));
  }

  private async saveTurns(turns: Map<string, string | null>): Promise<void> {
    if (turns.size === 0) return;
    await this.database.query(
      `update task_turn t set last_member_id = n.member_id
         from unnest($2::uuid[], $3::uuid[]) n (department_id, member_id)
        where t.tenant_id = $1 and t.department_id = n.department_id`,
      [[...turns.keys()], [...turns.values()]],
    );
  }
}
