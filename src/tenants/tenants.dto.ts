import {
  ArrayMaxSize,
  ArrayNotEmpty,
  Equals,
  IsArray,
  IsEmail,
  IsIn,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { IsInstant } from '../platform/http/instant.js';
import { Omittable } from '../platform/http/omittable.js';
import type { ApiKey } from './api-key.entity.js';
import { tokenPrefix } from './api-key-token.js';
import type { Department } from './department.entity.js';
import type { Member } from './member.entity.js';
import { ROLES, type Role } from './permissions.js';
import type { Tenant } from './tenant.entity.js';

const NAME_LENGTH = 200;
const EMAIL_LENGTH = 254;

export class RenameTenant {
  @IsString()
  @Length(1, NAME_LENGTH)
  name: string;
}

export class AddMember {
  @IsEmail()
  @MaxLength(EMAIL_LENGTH)
  email: string;

  @IsString()
  @Length(1, NAME_LENGTH)
  name: string;

  @IsIn(ROLES)
  role: Role;
}

export class ChangeMember {
  @Omittable()
  @IsString()
  @Length(1, NAME_LENGTH)
  name?: string;

  @Omittable()
  @IsIn(ROLES)
  role?: Role;
}

export class AddDepartment {
  /** Short name for rules and imports: lower-case letters, digits, `-` and `_`. */
  @Matches(/^[a-z0-9][a-z0-9_-]{0,62}$/, {
    message: 'must be lower-case letters, digits, - and _, at most 63',
  })
  key: string;

  @IsString()
  @Length(1, NAME_LENGTH)
  name: string;
}

export class ChangeDepartment {
  @Omittable()
  @IsString()
  @Length(1, NAME_LENGTH)
  name?: string;

  /** `true` makes it the one department that receives detractor responses no rule asks for. */
  @Omittable()
  @Equals(true, { message: 'can only be true: name another department to take it away from this one' })
  isFallback?: true;
}

export class IssueApiKey {
  @IsString()
  @Length(1, NAME_LENGTH)
  name: string;

  /** What the key may do: an action (`task.work`), all of a noun (`task.*`), a verb of all (`*.read`) or `*`. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  scopes: string[];

  /** The member it acts as, whose role then limits it as well. */
  @Omittable()
  @IsUUID()
  memberId?: string;

  /** When it stops working. Never, when left out. */
  @Omittable()
  @IsInstant()
  expiresAt?: string;
}

export class TenantView {
  id: string;
  name: string;
  createdAt: Date;
}

export class MemberView {
  id: string;
  email: string;
  name: string;
  role: Role;
  createdAt: Date;
  deactivatedAt: Date | null;
  version: number;
}

export class MemberPage {
  items: MemberView[];
  next: string | null;
}

export class DepartmentView {
  id: string;
  key: string;
  name: string;
  /** Whether it receives detractor responses no rule asks for. */
  isFallback: boolean;
  createdAt: Date;
  version: number;
}

export class DepartmentPage {
  items: DepartmentView[];
  next: string | null;
}

export class DepartmentMembersView {
  memberIds: string[];
}

export class ApiKeyView {
  id: string;
  name: string;
  /** How the key begins; enough to tell keys apart, not to use one. */
  prefix: string;
  scopes: string[];
  memberId: string | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  /** To the minute. */
  lastUsedAt: Date | null;
  createdAt: Date;
}

export class ApiKeyPage {
  items: ApiKeyView[];
  next: string | null;
}

export class IssuedApiKeyView extends ApiKeyView {
  /** The whole key. Shown this once; only its hash is kept. */
  token: string;
}

export class CallerView {
  tenantId: string;
  /** The member the key acts as, if any. */
  memberId: string | null;
  role: string | null;
  /** What the key may do. */
  permissions: string[];
}

export function viewTenant({ id, name, createdAt }: Tenant): TenantView {
  return { id, name, createdAt };
}

export function viewMember({ id, email, name, role, createdAt, deactivatedAt, version }: Member): MemberView {
  return { id, email, name, role, createdAt, deactivatedAt, version };
}

export function viewDepartment({
  id,
  key,
  name,
  isFallback,
  createdAt,
  version,
}: Department): DepartmentView {
  return { id, key, name, isFallback, createdAt, version };
}

export function viewApiKey(key: ApiKey): ApiKeyView {
  const { tenantId, id, name, scopes, memberId, expiresAt, revokedAt, lastUsedAt, createdAt } = key;
  const prefix = tokenPrefix(tenantId, id);
  return { id, name, prefix, scopes, memberId, expiresAt, revokedAt, lastUsedAt, createdAt };
}
