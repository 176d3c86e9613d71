import { letterOf } from './endpoint-alarm.js';

const ENDPOINT = {
  id: '01990000-0000-7000-8000-000000000001',
  url: 'https://crm.example.com/hooks/heed?token=secret',
  description: null,
  disabledReason: 'sustained_failure',
  failingSince: new Date('2026-03-02T09:00:00Z'),
  failures: 23,
};

describe('the letter to the owners when an endpoint was switched off', () => {
  it('says which endpoint, since when it fails, and what to do', () => {
    const { subject, text } = letterOf(ENDPOINT);
    expect(subject).toBe('Heed stopped sending webhooks to crm.example.com');
    expect(text).toContain('your webhook endpoint https://crm.example.com/hooks/heed.');
    expect(text).toContain('none of 23 attempts since 2026-03-02T09:00:00.000Z was answered with success');
    expect(text).toContain(`PATCH /v1/webhook-endpoints/${ENDPOINT.id}   { "enabled": true }`);
  });

  it('keeps the query of the URL to itself, which may hold a secret', () => {
    expect(JSON.stringify(letterOf(ENDPOINT))).not.toContain('secret');
  });

  it('calls the endpoint by its description, and says when the receiver is gone', () => {
    const { text } = letterOf({ ...ENDPOINT, description: 'CRM', disabledReason: 'gone' });
    expect(text).toContain('“CRM” (https://crm.example.com/hooks/heed)');
    expect(text).toContain('answered 410 Gone');
  });
});
