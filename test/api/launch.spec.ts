import { InvitationsQueries } from '../../src/campaigns/invitations.queries.js';
import { LaunchQueries } from '../../src/campaigns/launch.queries.js';
import { LaunchService } from '../../src/campaigns/launch.service.js';
import { Database } from '../../src/platform/database/database.js';
import { campaignOf, contactsOf, strike, surveyOf } from '../support/campaigns.js';
import { Heed, type TestTenant } from '../support/heed.js';

let heed: Heed;
let tenant: TestTenant;

beforeAll(async () => {
  heed = await Heed.start();
});

afterAll(() => heed.close());

beforeEach(async () => {
  heed.setTime(new Date('2026-11-23T12:00:00Z')); // a Monday
  tenant = await heed.tenant();
  await surveyOf(tenant);
});

interface Shown {
  contactId: string;
  state: string;
  reason: string | null;
  invitedAt: string | null;
  properties: object;
  link: string | null;
}

/** Starts a campaign and opens its wave, of which nobody is invited yet; the wave's id. */
async function launching(fields: object = {}): Promise<string> {
  const id = await campaignOf(tenant, fields);
  await tenant.post(`/v1/campaigns/${id}/start`).expect(201);
  await strike(tenant);
  const { body } = await tenant.get(`/v1/campaigns/${id}/waves`).expect(200);
  return (body.items as { id: string }[])[0]!.id;
}

async function launched(fields: object = {}): Promise<string> {
  const waveId = await launching(fields);
  await tenant.settle();
  return waveId;
}

function launch(waveId: string, chunk?: number): Promise<void> {
  return heed.app.get(LaunchService).launch(tenant.id, waveId, chunk);
}

/** A launch whose process dies after some chunks, having written but not committed one more; what was seen then. */
async function brokenOff<T>(
  waveId: string,
  chunk: number,
  chunks: number,
  look?: () => Promise<T>,
): Promise<T | undefined> {
  const queries = heed.app.get(LaunchQueries);
  let left = chunks;
  let seen: T | undefined;
  const save = queries.saveProgress.bind(queries);
  queries.saveProgress = async (...told) => {
    if (left-- > 0) return save(...told);
    seen = await look?.();
    throw new Error('killed');
  };
  await expect(launch(waveId, chunk)).rejects.toThrow('killed');
  queries.saveProgress = save;
  return seen;
}

async function invitationsOf(waveId: string, query = ''): Promise<Shown[]> {
  const { body } = await tenant.get(`/v1/waves/${waveId}/invitations?limit=200${query}`).expect(200);
  return body.items as Shown[];
}

async function countsOf(waveId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state, reason } of await invitationsOf(waveId)) {
    const key = reason ? `${state}: ${reason}` : state;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

async function stateOf(waveId: string): Promise<string> {
  return (await tenant.get(`/v1/waves/${waveId}`).expect(200)).body.state as string;
}

function query<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
  return heed.app.get(Database).inTenant(tenant.id, () => heed.app.get(Database).query<Row>(sql, parameters));
}

async function addContact(fields: object): Promise<string> {
  return (await tenant.post('/v1/contacts', fields).expect(201)).body.id as string;
}

