import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdParam } from '../platform/http/id-param.js';
import { Allow } from '../platform/http/route.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';
import {
  DeliveryFilter,
  ReplayedView,
  ReplayMissed,
  viewAttempt,
  viewDelivery,
  WebhookDeliveryPage,
  WebhookDeliveryView,
  WebhookDeliveryWithLogView,
} from './webhooks.dto.js';
import { WebhooksQueries } from './webhooks.queries.js';

@ApiTags('Webhooks')
@Controller('v1')
export class WebhookDeliveriesController {
  constructor(
    private readonly deliveries: WebhookDeliveriesService,
    private readonly endpoints: WebhookEndpointsService,
    private readonly queries: WebhooksQueries,
  ) {}

  /** Lists what an endpoint was or is to be told, the newest first. */
  @Get('webhook-endpoints/:id/deliveries')
  @Allow('webhook.read')
  async list(
    @IdParam('webhook_endpoint') id: string,
    @Query() query: DeliveryFilter,
  ): Promise<WebhookDeliveryPage> {
    await this.endpoints.get(id);
    const { items, next } = await this.queries.deliveries(id, query);
    return { items: items.map(viewDelivery), next };
  }

  /** Sends a `webhook.test` to an endpoint. */
  @Post('webhook-endpoints/:id/test')
  @Allow('webhook.manage')
  async test(@IdParam('webhook_endpoint') id: string): Promise<WebhookDeliveryView> {
    return viewDelivery(await this.deliveries.test(id));
  }

  /** Delivers again what an endpoint missed: whatever failed or was skipped since a time, the oldest first. */
  @Post('webhook-endpoints/:id/replay')
  @Allow('webhook.manage')
  replayMissed(@IdParam('webhook_endpoint') id: string, @Body() body: ReplayMissed): Promise<ReplayedView> {
    return this.deliveries.replayMissed(id, new Date(body.since));
  }

  /** Reads one delivery and how its attempts went. */
  @Get('webhook-deliveries/:id')
  @Allow('webhook.read')
  async get(@IdParam('webhook_delivery') id: string): Promise<WebhookDeliveryWithLogView> {
    const delivery = await this.deliveries.get(id);
    const attempts = await this.deliveries.attempts(id);
    return { ...viewDelivery(delivery), log: attempts.map(viewAttempt) };
  }

  /** Delivers once more, under the same `webhook-id`. */
  @Post('webhook-deliveries/:id/replay')
  @Allow('webhook.manage')
  async replay(@IdParam('webhook_delivery') id: string): Promise<WebhookDeliveryView> {
    return viewDelivery(await this.deliveries.replay(id));
  }
}
