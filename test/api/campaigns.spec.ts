import {
  campaignOf,
  contactsOf,
  MAIL,
  sentAndAnswered,
  strike,
  strikeAt,
  surveyOf,
} from '../support/campaigns.js';
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

const RECURRING = {
  ...{ type: 'recurring', everyMonths: 1, firstOpens: '2026-12-01T09:00' },
  ...{ lastsDays: 14, spread: 'at_once', remindAfterDays: [7] },
};

async function started(fields: object = {}): Promise<string> {
  const id = await campaignOf(tenant, fields);
  await tenant.post(`/v1/campaigns/${id}/start`).expect(201);
  await tenant.settle();
  return id;
}

interface WaveShown {
  id: string;
  number: number;
  state: string;
  opensAt: string;
  closesAt: string;
}

async function wavesOf(id: string): Promise<WaveShown[]> {
  return (await tenant.get(`/v1/campaigns/${id}/waves`).expect(200)).body.items as WaveShown[];
}

async function statesOf(id: string): Promise<string[]> {
  return (await wavesOf(id)).map(({ number, state }) => `${number} ${state}`);
}

describe('a campaign', () => {
  it('begins as a draft with what it did not say filled in', async () => {
    const id = await campaignOf(tenant, { timeZone: 'Europe/Berlin' });
    const { body, headers } = await tenant.get(`/v1/campaigns/${id}`).expect(200);
    expect(body).toMatchObject({
      ...{ name: 'Winter', survey: 'nps', state: 'draft', reach: 'external', isAnonymous: false },
      ...{
        quarantineDays: 90,
        samplingPercent: 100,
        minimumGroup: 5,
        mail: MAIL,
        audience: { always: true },
      },
    });
    expect(headers.etag).toBe('"1"');
    expect(await statesOf(id)).toEqual([]);
  });

  it('says everything that is wrong with it at once, and is not made', async () => {
    const { body } = await tenant
      .post('/v1/campaigns', {
        ...{ name: 'Winter', survey: 'nps', kind: 'relational', channel: 'email', timeZone: 'Europe/Berlin' },
        schedule: { type: 'once', opens: '2027-03-28T02:30', lastsDays: 7 },
        audience: { field: 'contact.mood', op: 'eq', value: 'good' },
        mail: { subject: 'Hi {{nick}}', intro: 'x', translations: { de: { subject: 'Hallo' } } },
      })
      .expect(422);
    expect(body.code).toBe('campaign.invalid');
    expect((body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/schedule/opens',
      '/audience/field',
      '/mail/subject',
      '/mail/translations/de/intro',
    ]);
    expect((await tenant.get('/v1/campaigns').expect(200)).body.items).toEqual([]);
  });

  it('asks a survey there is', async () => {
    const draft = {
      name: 'x',
      survey: 'csat',
      kind: 'relational',
      channel: 'link',
      schedule: { type: 'once', lastsDays: 7 },
    };
    const { body } = await tenant.post('/v1/campaigns', draft).expect(422);
    expect(body.errors).toEqual([{ pointer: '/survey', detail: 'is not the key of a survey' }]);
  });

  it('is changed by whoever has seen its present version', async () => {
    const id = await campaignOf(tenant);
    const change = { name: 'Spring', schedule: RECURRING, isAnonymous: true };
    const { body } = await tenant.patch(`/v1/campaigns/${id}`, change).set('if-match', '"1"').expect(200);
    expect(body).toMatchObject({ ...change, version: 2 });
    await tenant.patch(`/v1/campaigns/${id}`, { name: 'x' }).set('if-match', '"1"').expect(412);
  });

  it('keeps its promises once it has begun', async () => {
    await contactsOf(tenant, 1);
    const id = await started({ isAnonymous: true });
    const refused = await tenant.patch(`/v1/campaigns/${id}`, { isAnonymous: false, name: 'x' }).expect(409);
    expect(refused.body).toMatchObject({
      code: 'campaign.fields_fixed',
      errors: [{ pointer: '/isAnonymous', detail: 'is fixed while running' }],
    });
    await tenant.patch(`/v1/campaigns/${id}`, { name: 'Spring', samplingPercent: 50 }).expect(200);
  });

  it('knows which step follows which', async () => {
    const id = await campaignOf(tenant, { schedule: RECURRING });
    await contactsOf(tenant, 1);
    const { body } = await tenant.post(`/v1/campaigns/${id}/pause`).expect(409);
    expect(body).toMatchObject({ code: 'campaign.transition_not_allowed', allowed: ['start', 'close'] });
    for (const [step, state] of [
      ['start', 'running'],
      ['pause', 'paused'],
      ['resumption', 'running'],
      ['closure', 'closed'],
    ])
      expect((await tenant.post(`/v1/campaigns/${id}/${step}`).expect(201)).body.state).toBe(state);
    await tenant.post(`/v1/campaigns/${id}/start`).expect(409);
    expect(await statesOf(id)).toEqual(['1 closed']);
  });

  it('cannot be started when its time has passed', async () => {
    await contactsOf(tenant, 1);
    const id = await campaignOf(tenant, { schedule: RECURRING });
    heed.setTime(new Date('2026-12-01T10:00:00Z'));
    const { body } = await tenant.post(`/v1/campaigns/${id}/start`).expect(409);
    expect(body).toMatchObject({ code: 'campaign.not_ready', errors: [{ pointer: '/schedule/firstOpens' }] });
    expect(await statesOf(id)).toEqual([]);
  });

  it('is not started when there is nobody to ask', async () => {
    await contactsOf(tenant, 1);
    const id = await campaignOf(tenant, {
      audience: { field: 'contact.capacity', op: 'eq', value: 'champion' },
    });
    const { body } = await tenant.post(`/v1/campaigns/${id}/start`).expect(422);
    expect(body.code).toBe('campaign.audience_empty');
    expect((await tenant.get(`/v1/campaigns/${id}`)).body.state).toBe('draft');
  });

  it('is made by those who may', async () => {
    const agent = await tenant.member('agent');
    await agent.get('/v1/campaigns').expect(200);
    await agent.post('/v1/campaigns', {}).expect(403);
  });
});

