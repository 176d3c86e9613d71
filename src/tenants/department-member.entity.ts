import { Column, Entity } from 'typeorm';
import { TenantRow } from '../platform/database/tenant-row.js';

/** A member works in a department. */
@Entity('department_member')
export class DepartmentMember extends TenantRow {
  @Column('uuid')
  departmentId: string;

  @Column('uuid')
  memberId: string;
}
