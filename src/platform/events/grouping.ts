import type { Delivery } from './dispatcher.js';
import type { OutboxRow } from './outbox.js';

/** Most events one job carries: enough to share a transaction's cost, few enough to repeat. */
export const EVENTS_PER_JOB = 50;

/** Groups rows of one tenant and handler into jobs; what goes outside travels alone. */
export function groupIntoDeliveries(rows: OutboxRow[]): { inside: Delivery[]; outside: Delivery[] } {
  const outside: Delivery[] = [];
  const open = new Map<string, Delivery>();
  const inside: Delivery[] = [];
  for (const { id, tenantId, handler, outside: goesOutside } of rows) {
    if (goesOutside) {
      outside.push({ tenantId, handler, outboxIds: [id] });
      continue;
    }
    const key = `${tenantId} ${handler}`;
    let delivery = open.get(key);
    if (!delivery || delivery.outboxIds.length === EVENTS_PER_JOB) {
      delivery = { tenantId, handler, outboxIds: [] };
      open.set(key, delivery);
      inside.push(delivery);
    }
    delivery.outboxIds.push(id);
  }
  return { inside, outside };
}
