import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { TenantDirectory } from '../platform/database/tenant-directory.js';
import { NotFound } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import { newId } from '../platform/ids.js';
import { ApiKeysService } from './api-keys.service.js';
import { DepartmentsService } from './departments.service.js';
import { MembersService } from './members.service.js';
import { Tenant } from './tenant.entity.js';
import { TenantCreated } from './tenants.events.js';

interface NewTenant {
  name: string;
  ownerEmail: string;
  ownerName: string;
}

/** The departments a new tenant begins with; the one marked takes what no rule asks for. */
const FIRST_DEPARTMENTS = [
  { key: 'product', name: 'Product' },
  { key: 'marketing', name: 'Marketing' },
  { key: 'support', name: 'Support', isFallback: true },
  { key: 'web', name: 'Web team' },
];

@Injectable()
export class TenantsService {
  constructor(
    private readonly database: Database,
    private readonly directory: TenantDirectory,
    private readonly members: MembersService,
    private readonly departments: DepartmentsService,
    private readonly apiKeys: ApiKeysService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Sets up a company with its owner, first departments and an API key of the owner, all or nothing. */
  create({ name, ownerEmail, ownerName }: NewTenant): Promise<{ tenantId: string; apiKey: string }> {
    const tenantId = newId();
    const work = async () => {
      await this.directory.add();
      await this.database.repository(Tenant).insert(Tenant.create(tenantId, name, this.clock.now()));
      this.events.record(new TenantCreated(tenantId));
      const owner = await this.members.add({ email: ownerEmail, name: ownerName, role: 'owner' });
      for (const department of FIRST_DEPARTMENTS) await this.departments.add(department);
      const { token } = await this.apiKeys.issue({ name: 'First key', scopes: ['*'], memberId: owner.id });
      return { tenantId, apiKey: token };
    };
    return this.database.inTenant(tenantId, work, { actor: OPERATOR });
  }

  async current(): Promise<Tenant> {
    const tenant = await this.database.repository(Tenant).findOne({});
    if (!tenant) throw new NotFound('tenant.not_found', 'This tenant does not exist.');
    return tenant;
  }

  async rename(name: string): Promise<Tenant> {
    const tenant = await this.current();
    tenant.name = name;
    return this.database.repository(Tenant).save(tenant);
  }
}
