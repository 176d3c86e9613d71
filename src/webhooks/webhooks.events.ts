import { Fact } from '../platform/events/event.js';
import type { DisabledReason } from './webhook-endpoint.entity.js';

@Fact('webhook_endpoint.added')
export class WebhookEndpointAdded {
  constructor(readonly webhookEndpointId: string) {}
}

@Fact('webhook_endpoint.changed')
export class WebhookEndpointChanged {
  constructor(readonly webhookEndpointId: string) {}
}

@Fact('webhook_endpoint.removed')
export class WebhookEndpointRemoved {
  constructor(readonly webhookEndpointId: string) {}
}

@Fact('webhook_endpoint.secret_rotated')
export class WebhookSecretRotated {
  constructor(readonly webhookEndpointId: string) {}
}

/** Published, so that another endpoint can raise the alarm. */
@Fact('webhook_endpoint.disabled', { published: true })
export class WebhookEndpointDisabled {
  constructor(
    readonly webhookEndpointId: string,
    readonly reason: DisabledReason,
  ) {}
}

@Fact('webhook_endpoint.enabled')
export class WebhookEndpointEnabled {
  constructor(readonly webhookEndpointId: string) {}
}

/** An endpoint is to be told of something, for the first time or again. */
@Fact('webhook_delivery.opened')
export class WebhookDeliveryOpened {
  constructor(readonly webhookDeliveryId: string) {}
}
