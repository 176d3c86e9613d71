import { randomBytes } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Config } from '../config.js';
import { Clock } from '../platform/clock.js';
import { CONFIG } from '../platform/config.module.js';
import { Database } from '../platform/database/database.js';
import { NotFound } from '../platform/errors.js';
import { publishedTypes } from '../platform/events/event.js';
import { Events } from '../platform/events/events.js';
import { OutboundRequestFailed } from '../platform/http/guarded-fetch.errors.js';
import { assertVersion } from '../platform/http/if-match.js';
import { type Page, type PageQuery } from '../platform/http/page.js';
import { pageById } from '../platform/http/page-by-id.js';
import { assertPublicHttpUrl } from '../platform/http/public-url.js';
import { newId } from '../platform/ids.js';
import { Secrets } from '../platform/secrets.js';
import { secretFromKey } from './signature.js';
import { type DisabledReason, EVERY_TYPE, secretPlace, WebhookEndpoint } from './webhook-endpoint.entity.js';
import { EventTypeUnknown, TooManyWebhookEndpoints, WebhookUrlRefused } from './webhooks.errors.js';
import {
  WebhookEndpointAdded,
  WebhookEndpointChanged,
  WebhookEndpointDisabled,
  WebhookEndpointEnabled,
  WebhookEndpointRemoved,
  WebhookSecretRotated,
} from './webhooks.events.js';

/** Endpoints one tenant may have: each event costs a delivery for every one of them. */
export const MAX_ENDPOINTS = 50;

/** Bytes of a signing key, as many as the hash it keys gives out. */
const SIGNING_KEY_BYTES = 32;

interface NewWebhookEndpoint {
  url: string;
  types: string[];
  description?: string | null;
}

interface IssuedSecret {
  endpoint: WebhookEndpoint;
  /** Shown to its owner once. */
  secret: string;
}

@Injectable()
export class WebhookEndpointsService {
  private readonly logger = new Logger(WebhookEndpointsService.name);

  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(query: PageQuery): Promise<Page<WebhookEndpoint>> {
    return pageById(this.database.repository(WebhookEndpoint), query, { deletedAt: IsNull() });
  }

  async get(id: string): Promise<WebhookEndpoint> {
    const endpoint = await this.database.repository(WebhookEndpoint).findOne({ id, deletedAt: IsNull() });
    if (!endpoint) throw NotFound.of('webhook_endpoint', id);
    return endpoint;
  }

  async add({ url, types, description = null }: NewWebhookEndpoint): Promise<IssuedSecret> {
    assertTypesPublished(types);
    const checkedUrl = this.checked(url);
    // Two requests at once may both pass; a guard against floods need not be exact.
    const count = await this.database.repository(WebhookEndpoint).count({ deletedAt: IsNull() });
    if (count >= MAX_ENDPOINTS) throw new TooManyWebhookEndpoints(MAX_ENDPOINTS);
    const id = newId();
    const { secret, sealed } = this.newSecret(id);
    const endpoint = WebhookEndpoint.add({
      id,
      url: checkedUrl,
      types,
      description,
      secret: sealed,
      createdAt: this.clock.now(),
    });
    await this.database.repository(WebhookEndpoint).insert(endpoint);
    this.events.record(new WebhookEndpointAdded(id));
    return { endpoint, secret };
  }

  async change(
    id: string,
    changes: Partial<NewWebhookEndpoint> & { enabled?: boolean },
    version?: number,
  ): Promise<WebhookEndpoint> {
    const { url, types, description, enabled } = changes;
    if (types) assertTypesPublished(types);
    const endpoint = await this.locked(id);
    assertVersion('webhook_endpoint', endpoint, version);
    if (url !== undefined) endpoint.url = this.checked(url);
    if (types) endpoint.types = types;
    if (description !== undefined) endpoint.description = description;
    this.events.record(new WebhookEndpointChanged(id));
    if (enabled === true && endpoint.enable()) this.events.record(new WebhookEndpointEnabled(id));
    if (enabled === false) this.disable(endpoint, 'by_hand');
    return this.database.repository(WebhookEndpoint).save(endpoint);
  }

  /** Nothing is sent to it any more; what was sent stays in the log. */
  async remove(id: string): Promise<void> {
    const endpoint = await this.locked(id);
    endpoint.deletedAt = this.clock.now();
    await this.database.repository(WebhookEndpoint).save(endpoint);
    this.events.record(new WebhookEndpointRemoved(id));
  }

  async rotateSecret(id: string): Promise<IssuedSecret> {
    const endpoint = await this.locked(id);
    const { secret, sealed } = this.newSecret(id);
    endpoint.rotateSecret(sealed, this.clock.now());
    await this.database.repository(WebhookEndpoint).save(endpoint);
    this.events.record(new WebhookSecretRotated(id));
    return { endpoint, secret };
  }

  /** Heed stops sending to it by itself; nothing happens when it is deleted or disabled already. */
  async switchOff(id: string, reason: DisabledReason): Promise<void> {
    const endpoint = await this.database.repository(WebhookEndpoint).lockOne({ id, deletedAt: IsNull() });
    if (!endpoint) return;
    this.disable(endpoint, reason);
    await this.database.repository(WebhookEndpoint).save(endpoint);
  }

  private disable(endpoint: WebhookEndpoint, reason: DisabledReason): void {
    if (!endpoint.disable(reason, this.clock.now())) return;
    this.events.record(new WebhookEndpointDisabled(endpoint.id, reason));
    this.logger.warn({ message: 'A webhook endpoint was disabled', webhookEndpointId: endpoint.id, reason });
  }

  private async locked(id: string): Promise<WebhookEndpoint> {
    const endpoint = await this.database.repository(WebhookEndpoint).lockOne({ id, deletedAt: IsNull() });
    if (!endpoint) throw NotFound.of('webhook_endpoint', id);
    return endpoint;
  }

  private newSecret(endpointId: string): { secret: string; sealed: Buffer } {
    const secret = secretFromKey(randomBytes(SIGNING_KEY_BYTES));
    return { secret, sealed: this.secrets.seal(secret, secretPlace(endpointId)) };
  }

  /** The URL as it will be called. */
  private checked(url: string): string {
    try {
      return assertPublicHttpUrl(url, this.config.webhookAllowedNetworks).href;
    } catch (error) {
      throw error instanceof OutboundRequestFailed ? new WebhookUrlRefused(error) : error;
    }
  }
}

function assertTypesPublished(types: string[]): void {
  const known = new Set([EVERY_TYPE, ...publishedTypes()]);
  const unknown = types.find((type) => !known.has(type));
  if (unknown !== undefined) throw new EventTypeUnknown(unknown);
}