describe('a launch', () => {
  it('invites everybody of the audience once, and opens the wave', async () => {
    const ids = await contactsOf(tenant, 5);
    const waveId = await launched();
    expect((await invitationsOf(waveId)).map(({ contactId }) => contactId).sort()).toEqual([...ids].sort());
    expect(await countsOf(waveId)).toEqual({ scheduled: 5 });
    expect(await stateOf(waveId)).toBe('open');
  });

  it('asks customers, or employees, never both', async () => {
    const own = { name: 'Acme itself', isInternal: true };
    const { body: account } = await tenant.post('/v1/accounts', own).expect(201);
    const employee = await addContact({ email: 'eve@own.example', accountId: account.id });
    const [customer] = await contactsOf(tenant, 1);
    const external = await launched();
    const internal = await launched({ reach: 'internal', quarantineDays: 0 });
    expect((await invitationsOf(external)).map(({ contactId }) => contactId)).toEqual([customer]);
    expect((await invitationsOf(internal)).map(({ contactId }) => contactId)).toEqual([employee]);
  });

  it('keeps of everybody it leaves out the reason', async () => {
    await contactsOf(tenant, 3);
    await addContact({ name: 'Nobody knows the address' });
    await addContact({ email: 'gone@example.com' });
    await tenant.post('/v1/suppressions', { email: 'Gone@Example.com' }).expect(201);
    const first = await launched();
    expect(await countsOf(first)).toEqual({
      ...{ scheduled: 3, 'suppressed: no_address': 1, 'suppressed: by_hand': 1 },
    });
    const second = await launched({ name: 'Spring' });
    expect(await countsOf(second)).toEqual({
      ...{ 'suppressed: quarantine': 3, 'suppressed: no_address': 1, 'suppressed: by_hand': 1 },
    });
  });

  it('asks again once the quarantine has passed', async () => {
    await contactsOf(tenant, 2);
    await launched();
    heed.setTime(new Date('2027-02-20T12:00:00Z')); // 89 days
    expect(await countsOf(await launched({ name: 'Early' }))).toEqual({ 'suppressed: quarantine': 2 });
    heed.setTime(new Date('2027-02-21T12:00:00Z'));
    expect(await countsOf(await launched({ name: 'In time' }))).toEqual({ scheduled: 2 });
  });

  it('takes for asked whoever is still to get a mail that is late', async () => {
    await contactsOf(tenant, 2);
    const schedule = { type: 'once', lastsDays: 200 };
    const id = await campaignOf(tenant, { schedule });
    await tenant.post(`/v1/campaigns/${id}/start`).expect(201);
    await tenant.settle();
    await tenant.post(`/v1/campaigns/${id}/pause`).expect(201);
    heed.setTime(new Date('2027-02-22T12:00:00Z')); // 91 days
    expect(await countsOf(await launched({ name: 'Other' }))).toEqual({ 'suppressed: quarantine': 2 });
    await tenant.post(`/v1/campaigns/${id}/closure`).expect(201);
    await tenant.settle();
    expect(await countsOf(await launched({ name: 'Third' }))).toEqual({ scheduled: 2 });
  });

  it('samples the same people however often it begins', async () => {
    await contactsOf(tenant, 150);
    const waveId = await launching({ samplingPercent: 30 });
    const sampled = () => heed.app.get(InvitationsQueries).page(waveId, { state: 'scheduled' }, null, 200);
    const before = await brokenOff(waveId, 150, 0, sampled);
    await launch(waveId);
    const after = (await invitationsOf(waveId, '&state=scheduled')).map(({ contactId }) => contactId);
    expect(before!.map(({ contactId }) => contactId)).toEqual(after);
    expect(after.length).toBeGreaterThan(20);
    expect(after.length).toBeLessThan(70);
    expect(await countsOf(waveId)).toEqual({
      scheduled: after.length,
      'not_sampled: sampling': 150 - after.length,
    });
  });

  it('copies the properties the campaign names, the contact’s before the account’s', async () => {
    const account = { externalId: 'a', name: 'A', properties: { plan: 'team', region: 'emea', secret: 1 } };
    const contact = { email: 'a@a.example', account, properties: { plan: 'gold', age: 7 } };
    await tenant.post('/v1/contacts/bulk', { contacts: [contact] }).expect(200);
    const waveId = await launched({ copiedProperties: ['plan', 'region', 'size'] });
    expect((await invitationsOf(waveId))[0]!.properties).toEqual({ plan: 'gold', region: 'emea' });
  });
});

describe('nobody is asked twice', () => {
  it('when a launch is broken off at any moment and begun again', async () => {
    await contactsOf(tenant, 100);
    const waveId = await launching();
    for (const chunks of [0, 2, 1]) {
      await brokenOff(waveId, 10, chunks);
      expect(await stateOf(waveId)).toBe('launching');
    }
    expect(await countsOf(waveId)).toEqual({ scheduled: 30 });
    await launch(waveId, 10);
    expect(await countsOf(waveId)).toEqual({ scheduled: 100 });
    await tenant.settle();
    expect(await countsOf(waveId)).toEqual({ scheduled: 100 });
  });

  it('when a wave is launched by several at once', async () => {
    await contactsOf(tenant, 100);
    const waveId = await launching();
    await Promise.all([launch(waveId, 7), launch(waveId, 11), launch(waveId, 3)]);
    expect(await countsOf(waveId)).toEqual({ scheduled: 100 });
    const opened = await query(`select from event where tenant_id = $1 and type = 'wave.opened'`, []);
    expect(opened).toHaveLength(1);
  });

  it('when two campaigns are launched at the same moment', async () => {
    await contactsOf(tenant, 100);
    const waves = [await launching({ name: 'One' }), await launching({ name: 'Other' })];
    await Promise.all(waves.map((waveId) => launch(waveId, 9)));
    const [one, other] = [await invitationsOf(waves[0]!), await invitationsOf(waves[1]!)];
    const asked = [...one, ...other].filter(({ state }) => state === 'scheduled');
    expect(asked).toHaveLength(100);
    expect(new Set(asked.map(({ contactId }) => contactId)).size).toBe(100);
  });
});

