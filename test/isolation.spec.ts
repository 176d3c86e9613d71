import { Heed, type TestTenant } from './support/heed.js';
import { type Belongings, oneOfEverything } from './support/one-of-everything.js';
import { BuiltApi } from './support/openapi.js';
import type { Operation } from './support/operations.js';
import { requestOf, type Slot, slotsOf } from './support/requests.js';
import { type Sent, send } from './support/send.js';
import { idsIn, rowsOf } from './support/tenant-rows.js';
import { trespass } from './support/trespass.js';

/** The receiver of the webhooks and the external model are this machine, where nobody listens. */
const ENV = { HEED_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8', HEED_MODEL_ALLOWED_NETWORKS: '127.0.0.0/8' };

const api = await BuiltApi.start(ENV);
let heed: Heed;
let acme: TestTenant;
let other: TestTenant;
let ofAcme: Belongings;
let ofOther: Belongings;
let before: Record<string, string[]>;
let idsOfAcme: Set<string>;

beforeAll(async () => {
  heed = await Heed.start(ENV);
  [acme, other] = [await heed.tenant('Acme'), await heed.tenant('Other')];
  [ofAcme, ofOther] = [await oneOfEverything(acme), await oneOfEverything(other)];
  before = await rowsOf(acme.id);
  idsOfAcme = idsIn(before);
});

afterAll(() => Promise.all([heed?.close(), api.stop()]));

describe('another tenant', () => {
  it.each(api.operations)('is neither reached nor shown by $name', async (operation) => {
    for (const slot of slotsOf(operation)) {
      const request = requestOf(operation, (one) => (isSame(one, slot) ? ofAcme : ofOther));
      expect([slot, await trespassOf(request, slot)]).toEqual([slot, null]);
    }
    expect(await trespassOf(requestOf(operation, () => ofAcme))).toBeNull();
  });
});

describe('no tenant', () => {
  it.each(api.operations)('is opened without its key by $name', async (operation) => {
    const sent = requestOf(operation, () => ofAcme);
    const [prefix, secret] = [acme.apiKey.slice(0, -43), other.apiKey.slice(-43)];
    for (const apiKey of [undefined, `${acme.apiKey.slice(0, -1)}!`, `${prefix}${secret}`]) {
      expect(await statusAndCode({ ...sent, apiKey })).toMatch(/^401 credential\.(missing|invalid)$/);
    }
  });
});

describe('after all that', () => {
  it('every row of the tenant is as it was', async () => {
    expect(await rowsOf(acme.id)).toEqual(before);
  });

  it('no row of the other tenant names anything of it', async () => {
    const idsOfOther = idsIn(await rowsOf(other.id));
    expect([...idsOfAcme].filter((id) => idsOfOther.has(id))).toEqual([]);
  });

  // An attack that is refused because it is badly made proves nothing.
  it.each(byHarm(api.operations))('the same request does its work at home: $name', async (operation) => {
    const { status, text } = await send(api.url, {
      ...requestOf(operation, () => ofAcme),
      apiKey: acme.apiKey,
    });
    expect(`${status} ${text}`).toMatch(/^(2..|409) /);
  });
});

describe('the check itself', () => {
  const id = '0190b1c2-0000-7000-8000-000000000001';
  const slot: Slot = { in: 'path', name: 'id' };
  const sent: Sent = { method: 'GET', path: `/v1/things/${id}` };
  const answered = (status: number, text = '') => ({ status, text, type: '', json: undefined });
  const check = (status: number, text = '') =>
    trespass(answered(status, text), sent, slot, new Set([id, 'x1']));

  it('accepts that there is no such thing', () => expect(check(404, `There is no thing ${id}.`)).toBeNull());
  it('sees a thing shown', () => expect(check(200, `{"id":"${id}"}`)).toContain('showed'));
  it('sees a thing changed in silence', () => expect(check(204)).toContain('answered 204'));
  it('sees a refusal that tells more than was asked', () =>
    expect(check(404, 'x1 has it')).toContain('showed x1'));
  it('sees a refusal that admits it exists', () => expect(check(409)).toContain('answered 409'));
  it('does not let a route escape whose ids it does not know', () => {
    const route = {
      ...api.operations[0]!,
      parameters: [],
      path: '/v1/things/{id}',
      name: 'GET /v1/things/{id}',
    };
    expect(() => requestOf(route, () => ofAcme)).toThrow(
      'GET /v1/things/{id} names a thing by "things/{id}"',
    );
    const body = { type: 'object', properties: { thingId: { type: 'string' } } };
    expect(() => slotsOf({ ...route, body })).toThrow('names a thing by "thingId"');
  });
  it('sees a failure', () => expect(check(500)).toContain('answered 500'));
});

/** What is wrong with the other tenant's doing that. */
async function trespassOf(request: Sent, slot?: Slot): Promise<string | null> {
  const sent = { ...request, apiKey: other.apiKey };
  return trespass(await send(api.url, sent), sent, slot, idsOfAcme);
}

async function statusAndCode(sent: Sent): Promise<string> {
  const { status, json } = await send(api.url, sent);
  return `${status} ${(json as { code?: string } | undefined)?.code ?? ''}`;
}

function isSame(one: Slot, other: Slot): boolean {
  return one.in === other.in && one.name === other.name;
}

/** Reads first, what adds a thing later, and what ends one last. */
function byHarm(operations: Operation[]): Operation[] {
  const harm = ({ method, path }: Operation) =>
    method === 'DELETE' || /(deactivation|revocation|retirement)$/.test(path)
      ? 4
      : ['GET', 'PUT', 'PATCH', 'POST'].indexOf(method);
  return [...operations].sort((a, b) => harm(a) - harm(b));
}
