import { groupIntoDeliveries } from '../src/platform/events/grouping.js';
import { Outbox } from '../src/platform/events/outbox.js';
import { Heed, type TestTenant } from './support/heed.js';
import { SURVEY } from './support/one-of-everything.js';
import { BuiltApi } from './support/openapi.js';
import { send } from './support/send.js';
import { rowsOf } from './support/tenant-rows.js';

const EMAIL = 'greta.private@example.com';
const COMMENT = 'My neighbour Wilhelmina saw the parcel in the rain';
const PRIVATE = /greta|wilhelmina|parcel/i;

let heed: Heed;
let api: BuiltApi;
let acme: TestTenant;

beforeAll(async () => {
  [heed, api] = await Promise.all([Heed.start(), BuiltApi.start({ HEED_LOG_LEVEL: 'trace' })]);
  acme = await heed.tenant();
  await acme.post('/v1/surveys', { key: 'nps', name: 'NPS', definition: { questions: SURVEY } }).expect(201);
});

afterAll(() => Promise.all([heed?.close(), api?.stop()]));

it('the key of an external model is neither logged nor shown, whatever comes of it', async () => {
  const secret = 'sk-confidential-key';
  const sound = { baseUrl: 'https://model.example/v1', model: 'small-1', apiKey: secret, currency: 'EUR' };
  const prices = { monthlyCeilingMicros: 1, inputPriceMicros: 1, outputPriceMicros: 1 };
  const bodies = [
    { ...sound, ...prices, enabled: false },
    { ...sound, ...prices, baseUrl: `https://${secret}@model.example/v1` },
    { ...sound, ...prices, apiKey: `${secret} ` },
    sound,
  ];
  const statuses: number[] = [];
  for (const body of bodies.map((one) => JSON.stringify(one))) {
    const sent = { method: 'PUT', path: '/v1/analysis/model', apiKey: acme.apiKey, body };
    const { status, text } = await send(api.url, sent);
    statuses.push(status);
    expect(text).not.toContain(secret);
  }
  expect(statuses).toEqual([200, 422, 422, 422]);
  expect(await api.log()).not.toContain(secret);
  expect(JSON.stringify(await rowsOf(acme.id))).not.toContain(secret);
});

describe('what a person wrote', () => {
  const sound = { survey: 'nps', score: 2, comment: COMMENT, contact: { email: EMAIL } };

  it.each([
    ['is kept', JSON.stringify(sound), 201],
    ['has a score off the scale', JSON.stringify({ ...sound, score: 11 }), 422],
    ['has an unknown field', JSON.stringify({ ...sound, [COMMENT]: EMAIL }), 422],
    ['breaks off', JSON.stringify(sound).slice(0, -1), 400],
    ['holds a NUL', JSON.stringify({ ...sound, comment: `${COMMENT}\0` }), 422],
  ])('is not in the log when it %s', async (_, body, status) => {
    const sent = { method: 'POST', path: '/v1/responses', apiKey: acme.apiKey, body };
    expect((await send(api.url, sent)).status).toBe(status);
    const log = await api.log();
    expect(log).toContain('The API listens');
    expect(log).not.toMatch(PRIVATE);
    expect(log).not.toContain(acme.apiKey);
  });

  it('is not in the events that tell of it', async () => {
    const { event, response } = await rowsOf(acme.id);
    expect(response!.join()).toMatch(PRIVATE);
    expect(event!.join()).toContain('response.received');
    expect(event!.join()).not.toMatch(PRIVATE);
  });

  it('is not handed to Redis, which gets ids and names of handlers', async () => {
    const { inside, outside } = groupIntoDeliveries(await heed.app.get(Outbox).claim(500, acme.id));
    expect(inside.length).toBeGreaterThan(0);
    for (const delivery of [...inside, ...outside]) {
      expect(delivery).toEqual({
        tenantId: acme.id,
        handler: expect.stringMatching(/^[\w.]+$/),
        outboxIds: expect.arrayContaining([expect.stringMatching(/^\d+$/)]),
      });
    }
  });
});