describe('mail is due', () => {
  const HOURS = { from: '09:00', to: '17:00', days: ['mon', 'tue', 'wed', 'thu', 'fri'] };

  async function dueIn(timeZone: string | undefined, now: string, fields: object = {}): Promise<string> {
    heed.setTime(new Date(now));
    const email = `z${Math.random()}@example.com`;
    const id = await addContact({ email, ...(timeZone && { timeZone }) });
    const waveId = await launched({ sendingHours: HOURS, timeZone: 'Europe/Berlin', ...fields });
    const [row] = (await invitationsOf(waveId)).filter(({ contactId }) => contactId === id);
    return row!.invitedAt!;
  }

  it.each([
    [
      'at once within the hours of the person',
      'America/New_York',
      '2026-11-23T15:00:00Z',
      '2026-11-23T15:00:00.000Z',
    ],
    [
      'in the morning of the same day',
      'America/New_York',
      '2026-11-23T12:00:00Z',
      '2026-11-23T14:00:00.000Z',
    ],
    ['in the morning of the next day', 'Asia/Tokyo', '2026-11-23T12:00:00Z', '2026-11-24T00:00:00.000Z'],
    ['after the weekend', undefined, '2026-11-27T17:00:00Z', '2026-11-30T08:00:00.000Z'],
    [
      'by the clock of summer, which began over the weekend',
      undefined,
      '2027-03-26T17:00:00Z',
      '2027-03-29T07:00:00.000Z',
    ],
  ])('%s', async (_name, timeZone, now, due) => {
    expect(await dueIn(timeZone, now)).toBe(due);
  });
});

describe('an anonymous wave', () => {
  it('has a ballot for everybody it asks, of which nothing tells whose it is', async () => {
    await contactsOf(tenant, 8);
    const waveId = await launched({ isAnonymous: true });
    expect(await countsOf(waveId)).toEqual({ scheduled: 8 });
    const ballots = await query<{ digest: Buffer }>(
      'select digest from ballot where tenant_id = $1 and wave_id = $2',
      [waveId],
    );
    expect(ballots).toHaveLength(8);
    expect((await invitationsOf(waveId)).map(({ link }) => link)).toEqual(Array(8).fill(null));
  });
});

describe('an address on the suppression list', () => {
  it('is not written to, though it was already scheduled', async () => {
    await contactsOf(tenant, 3);
    const waveId = await launched();
    await tenant.post('/v1/suppressions/bulk', { emails: ['C0@example.com', 'c1@example.com'] }).expect(200);
    expect(await countsOf(waveId)).toEqual({ scheduled: 1, 'suppressed: by_hand': 2 });
  });

  it('keeps its first reason, and can be taken off the list', async () => {
    const first = { email: 'a@example.com', reason: 'unsubscribed' };
    await tenant.post('/v1/suppressions', first).expect(201);
    const { body } = await tenant.post('/v1/suppressions', { email: 'A@example.com' }).expect(201);
    expect(body).toMatchObject(first);
    await tenant.delete('/v1/suppressions/a@example.com').expect(204);
    const { body: problem } = await tenant.delete('/v1/suppressions/a@example.com').expect(404);
    expect(problem.code).toBe('suppression.not_found');
    expect((await tenant.get('/v1/suppressions').expect(200)).body.items).toEqual([]);
  });
});