describe('the waves of a campaign', () => {
  beforeEach(() => contactsOf(tenant, 3));

  it('are one of a campaign that asks once, and it ends with it', async () => {
    const id = await started({ schedule: { type: 'once', lastsDays: 21 } });
    expect(await statesOf(id)).toEqual(['1 open']);
    await strikeAt(tenant, '2026-12-13T11:59:59Z');
    expect(await statesOf(id)).toEqual(['1 open']);
    await strikeAt(tenant, '2026-12-13T12:00:00Z');
    expect(await statesOf(id)).toEqual(['1 closed']);
    expect((await tenant.get(`/v1/campaigns/${id}`)).body.state).toBe('closed');
  });

  it('open when they are due, and the next one is planned then', async () => {
    const id = await started({ schedule: RECURRING });
    expect(await statesOf(id)).toEqual(['1 planned']);
    await strikeAt(tenant, '2026-12-01T09:00:05Z');
    expect(await statesOf(id)).toEqual(['1 open', '2 planned']);
    await strikeAt(tenant, '2026-12-15T09:00:00Z');
    expect(await statesOf(id)).toEqual(['1 closed', '2 planned']);
    expect((await wavesOf(id))[1]).toMatchObject({ opensAt: '2027-01-01T09:00:00.000Z' });
  });

  it('are the same when the clock strikes twice, and in two processes at once', async () => {
    const id = await started({ schedule: RECURRING });
    heed.setTime(new Date('2026-12-01T09:00:05Z'));
    await Promise.all([strike(tenant), strike(tenant), strike(tenant)]);
    await strike(tenant);
    expect((await wavesOf(id)).map(({ number }) => number)).toEqual([1, 2]);
    const events = await tenant.get('/v1/events?type=wave.closed');
    expect(events.body.items ?? []).toEqual([]);
  });

  it('wait while the campaign is paused, and those whose time passed are not made up for', async () => {
    const id = await started({ schedule: RECURRING });
    await tenant.post(`/v1/campaigns/${id}/pause`).expect(201);
    await strikeAt(tenant, '2026-12-02T09:00:00Z');
    expect(await statesOf(id)).toEqual(['1 planned']);
    await strikeAt(tenant, '2027-03-20T09:00:00Z');
    expect(await statesOf(id)).toEqual(['1 closed', '2 planned']);
    await tenant.post(`/v1/campaigns/${id}/resumption`).expect(201);
    expect((await wavesOf(id))[1]).toMatchObject({ opensAt: '2027-04-01T09:00:00.000Z' });
  });

  it('ask what the survey asks when they open', async () => {
    const id = await started({ schedule: RECURRING });
    const survey = (await tenant.get('/v1/surveys')).body.items[0].id as string;
    const definition = { questions: [{ key: 'score', type: 'nps', label: 'Anew?' }] };
    await tenant.post(`/v1/surveys/${survey}/versions`, { definition }).expect(201);
    await strikeAt(tenant, '2026-12-01T09:00:00Z');
    expect((await wavesOf(id))[0]).toMatchObject({ surveyVersion: 2 });
  });

  it('close earlier or later within reason', async () => {
    const id = await started();
    const [wave] = await wavesOf(id);
    const path = `/v1/waves/${wave!.id}`;
    const moved = await tenant.patch(path, { closesAt: '2026-12-20T00:00:00Z' }).expect(200);
    expect(moved.body).toMatchObject({ closesAt: '2026-12-20T00:00:00.000Z', state: 'open' });
    for (const closesAt of ['2026-11-22T12:00:00Z', '2028-01-01T00:00:00Z'])
      expect((await tenant.patch(path, { closesAt }).expect(422)).body.code).toBe('wave.window_invalid');
    expect((await tenant.post(`${path}/closure`).expect(201)).body.state).toBe('closed');
    await tenant.post(`${path}/closure`).expect(409);
    await tenant.patch(path, { closesAt: '2026-12-20T00:00:00Z' }).expect(409);
  });
});

