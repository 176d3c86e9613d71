import { Conflict, Invalid } from '../platform/errors.js';
import type { OutboundRequestFailed } from '../platform/http/guarded-fetch.errors.js';

/** Codes `webhook_endpoint.url_invalid` and `webhook_endpoint.address_forbidden`. */
export class WebhookUrlRefused extends Invalid {
  constructor({ code, message }: OutboundRequestFailed) {
    super(`webhook_endpoint.${code}`, `${message}.`, { problems: [{ pointer: '/url', detail: message }] });
  }
}

export class EventTypeUnknown extends Invalid {
  constructor(type: string) {
    super(
      'webhook_endpoint.type_unknown',
      `"${type}" is no published event type; GET /v1/event-types lists them, and * stands for all.`,
    );
  }
}

export class TooManyWebhookEndpoints extends Conflict {
  constructor(limit: number) {
    super('webhook_endpoint.too_many', `A tenant may have ${limit} webhook endpoints; delete one first.`);
  }
}

export class WebhookEndpointIsDisabled extends Conflict {
  constructor(id: string) {
    super(
      'webhook_endpoint.disabled',
      `The webhook endpoint ${id} is disabled; nothing is sent to it until it is enabled.`,
    );
  }
}

export class WebhookDeliveryPending extends Conflict {
  constructor(id: string) {
    super('webhook_delivery.pending', `The webhook delivery ${id} is still being attempted.`);
  }
}
