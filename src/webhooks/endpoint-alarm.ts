interface DisabledEndpoint {
  id: string;
  url: string;
  description: string | null;
  disabledReason: string | null;
  failingSince: Date | null;
  failures: number;
}

/** What the owners of a tenant are written when Heed stops sending to an endpoint. The query of its URL may be a secret. */
export function letterOf(endpoint: DisabledEndpoint): { subject: string; text: string } {
  const { origin, pathname } = new URL(endpoint.url);
  const name = endpoint.description ? `“${endpoint.description}” (${origin}${pathname})` : origin + pathname;
  return {
    subject: `Heed stopped sending webhooks to ${new URL(endpoint.url).host}`,
    text: [
      `Heed no longer sends events to your webhook endpoint ${name}.`,
      `Why: ${reasonOf(endpoint)}`,
      `What happens meanwhile is kept. When the receiver is well again:

  PATCH /v1/webhook-endpoints/${endpoint.id}   { "enabled": true }
  POST /v1/webhook-endpoints/${endpoint.id}/replay   { "since": "…" }

The first lets new events through again, the second sends what was missed.`,
      'You are written to because you are an owner of this tenant in Heed.',
    ].join('\n\n'),
  };
}

function reasonOf({ disabledReason, failingSince, failures }: DisabledEndpoint): string {
  if (disabledReason === 'gone') return 'it answered 410 Gone, which says that it is not there any more.';
  return `none of ${failures} attempts since ${failingSince?.toISOString() ?? 'the beginning'} was answered with success.`;
}
