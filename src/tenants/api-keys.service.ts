import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { NotFound } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import { type Page, type PageQuery } from '../platform/http/page.js';
import { pageById } from '../platform/http/page-by-id.js';
import { newId } from '../platform/ids.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import { ApiKey } from './api-key.entity.js';
import { formatToken } from './api-key-token.js';
import { CredentialsService } from './credentials.service.js';
import { Member } from './member.entity.js';
import { isScope } from './permissions.js';
import { ExpiryPassed, ScopeUnknown } from './tenants.errors.js';
import { ApiKeyIssued, ApiKeyRevoked } from './tenants.events.js';

interface NewApiKey {
  name: string;
  scopes: string[];
  memberId?: string | null;
  expiresAt?: Date | null;
}

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly credentials: CredentialsService,
  ) {}

  list(query: PageQuery): Promise<Page<ApiKey>> {
    return pageById(this.database.repository(ApiKey), query);
  }

  /** Makes a key. Its token is known here and now, and never again. */
  async issue({
    name,
    scopes,
    memberId = null,
    expiresAt = null,
  }: NewApiKey): Promise<{ key: ApiKey; token: string }> {
    const unknown = scopes.find((scope) => !isScope(scope));
    if (unknown !== undefined) throw new ScopeUnknown(unknown);
    const now = this.clock.now();
    if (expiresAt && expiresAt <= now) throw new ExpiryPassed();
    if (memberId) await this.assertActive(memberId);
    const { key, secret } = ApiKey.issue({ id: newId(), name, memberId, scopes, expiresAt, createdAt: now });
    await this.database.repository(ApiKey).insert(key);
    this.events.record(new ApiKeyIssued(key.id, scopes));
    return { key, token: formatToken({ tenantId: currentTransaction().tenantId, keyId: key.id, secret }) };
  }

  async revoke(id: string): Promise<ApiKey> {
    const key = await this.database.repository(ApiKey).lockOne({ id });
    if (!key) throw NotFound.of('api_key', id);
    key.revoke(this.clock.now());
    await this.database.repository(ApiKey).save(key);
    this.events.record(new ApiKeyRevoked(id));
    this.credentials.forget();
    return key;
  }

  private async assertActive(memberId: string): Promise<void> {
    const member = await this.database.repository(Member).findOne({ id: memberId });
    if (!member) throw NotFound.of('member', memberId);
    member.assertActive();
  }
}
