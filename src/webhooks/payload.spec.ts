import fc from 'fast-check';
import { MAX_PAYLOAD_BYTES, webhookBody } from './payload.js';

const occurredAt = new Date('2026-03-02T12:00:00Z');

describe('the body of a webhook', () => {
  it('says what happened, when, and about what', () => {
    expect(webhookBody({ type: 'task.resolved', occurredAt, data: { taskId: 't1', loopId: 'l1' } })).toBe(
      '{"type":"task.resolved","timestamp":"2026-03-02T12:00:00.000Z","data":{"taskId":"t1","loopId":"l1"}}',
    );
  });

  it('leaves out, by name, what would make it too large', () => {
    const responseIds = Array.from({ length: 1_000 }, (_, i) => `response-${i}-${'x'.repeat(20)}`);
    const body = webhookBody({ type: 'x.done', occurredAt, data: { xId: '1', responseIds, count: 1_000 } });
    expect(JSON.parse(body)).toMatchObject({ data: { xId: '1', count: 1_000, omitted: ['responseIds'] } });
  });

  it('is JSON below 20 kB, and the same each time, whatever the event holds', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30_000, size: 'max' }), fc.integer());
    const fields = fc.dictionary(fc.string({ minLength: 1, maxLength: 20 }), value, { maxKeys: 5 });
    fc.assert(
      fc.property(fields, (data) => {
        const body = webhookBody({ type: 'x.done', occurredAt, data });
        expect(Buffer.byteLength(body)).toBeLessThanOrEqual(MAX_PAYLOAD_BYTES);
        expect(JSON.parse(body)).toMatchObject({ type: 'x.done' });
        expect(webhookBody({ type: 'x.done', occurredAt, data })).toBe(body);
      }),
      { numRuns: 30 },
    );
  });
});
