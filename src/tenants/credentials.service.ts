import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Principal } from '../platform/http/principal.js';
import { Remembered } from '../platform/remembered.js';
import { isSecretOf, parseToken } from './api-key-token.js';
import { actionsOf, PERMISSIONS, type Role } from './permissions.js';

/**
 * How long a checked key is believed without asking the database, in milliseconds. A revocation made
 * through another API process takes effect within this time; one made here, at once.
 */
const BELIEVED_MS = 5_000;
/** Keys remembered at a time. */
const REMEMBERED_KEYS = 10_000;

interface KeyRow {
  secretHash: Buffer;
  expiresAt: Date | null;
  scopes: string[];
  memberId: string | null;
  role: Role | null;
  departmentIds: string[];
}

interface Believed {
  principal: Principal;
  expiresAt: Date | null;
}

/** Tells who a bearer token speaks for. */
@Injectable()
export class CredentialsService {
  private readonly believed = new Remembered<Believed>(BELIEVED_MS, REMEMBERED_KEYS);

  constructor(private readonly database: Database) {}

  /** The principal of a token; null when it is malformed, unknown, expired, revoked or its member left. */
  async principalOf(token: string): Promise<Principal | null> {
    const known = this.believed.get(token);
    if (known && !isOver(known.expiresAt)) return known.principal;
    const parsed = parseToken(token);
    if (!parsed) return null;
    const { tenantId, keyId, secret } = parsed;
    const row = await this.database.inTenant(tenantId, () => this.findKey(keyId, secret));
    if (!row) return null;
    const principal = asPrincipal(tenantId, keyId, row);
    this.believed.set(token, { principal, expiresAt: row.expiresAt });
    return principal;
  }

  /** With the open transaction's commit, stops believing any key in this process: revocations are rare. */
  forget(): void {
    this.database.afterCommit(() => this.believed.clear());
  }

  private async findKey(keyId: string, secret: string): Promise<KeyRow | null> {
    const [row] = await this.database.query<KeyRow>(FIND_KEY, [keyId]);
    if (!row || !isSecretOf(secret, row.secretHash)) return null;
    await this.database.query(TOUCH_KEY, [keyId]);
    return row;
  }
}

const FIND_KEY = `
  select k.secret_hash as "secretHash", k.expires_at as "expiresAt", k.scopes, k.member_id as "memberId", m.role,
         array(select d.department_id from department_member d
                where d.tenant_id = k.tenant_id and d.member_id = k.member_id) as "departmentIds"
    from api_key k left join member m on m.tenant_id = k.tenant_id and m.id = k.member_id
   where k.tenant_id = $1 and k.id = $2 and k.revoked_at is null
     and (k.expires_at is null or k.expires_at > now()) and m.deactivated_at is null`;

const TOUCH_KEY = `
  update api_key set last_used_at = now()
   where tenant_id = $1 and id = $2 and (last_used_at is null or last_used_at < now() - interval '1 minute')`;

function isOver(expiresAt: Date | null): boolean {
  return expiresAt !== null && expiresAt.getTime() <= Date.now();
}

function asPrincipal(
  tenantId: string,
  keyId: string,
  { scopes, memberId, role, departmentIds }: KeyRow,
): Principal {
  const scoped = actionsOf(scopes);
  const allowed = new Set<string>(
    role ? scoped.filter((action) => PERMISSIONS[role].includes(action)) : scoped,
  );
  return {
    tenantId,
    actor: memberId ? { type: 'member', id: memberId } : { type: 'api_key', id: keyId },
    may: (action) => allowed.has(action),
    member: memberId && role ? { id: memberId, role, departmentIds } : null,
  };
}
