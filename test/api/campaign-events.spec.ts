import { campaignOf, contactsOf, MAIL, strikeAt, surveyOf } from '../support/campaigns.js';
import { Heed, type TestTenant } from '../support/heed.js';

let heed: Heed;
let tenant: TestTenant;

beforeAll(async () => {
  heed = await Heed.start();
});

afterAll(() => heed.close());

beforeEach(async () => {
  heed.setTime(new Date('2026-11-22T12:00:00Z'));
  tenant = await heed.tenant();
  await surveyOf(tenant);
});

const DELIVERED = {
  event: 'order.delivered',
  externalId: 'order-1',
  contact: { email: 'greta@example.com' },
};

/** A campaign that asks two days after delivery. */
async function listening(fields: object = {}): Promise<string> {
  const schedule = { type: 'triggered', event: 'order.delivered', delayMinutes: 2_880, lastsDays: 14 };
  const id = await campaignOf(tenant, { kind: 'transactional', schedule, mail: MAIL, ...fields });
  await tenant.post(`/v1/campaigns/${id}/start`).expect(201);
  await tenant.settle();
  return id;
}

interface Outcome {
  outcome: string;
  reason: string | null;
  dueAt: string | null;
  url: string | null;
}

async function post(
  event: object,
): Promise<{ contactId: string; isDuplicate: boolean; campaigns: Outcome[] }> {
  return (await tenant.post('/v1/campaign-events', event).expect(202)).body as never;
}

async function invitationsOf(campaign: string): Promise<unknown> {
  const { body } = await tenant.get(`/v1/campaigns/${campaign}/waves`).expect(200);
  const waves = (body.items as { id: string }[]).map(({ id }) => tenant.get(`/v1/waves/${id}`).expect(200));
  return (await Promise.all(waves)).flatMap((wave) => wave.body.invitations as unknown[]);
}