describe('how a wave stands', () => {
  let contacts: string[];

  beforeEach(async () => {
    contacts = await contactsOf(tenant, 10);
  });

  it('is told by the states of its invitations, and its response rate with how sure that is', async () => {
    await tenant.post('/v1/contacts', { name: 'Without an address' }).expect(201);
    const [wave] = await wavesOf(await started());
    const sentAt = '2026-11-22T12:01:00Z';
    await sentAndAnswered(tenant, { waveId: wave!.id, contactIds: contacts.slice(0, 8), sentAt });
    const answeredAt = '2026-11-23T10:00:00Z';
    await sentAndAnswered(tenant, { waveId: wave!.id, contactIds: contacts.slice(8), sentAt, answeredAt });
    heed.setTime(new Date('2026-11-24T13:00:00Z'));
    const { body } = await tenant.get(`/v1/waves/${wave!.id}`).expect(200);
    expect(body).toMatchObject({
      day: 3,
      invitations: [
        { state: 'answered', reason: null, count: 2 },
        { state: 'sent', reason: null, count: 8 },
        { state: 'suppressed', reason: 'no_address', count: 1 },
      ],
      turnout: { asked: 10, answered: 2, rate: { share: 0.2 } },
      previous: null,
    });
    expect(body.turnout.rate.low).toBeCloseTo(0.0567, 4);
    expect(body.turnout.rate.high).toBeCloseTo(0.5098, 4);
  });

  it('is compared with the wave before at the same day of its life', async () => {
    const id = await started({ schedule: RECURRING, quarantineDays: 0 });
    await strikeAt(tenant, '2026-12-01T09:00:00Z');
    const [first] = await wavesOf(id);
    const december = { waveId: first!.id, sentAt: '2026-12-01T09:10:00Z' };
    await sentAndAnswered(tenant, {
      ...december,
      contactIds: contacts.slice(0, 1),
      answeredAt: '2026-12-02T08:00:00Z',
    });
    await sentAndAnswered(tenant, {
      ...december,
      contactIds: contacts.slice(1, 6),
      answeredAt: '2026-12-09T08:00:00Z',
    });
    await sentAndAnswered(tenant, { ...december, contactIds: contacts.slice(6) });
    await strikeAt(tenant, '2027-01-01T09:00:00Z');
    const second = (await wavesOf(id))[1]!;
    const january = { waveId: second.id, sentAt: '2027-01-01T09:10:00Z' };
    await sentAndAnswered(tenant, {
      ...january,
      contactIds: contacts.slice(0, 9),
      answeredAt: '2027-01-02T08:00:00Z',
    });
    await sentAndAnswered(tenant, { ...january, contactIds: contacts.slice(9) });

    heed.setTime(new Date('2027-01-03T09:00:00Z'));
    const { body } = await tenant.get(`/v1/waves/${second.id}`).expect(200);
    expect(body).toMatchObject({
      day: 3,
      turnout: { asked: 10, answered: 9 },
      previous: { number: 1, turnout: { asked: 10, answered: 1 }, difference: { isReal: true } },
    });
    expect(body.previous.difference.share).toBeCloseTo(0.8, 10);
    heed.setTime(new Date('2027-01-12T09:00:00Z'));
    const later = await tenant.get(`/v1/waves/${second.id}`).expect(200);
    expect(later.body.previous.turnout).toMatchObject({ asked: 10, answered: 6 });
  });

  it('ends with everybody who did not answer expired, and those never sent a mail as not asked', async () => {
    const id = await started();
    const [wave] = await wavesOf(id);
    const sent = { waveId: wave!.id, sentAt: '2026-11-22T12:01:00Z' };
    await sentAndAnswered(tenant, {
      ...sent,
      contactIds: contacts.slice(0, 2),
      answeredAt: '2026-11-23T08:00:00Z',
    });
    await sentAndAnswered(tenant, { ...sent, contactIds: contacts.slice(2, 5) });
    await strikeAt(tenant, '2026-12-13T12:00:00Z');
    const { body } = await tenant.get(`/v1/waves/${wave!.id}`).expect(200);
    expect(body).toMatchObject({
      state: 'closed',
      day: 22,
      invitations: [
        { state: 'answered', reason: null, count: 2 },
        { state: 'expired', reason: null, count: 8 },
      ],
      turnout: { asked: 5, answered: 2 },
    });
    // Five were never mailed, so the next campaign may ask them.
    const next = await started({ name: 'Next' });
    const [following] = await wavesOf(next);
    const counts = (await tenant.get(`/v1/waves/${following!.id}`)).body.invitations as object[];
    expect(counts).toEqual([
      { state: 'scheduled', reason: null, count: 5 },
      { state: 'suppressed', reason: 'quarantine', count: 5 },
    ]);
  });

  it('of an anonymous one is counted by day', async () => {
    const id = await started({ schedule: RECURRING, isAnonymous: true });
    await strikeAt(tenant, '2026-12-01T09:00:00Z');
    await strikeAt(tenant, '2026-12-03T10:00:00Z');
    await strikeAt(tenant, '2026-12-20T10:00:00Z');
    await strikeAt(tenant, '2027-01-01T09:00:00Z');
    const second = (await wavesOf(id))[1]!;
    heed.setTime(new Date('2027-01-02T08:00:00Z'));
    expect((await tenant.get(`/v1/waves/${second.id}`)).body.previous).toBeNull();
    heed.setTime(new Date('2027-01-03T20:00:00Z'));
    expect((await tenant.get(`/v1/waves/${second.id}`)).body.previous).toMatchObject({
      number: 1,
      turnout: { answered: 0 },
    });
  });
});
