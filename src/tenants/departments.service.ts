import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { refusing } from '../platform/database/unique.js';
import { NotFound } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import { assertVersion } from '../platform/http/if-match.js';
import { type Page, type PageQuery } from '../platform/http/page.js';
import { pageById } from '../platform/http/page-by-id.js';
import { given } from '../platform/given.js';
import { newId } from '../platform/ids.js';
import { CredentialsService } from './credentials.service.js';
import { Department } from './department.entity.js';
import { DepartmentMember } from './department-member.entity.js';
import { Member } from './member.entity.js';
import { DepartmentKeyTaken } from './tenants.errors.js';
import {
  DepartmentAdded,
  DepartmentChanged,
  DepartmentMemberJoined,
  DepartmentMemberLeft,
} from './tenants.events.js';

interface NewDepartment {
  key: string;
  name: string;
  isFallback?: boolean;
}

@Injectable()
export class DepartmentsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly credentials: CredentialsService,
    private readonly clock: Clock,
  ) {}

  list(query: PageQuery): Promise<Page<Department>> {
    return pageById(this.database.repository(Department), query);
  }

  /** All departments; a tenant has a handful. */
  all(): Promise<Department[]> {
    return this.database.repository(Department).find({}, { order: { id: 'ASC' } });
  }

  async get(id: string): Promise<Department> {
    const department = await this.database.repository(Department).findOne({ id });
    if (!department) throw NotFound.of('department', id);
    return department;
  }

  async add({ key, name, isFallback = false }: NewDepartment): Promise<Department> {
    const department = Object.assign(new Department(), {
      id: newId(),
      key,
      name,
      isFallback,
      createdAt: this.clock.now(),
      version: 1,
    });
    if (isFallback) await this.clearFallback();
    await refusing(
      'department_key',
      () => new DepartmentKeyTaken(key),
      () => this.database.repository(Department).insert(department),
    );
    this.events.record(new DepartmentAdded(department.id));
    return department;
  }

  /** Renames it, or makes it the one that receives what no rule asks for. */
  async change(
    id: string,
    changes: { name?: string; isFallback?: true },
    version?: number,
  ): Promise<Department> {
    const department = await this.database.repository(Department).lockOne({ id });
    if (!department) throw NotFound.of('department', id);
    assertVersion('department', department, version);
    if (changes.isFallback && !department.isFallback) await this.clearFallback();
    Object.assign(department, given(changes));
    this.events.record(new DepartmentChanged(id));
    return this.database.repository(Department).save(department);
  }

  async memberIds(id: string): Promise<string[]> {
    await this.get(id);
    const rows = await this.database
      .repository(DepartmentMember)
      .find({ departmentId: id }, { order: { memberId: 'ASC' } });
    return rows.map((row) => row.memberId);
  }

  /** Active members by department, in a fixed order: those a task may be given to. */
  async activeMemberIds(departmentIds: string[]): Promise<Map<string, string[]>> {
    const rows = await this.database.query<{ departmentId: string; memberIds: string[] }>(
      `select d.department_id as "departmentId", array_agg(d.member_id order by d.member_id) as "memberIds"
         from department_member d join member m on m.tenant_id = d.tenant_id and m.id = d.member_id
        where d.tenant_id = $1 and d.department_id = any($2::uuid[]) and m.deactivated_at is null
        group by d.department_id`,
      [departmentIds],
    );
    return new Map(rows.map((row) => [row.departmentId, row.memberIds]));
  }

  async join(id: string, memberId: string): Promise<void> {
    await this.get(id);
    const member = await this.database.repository(Member).findOne({ id: memberId });
    if (!member) throw NotFound.of('member', memberId);
    member.assertActive();
    const joined = await this.database.query(
      `insert into department_member (tenant_id, id, department_id, member_id) values ($1, $2, $3, $4)
       on conflict do nothing returning id`,
      [newId(), id, memberId],
    );
    if (joined.length > 0) this.events.record(new DepartmentMemberJoined(id, memberId));
    this.credentials.forget();
  }

  async leave(id: string, memberId: string): Promise<void> {
    const left = await this.database.repository(DepartmentMember).delete({ departmentId: id, memberId });
    if (left === 0) throw NotFound.of('department_member', memberId);
    this.events.record(new DepartmentMemberLeft(id, memberId));
    this.credentials.forget();
  }

  /** Until the transaction ends nobody else hands the fallback on: the second of two would not see the first. */
  private async clearFallback(): Promise<void> {
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended($1::text || ' department_fallback', 0))`,
    );
    await this.database.query(
      'update department set is_fallback = false, version = version + 1 where tenant_id = $1 and is_fallback',
    );
  }
}