describe('an event that happened to a person', () => {
  it('asks them after the delay, in each campaign that listens', async () => {
    const campaigns = [await listening(), await listening({ name: 'Other', quarantineDays: 0 })];
    const { contactId, campaigns: outcomes } = await post({
      ...DELIVERED,
      occurredAt: '2026-11-22T10:00:00Z',
    });
    expect(contactId).toEqual(expect.any(String));
    expect(outcomes).toMatchObject([
      {
        campaignId: campaigns[0],
        outcome: 'scheduled',
        reason: null,
        dueAt: '2026-11-24T10:00:00.000Z',
        url: null,
      },
      { campaignId: campaigns[1], outcome: 'scheduled', dueAt: '2026-11-24T10:00:00.000Z' },
    ]);
    expect(await invitationsOf(campaigns[0]!)).toEqual([{ state: 'scheduled', reason: null, count: 1 }]);
  });

  it('leaves nothing behind when nobody listens', async () => {
    expect(await post(DELIVERED)).toEqual({
      externalId: 'order-1',
      contactId: null,
      isDuplicate: false,
      campaigns: [],
    });
    expect((await tenant.get('/v1/contacts').expect(200)).body.items).toEqual([]);
    const id = await listening();
    expect((await post(DELIVERED)).campaigns).toMatchObject([{ campaignId: id, outcome: 'scheduled' }]);
  });

  it('asks once however often it is posted, and says the same each time', async () => {
    const id = await listening();
    const first = await post(DELIVERED);
    heed.setTime(new Date('2026-11-23T12:00:00Z'));
    expect(await post(DELIVERED)).toEqual({ ...first, isDuplicate: true });
    expect(await invitationsOf(id)).toEqual([{ state: 'scheduled', reason: null, count: 1 }]);
  });

  it('asks once when it is posted several times at the same moment', async () => {
    const id = await listening({ quarantineDays: 0 });
    const all = await Promise.all(Array.from({ length: 5 }, () => post(DELIVERED)));
    expect(all.filter(({ isDuplicate }) => !isDuplicate)).toHaveLength(1);
    for (const { campaigns } of all) expect(campaigns).toMatchObject([{ outcome: 'scheduled' }]);
    expect(await invitationsOf(id)).toEqual([{ state: 'scheduled', reason: null, count: 1 }]);
  });

  it('asks a person once in a wave, and leaves them in peace for their quarantine after it', async () => {
    const id = await listening({ timeZone: 'Europe/Berlin' });
    await post(DELIVERED);
    expect((await post({ ...DELIVERED, externalId: 'order-2' })).campaigns).toMatchObject([
      { outcome: 'already_asked' },
    ]);
    await strikeAt(tenant, '2026-11-30T23:00:00Z');
    expect((await post({ ...DELIVERED, externalId: 'order-3' })).campaigns).toMatchObject([
      { outcome: 'suppressed', reason: 'quarantine', dueAt: null },
    ]);
    await strikeAt(tenant, '2027-01-02T00:00:00Z');
    expect((await post({ ...DELIVERED, externalId: 'order-4' })).campaigns).toMatchObject([
      { outcome: 'scheduled' },
    ]);
    const { body } = await tenant.get(`/v1/campaigns/${id}/waves`);
    expect((body.items as { state: string }[]).map(({ state }) => state)).toEqual([
      'closed',
      'open',
      'open',
      'planned',
    ]);
  });

  it('asks nobody outside the audience, nobody too late, and nobody while the campaign is paused', async () => {
    const id = await listening({ audience: { field: 'contact.capacity', op: 'eq', value: 'champion' } });
    expect((await post(DELIVERED)).campaigns).toMatchObject([{ outcome: 'not_in_audience' }]);
    const champion = { email: 'carl@example.com', capacity: 'champion' };
    const late = {
      ...DELIVERED,
      externalId: 'order-2',
      contact: champion,
      occurredAt: '2026-11-01T10:00:00Z',
    };
    expect((await post(late)).campaigns).toMatchObject([{ outcome: 'too_late' }]);
    await tenant.post(`/v1/campaigns/${id}/pause`).expect(201);
    expect((await post({ ...DELIVERED, externalId: 'order-3', contact: champion })).campaigns).toMatchObject([
      { outcome: 'paused' },
    ]);
    await tenant.post(`/v1/campaigns/${id}/closure`).expect(201);
    expect((await post({ ...DELIVERED, externalId: 'order-4', contact: champion })).campaigns).toEqual([]);
  });

  it('hands out the link where Heed does not bring it to the person itself', async () => {
    await listening({ channel: 'link', mail: null });
    expect((await post(DELIVERED)).campaigns[0]!.url).toMatch(/\/r\/[\w-]{87}$/);
  });

  it('may be one of many, of which the good ones are taken', async () => {
    const id = await listening({ quarantineDays: 0 });
    const [known] = await contactsOf(tenant, 1);
    const events = [
      { ...DELIVERED, contact: { contactId: known } },
      { ...DELIVERED, externalId: 'order-2', contact: { contactId: '0190b0aa-0000-7000-8000-000000000001' } },
      { ...DELIVERED, externalId: 'order-3', contact: { account: { name: 'Globex' } } },
      { ...DELIVERED, event: 'order.cancelled', externalId: 'order-4' },
      { ...DELIVERED, contact: { contactId: known } },
    ];
    const { body } = await tenant.post('/v1/campaign-events/bulk', { events }).expect(202);
    expect(body.items).toMatchObject([
      {
        outcome: { contactId: known, isDuplicate: false, campaigns: [{ outcome: 'scheduled' }] },
        errors: [],
      },
      { outcome: null, errors: [{ pointer: '/contact/contactId' }] },
      { outcome: null, errors: [{ pointer: '/contact' }] },
      { outcome: { campaigns: [] } },
      { outcome: { contactId: known, isDuplicate: true, campaigns: [{ outcome: 'scheduled' }] } },
    ]);
    expect(await invitationsOf(id)).toEqual([{ state: 'scheduled', reason: null, count: 1 }]);
  });

  it('takes a thousand at once, each person asked once', async () => {
    const id = await listening({ quarantineDays: 0 });
    const events = Array.from({ length: 1_000 }, (_, i) => ({
      ...{ event: 'order.delivered', externalId: `order-${i}` },
      contact: { email: `c${i % 600}@example.com` },
    }));
    const { body } = await tenant.post('/v1/campaign-events/bulk', { events }).expect(202);
    const outcomes = (body.items as { outcome: { campaigns: Outcome[] } }[]).map(
      (item) => item.outcome.campaigns[0]!.outcome,
    );
    expect(outcomes.filter((outcome) => outcome === 'scheduled')).toHaveLength(600);
    expect(outcomes.filter((outcome) => outcome === 'already_asked')).toHaveLength(400);
    expect(await invitationsOf(id)).toEqual([{ state: 'scheduled', reason: null, count: 600 }]);
  });
});
