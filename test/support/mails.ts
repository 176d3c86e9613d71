import { Couriers } from '../../src/delivery/courier.service.js';
import { UncertainMails } from '../../src/delivery/uncertain-mails.service.js';
import { Database } from '../../src/platform/database/database.js';
import { strike } from './campaigns.js';
import type { TestTenant } from './heed.js';

/** Starts a campaign and lets it invite; the id of its wave. */
export async function started(tenant: TestTenant, campaignId: string): Promise<string> {
  await tenant.post(`/v1/campaigns/${campaignId}/start`).expect(201);
  await strike(tenant);
  await tenant.settle();
  const { body } = await tenant.get(`/v1/campaigns/${campaignId}/waves`).expect(200);
  return (body.items as { id: string }[]).at(-1)!.id;
}

/** Sends what is due for a tenant, as a worker does. */
export async function sendDue({ heed, id }: TestTenant): Promise<void> {
  const courier = heed.app.get(Couriers).make();
  try {
    while (await courier.serve(id));
  } finally {
    courier.rest();
  }
}

/** Strikes the clock that finds mails whose sender died. */
export async function findUncertain({ heed, id }: TestTenant): Promise<void> {
  await heed.app.get(Database).inTenant(id, () => heed.app.get(UncertainMails).mark());
}
