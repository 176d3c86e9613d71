import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/page.js';
import { Caller, type Principal } from '../platform/http/principal.js';
import { Allow, ShownOnce } from '../platform/http/route.js';
import { ApiKeysService } from './api-keys.service.js';
import { actionsOf } from './permissions.js';
import { GrantExceedsOwn } from './tenants.errors.js';
import { ApiKeyPage, ApiKeyView, IssueApiKey, IssuedApiKeyView, viewApiKey } from './tenants.dto.js';

@ApiTags('API keys')
@Controller('v1/api-keys')
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  /** Lists the keys, also those revoked or expired. */
  @Get()
  @Allow('api_key.read')
  async list(@Query() query: PageQuery): Promise<ApiKeyPage> {
    const { items, next } = await this.apiKeys.list(query);
    return { items: items.map(viewApiKey), next };
  }

  /** Makes a key. The answer holds its token, which is shown this once. */
  @Post()
  @Allow('api_key.manage')
  @ShownOnce('token')
  async issue(@Body() body: IssueApiKey, @Caller() caller: Principal): Promise<IssuedApiKeyView> {
    GrantExceedsOwn.check(caller, actionsOf(body.scopes));
    const expiresAt = body.expiresAt === undefined ? null : new Date(body.expiresAt);
    const { key, token } = await this.apiKeys.issue({ ...body, expiresAt });
    return { ...viewApiKey(key), token };
  }

  /** Ends a key at once. */
  @Post(':id/revocation')
  @Allow('api_key.manage')
  async revoke(@IdParam('api_key') id: string): Promise<ApiKeyView> {
    return viewApiKey(await this.apiKeys.revoke(id));
  }
}
