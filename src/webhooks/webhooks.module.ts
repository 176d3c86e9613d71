import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Mail } from '../platform/mail.js';
import { Secrets } from '../platform/secrets.js';
import { TenantsModule } from '../tenants/tenants.module.js';
import { EndpointAlarmService } from './endpoint-alarm.service.js';
import { EventTypesController } from './event-types.controller.js';
import { WebhookAttempt } from './webhook-attempt.entity.js';
import { WebhookAttemptsService } from './webhook-attempts.service.js';
import { WebhookDeliveriesController } from './webhook-deliveries.controller.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookEndpointHealthService } from './webhook-endpoint-health.service.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';
import { WebhookEndpointsController } from './webhook-endpoints.controller.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';
import { WebhookSenderService } from './webhook-sender.service.js';
import { WebhooksQueries } from './webhooks.queries.js';
import { WebhooksReactions } from './webhooks.reactions.js';

/** Tells the tenant's own systems of what happens in Heed, and keeps at it until they have heard. */
@Module({
  imports: [TypeOrmModule.forFeature([WebhookEndpoint, WebhookDelivery, WebhookAttempt]), TenantsModule],
  controllers: [EventTypesController, WebhookEndpointsController, WebhookDeliveriesController],
  providers: [
    Secrets,
    WebhookEndpointsService,
    WebhookDeliveriesService,
    WebhookAttemptsService,
    WebhookEndpointHealthService,
    WebhookSenderService,
    EndpointAlarmService,
    Mail,
    WebhooksQueries,
    WebhooksReactions,
  ],
})
export class WebhooksModule {}
