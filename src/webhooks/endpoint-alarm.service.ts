import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Mail } from '../platform/mail.js';
import { MembersService } from '../tenants/members.service.js';
import { letterOf } from './endpoint-alarm.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';

/** Writes to the tenant's owners that Heed no longer sends to one of their endpoints. */
@Injectable()
export class EndpointAlarmService {
  constructor(
    private readonly database: Database,
    private readonly members: MembersService,
    private readonly mail: Mail,
  ) {}

  /** `id` names the alarm. Nothing is sent when the endpoint is enabled again or deleted by now, or Heed has no mail server. */
  async raise(tenantId: string, id: string, endpointId: string): Promise<void> {
    if (!this.mail.isConfigured) return;
    const letter = await this.database.inTenant(tenantId, () => this.write(endpointId), { readOnly: true });
    if (letter) await this.mail.send({ id, ...letter });
  }

  private async write(endpointId: string) {
    const endpoint = await this.database.repository(WebhookEndpoint).findOne({ id: endpointId });
    if (!endpoint || endpoint.deletedAt || !endpoint.disabledAt) return null;
    const owners = await this.members.owners();
    return { to: owners.map(({ email }) => email), ...letterOf(endpoint) };
  }
}