describe('a contact asked by the tenant’s own product', () => {
  it('gets a link of their own, the same every time', async () => {
    const [id] = await contactsOf(tenant, 1);
    const waveId = await launched({ channel: 'api', mail: undefined });
    const { body } = await tenant.post(`/v1/waves/${waveId}/invitations`, { contactId: id }).expect(201);
    expect(body).toMatchObject({ contactId: id, state: 'scheduled', reason: null });
    expect(body.link).toMatch(/\/r\/[A-Za-z0-9_-]{87}$/);
    const again = await tenant.post(`/v1/waves/${waveId}/invitations`, { contactId: id }).expect(201);
    expect(again.body).toEqual(body);
    expect(await countsOf(waveId)).toEqual({ scheduled: 1 });
  });

  it('is told why not, when they are not asked', async () => {
    const [id] = await contactsOf(tenant, 1);
    await launched();
    const waveId = await launched({ channel: 'api', mail: undefined });
    const { body } = await tenant.post(`/v1/waves/${waveId}/invitations`, { contactId: id }).expect(201);
    expect(body).toMatchObject({ state: 'suppressed', reason: 'quarantine', link: null });
  });

  it('must be in the audience, and the wave open and of that kind', async () => {
    const [id] = await contactsOf(tenant, 1);
    const audience = { field: 'contact.capacity', op: 'eq', value: 'champion' };
    const own = await launched({ channel: 'api', mail: undefined, audience });
    const outside = await tenant.post(`/v1/waves/${own}/invitations`, { contactId: id }).expect(422);
    expect(outside.body.code).toBe('invitation.not_in_audience');
    const mailed = await launched();
    const wrong = await tenant.post(`/v1/waves/${mailed}/invitations`, { contactId: id }).expect(409);
    expect(wrong.body.code).toBe('wave.asks_by_itself');
  });
});

describe('the invitations of a wave', () => {
  it('are listed by state and reason, page by page, and exported', async () => {
    await contactsOf(tenant, 5);
    await addContact({ name: 'No address' });
    const waveId = await launched();
    expect(await invitationsOf(waveId, '&state=suppressed&reason=no_address')).toHaveLength(1);
    const page = await tenant.get(`/v1/waves/${waveId}/invitations?limit=4`).expect(200);
    const rest = await tenant
      .get(`/v1/waves/${waveId}/invitations?limit=4&cursor=${page.body.next}`)
      .expect(200);
    expect([page.body.items.length, rest.body.items.length, rest.body.next]).toEqual([4, 2, null]);
    const { text } = await tenant.get(`/v1/waves/${waveId}/invitations.csv?state=scheduled`).expect(200);
    expect(text.split('\r\n')).toHaveLength(1 + 5 + 1);
    expect(text).toMatch(/^contactId,state,reason,invitedAt/);
  });

  it('show links only to those who may invite', async () => {
    await contactsOf(tenant, 1);
    const waveId = await launched({ channel: 'link', mail: undefined });
    const viewer = await tenant.member('viewer');
    expect((await invitationsOf(waveId))[0]!.link).toMatch(/\/r\//);
    const { body } = await viewer.get(`/v1/waves/${waveId}/invitations`).expect(200);
    expect(body.items[0].link).toBeNull();
  });
});

describe('a preview', () => {
  it('says how many would be asked, who would be left out and why, and shows some', async () => {
    await contactsOf(tenant, 12);
    await addContact({ name: 'No address' });
    const { body } = await tenant.post('/v1/audience-previews', { audience: { always: true } }).expect(200);
    expect(body).toMatchObject({
      ...{ contacts: 13, asked: 12, leftOut: [{ reason: 'no_address', contacts: 1 }], warning: null },
    });
    expect(body.sample).toHaveLength(10);
    await launched();
    const again = { audience: { always: true }, quarantineDays: 30 };
    expect((await tenant.post('/v1/audience-previews', again).expect(200)).body).toMatchObject({
      ...{ contacts: 13, asked: 0, warning: 'Everybody in this audience would be left out.' },
    });
  });

  it('says that an audience is empty', async () => {
    const audience = { field: 'contact.external_id', op: 'eq', value: 'nobody' };
    const { body } = await tenant.post('/v1/audience-previews', { audience }).expect(200);
    expect(body).toMatchObject({ contacts: 0, asked: 0, sample: [] });
    expect(body.warning).toMatch('cannot be started');
  });

  it('says what is wrong with an audience, and where', async () => {
    const audience = { any: [{ field: 'contact.mood', op: 'eq', value: 'good' }] };
    const { body } = await tenant.post('/v1/audience-previews', { audience }).expect(422);
    expect(body.code).toBe('campaign.audience_invalid');
    expect(body.errors[0].pointer).toBe('/audience/any/0/field');
  });
});
