import { EVENTS_PER_JOB, groupIntoDeliveries } from './grouping.js';

const row = (id: number, tenantId: string, handler: string, outside = false) => ({
  id: String(id),
  tenantId,
  handler,
  outside,
});

describe('outbox rows on their way to the queues', () => {
  it('travel together when they are of one tenant and handler', () => {
    const rows = [row(1, 'a', 'route'), row(2, 'b', 'route'), row(3, 'a', 'route'), row(4, 'a', 'tell')];
    expect(groupIntoDeliveries(rows).inside).toEqual([
      { tenantId: 'a', handler: 'route', outboxIds: ['1', '3'] },
      { tenantId: 'b', handler: 'route', outboxIds: ['2'] },
      { tenantId: 'a', handler: 'tell', outboxIds: ['4'] },
    ]);
  });

  it('travel alone when they go outside', () => {
    const { inside, outside } = groupIntoDeliveries([row(1, 'a', 'post', true), row(2, 'a', 'post', true)]);
    expect(inside).toEqual([]);
    expect(outside.map(({ outboxIds }) => outboxIds)).toEqual([['1'], ['2']]);
  });

  it('fill a job and begin the next', () => {
    const rows = Array.from({ length: EVENTS_PER_JOB + 1 }, (_, i) => row(i, 'a', 'route'));
    expect(groupIntoDeliveries(rows).inside.map(({ outboxIds }) => outboxIds.length)).toEqual([
      EVENTS_PER_JOB,
      1,
    ]);
  });
});
