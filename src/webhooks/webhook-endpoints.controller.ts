import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { IfMatch } from '../platform/http/if-match.js';
import { PageQuery } from '../platform/http/page.js';
import { Allow, ShownOnce } from '../platform/http/route.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';
import {
  AddWebhookEndpoint,
  ChangeWebhookEndpoint,
  viewEndpoint,
  WebhookEndpointPage,
  WebhookEndpointView,
  WebhookEndpointWithSecretView,
} from './webhooks.dto.js';

@ApiTags('Webhooks')
@Controller('v1/webhook-endpoints')
export class WebhookEndpointsController {
  constructor(private readonly endpoints: WebhookEndpointsService) {}

  /** Lists the URLs that are told of events, also those disabled, with the reason. */
  @Get()
  @Allow('webhook.read')
  async list(@Query() query: PageQuery): Promise<WebhookEndpointPage> {
    const { items, next } = await this.endpoints.list(query);
    return { items: items.map(viewEndpoint), next };
  }

  /** Adds a URL to be told of events. The answer holds its signing secret, which is shown this once. */
  @Post()
  @Allow('webhook.manage')
  @ShownOnce('secret')
  async add(@Body() body: AddWebhookEndpoint): Promise<WebhookEndpointWithSecretView> {
    const { endpoint, secret } = await this.endpoints.add(body);
    return { ...viewEndpoint(endpoint), secret };
  }

  /** Reads one endpoint. */
  @Get(':id')
  @Allow('webhook.read')
  async get(@IdParam('webhook_endpoint') id: string): Promise<WebhookEndpointView> {
    return viewEndpoint(await this.endpoints.get(id));
  }

  /** Changes an endpoint, or disables and enables it. */
  @Patch(':id')
  @Allow('webhook.manage')
  async change(
    @IdParam('webhook_endpoint') id: string,
    @Body() body: ChangeWebhookEndpoint,
    @IfMatch() version: number | undefined,
  ): Promise<WebhookEndpointView> {
    return viewEndpoint(await this.endpoints.change(id, body, version));
  }

  /** Deletes an endpoint; what was sent to it stays in the log. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('webhook.manage')
  remove(@IdParam('webhook_endpoint') id: string): Promise<void> {
    return this.endpoints.remove(id);
  }

  /** Makes a new signing secret, shown this once. For a day the one before signs as well. */
  @Post(':id/secret-rotation')
  @Allow('webhook.manage')
  @ShownOnce('secret')
  async rotateSecret(@IdParam('webhook_endpoint') id: string): Promise<WebhookEndpointWithSecretView> {
    const { endpoint, secret } = await this.endpoints.rotateSecret(id);
    return { ...viewEndpoint(endpoint), secret };
  }
}
