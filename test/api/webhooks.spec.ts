import { Clock } from '../../src/platform/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { publishedFacts } from '../../src/platform/events/event.js';
import { Events } from '../../src/platform/events/events.js';
import { Handlers } from '../../src/platform/events/handlers.js';
import { newId } from '../../src/platform/ids.js';
import { WebhookEndpointDisabled } from '../../src/webhooks/webhooks.events.js';
import { Heed, type TestTenant } from '../support/heed.js';
import { Receiver } from '../support/receiver.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A published event that needs nothing else to happen. */
const TYPE = 'webhook_endpoint.disabled';

let heed: Heed;
let receiver: Receiver;
beforeAll(async () => (heed = await Heed.start({ HEED_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8' })));
afterAll(() => heed.close());
beforeEach(async () => {
  receiver = await Receiver.start();
  heed.setTime(new Date());
});
afterEach(() => receiver.close());

async function subscribe(tenant: TestTenant, types = [TYPE], url = receiver.url) {
  const { body } = await tenant.post('/v1/webhook-endpoints', { url, types }).expect(201);
  return body as { id: string; secret: string };
}

/** Lets events happen, and tells nobody yet. */
function happen(tenant: TestTenant, count = 1): Promise<void> {
  return heed.app.get(Database).inTenant(tenant.id, () => {
    const events = heed.app.get(Events);
    for (let i = 0; i < count; i++) events.record(new WebhookEndpointDisabled(newId(), 'gone'));
    return Promise.resolve();
  });
}

async function happenAndSettle(tenant: TestTenant, count = 1): Promise<void> {
  await happen(tenant, count);
  await tenant.settle();
}

/** Lets time pass: whatever was to be done later is due. */
async function pass(tenant: TestTenant, ms: number): Promise<void> {
  heed.setTime(new Date(heed.app.get(Clock).now().getTime() + ms));
  await heed.app
    .get(Database)
    .withoutTenant((client) =>
      client.query('update outbox set available_at = now() where tenant_id = $1', [tenant.id]),
    );
  await tenant.settle();
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve!: () => void;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}

async function deliveries(tenant: TestTenant, endpointId: string, filter = '') {
  const { body } = await tenant.get(`/v1/webhook-endpoints/${endpointId}/deliveries${filter}`).expect(200);
  return body.items;
}

async function endpointOf(tenant: TestTenant, id: string) {
  return (await tenant.get(`/v1/webhook-endpoints/${id}`).expect(200)).body;
}

describe('a webhook', () => {
  it('tells an endpoint what happened, in a way an independent verifier accepts', async () => {
    const acme = await heed.tenant();
    const { id, secret } = await subscribe(acme);
    await happenAndSettle(acme);
    expect(receiver.verifyLatest(secret)).toMatchObject({ type: TYPE, data: { reason: 'gone' } });
    const [delivery] = await deliveries(acme, id);
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 1, lastStatus: 204, type: TYPE });
    expect(receiver.ids).toEqual([delivery.id]);
    expect(receiver.bodies[0]!.data.eventId).toBe(delivery.eventId);
  });

  it('goes to the endpoints that asked for its type, and to those that asked for all', async () => {
    const acme = await heed.tenant();
    const chosen = await subscribe(acme, [TYPE]);
    const all = await subscribe(acme, ['*']);
    await happenAndSettle(acme, 3);
    expect(receiver.received).toHaveLength(6);
    expect(await deliveries(acme, chosen.id)).toHaveLength(3);
    expect(await deliveries(acme, all.id)).toHaveLength(3);
  });

  it('is queued for a tenant from its first endpoint to its last, and for nobody else', async () => {
    const acme = await heed.tenant();
    const queued = () =>
      heed.app.get(Database).inTenant(acme.id, async () => {
        const found = await heed.app
          .get(Database)
          .query(
            `select from outbox where tenant_id = $1 and handler = 'WebhooksReactions.openDeliveries'`,
            [],
          );
        return found.length;
      });
    await happen(acme);
    expect(await queued()).toBe(0);
    const { id } = await subscribe(acme);
    await acme.settle();
    await happen(acme);
    expect(await queued()).toBe(1);
    await acme.settle();
    expect(await deliveries(acme, id)).toHaveLength(1);
    await acme.delete(`/v1/webhook-endpoints/${id}`).expect(204);
    await happen(acme);
    expect(await queued()).toBe(0);
  });

  it('never crosses from one tenant to another', async () => {
    const [acme, other] = [await heed.tenant(), await heed.tenant()];
    const { id } = await subscribe(acme);
    await happenAndSettle(other);
    expect(receiver.received).toHaveLength(0);
    await happenAndSettle(acme);
    const [delivery] = await deliveries(acme, id);
    await other.get(`/v1/webhook-endpoints/${id}`).expect(404);
    await other.get(`/v1/webhook-endpoints/${id}/deliveries`).expect(404);
    await other.get(`/v1/webhook-deliveries/${delivery.id}`).expect(404);
    await other.post(`/v1/webhook-deliveries/${delivery.id}/replay`).expect(404);
    await other.post(`/v1/webhook-endpoints/${id}/secret-rotation`).expect(404);
    await other.delete(`/v1/webhook-endpoints/${id}`).expect(404);
  });

  it('can be subscribed to for every published event of every module', () => {
    const handlers = heed.app.get(Handlers);
    const unheard = publishedFacts().filter(
      ({ fact }) => !handlers.wanting(fact).some(({ name }) => name === 'WebhooksReactions.openDeliveries'),
    );
    expect(unheard.map(({ type }) => type)).toEqual([]);
  });

  it('is sent to try an endpoint, when somebody asks for it', async () => {
    const acme = await heed.tenant();
    const { id, secret } = await subscribe(acme);
    const { body: test } = await acme.post(`/v1/webhook-endpoints/${id}/test`).expect(201);
    expect(test).toMatchObject({ state: 'pending', type: 'webhook.test', eventId: null });
    await acme.settle();
    expect(receiver.verifyLatest(secret)).toMatchObject({
      type: 'webhook.test',
      data: { webhookEndpointId: id },
    });
    expect(await deliveries(acme, id, '?state=delivered&type=webhook.test')).toHaveLength(1);
    expect(await deliveries(acme, id, '?state=failed')).toHaveLength(0);
  });
});

describe('a delivery that fails', () => {
  it('is repeated to the letter, under the same id', async () => {
    const acme = await heed.tenant();
    const { id } = await subscribe(acme);
    receiver.answer = { status: 500, body: 'we are \0 down' };
    await happenAndSettle(acme);
    const [waiting] = await deliveries(acme, id);
    expect(waiting).toMatchObject({ state: 'pending', attempts: 1, lastStatus: 500 });
    expect(new Date(waiting.nextAttemptAt) > heed.app.get(Clock).now()).toBe(true);
    receiver.answer = { status: 200, body: 'thanks' };
    await pass(acme, 10_000);
    const [first, second] = receiver.received;
    expect(second!.body).toBe(first!.body);
    expect(receiver.ids).toEqual([waiting.id, waiting.id]);
    const { body: delivery } = await acme.get(`/v1/webhook-deliveries/${waiting.id}`).expect(200);
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 2, nextAttemptAt: null });
    expect(delivery.log).toMatchObject([
      { attempt: 2, status: 200, responseExcerpt: 'thanks' },
      { attempt: 1, status: 500, responseExcerpt: 'we are \uFFFD down' },
    ]);
  });

  it('is not attempted before its time', async () => {
    const acme = await heed.tenant();
    await subscribe(acme);
    receiver.answer = { status: 500 };
    await happenAndSettle(acme);
    await pass(acme, 1_000);
    expect(receiver.received).toHaveLength(1);
  });

  it('rests as failed after ten attempts, and can be replayed under its id', async () => {
    const acme = await heed.tenant();
    const { id } = await subscribe(acme);
    receiver.answer = { status: 500 };
    await happenAndSettle(acme);
    for (let attempt = 2; attempt <= 10; attempt++) await pass(acme, 2 * DAY);
    const [failed] = await deliveries(acme, id, '?state=failed');
    expect(failed).toMatchObject({ attempts: 10, nextAttemptAt: null });
    await pass(acme, 2 * DAY);
    expect(receiver.received).toHaveLength(10);

    receiver.answer = { status: 200 };
    const { body: replayed } = await acme.post(`/v1/webhook-deliveries/${failed.id}/replay`).expect(201);
    expect(replayed).toMatchObject({ id: failed.id, state: 'pending', attempts: 0 });
    const twice = await acme.post(`/v1/webhook-deliveries/${failed.id}/replay`).expect(409);
    expect(twice.body.code).toBe('webhook_delivery.pending');
    await acme.settle();
    expect(new Set(receiver.ids)).toEqual(new Set([failed.id]));
    expect((await deliveries(acme, id))[0]).toMatchObject({ state: 'delivered', attempts: 1 });
  });

  it('is one whose receiver redirects: nothing follows there', async () => {
    const acme = await heed.tenant();
    const { id } = await subscribe(acme);
    const elsewhere = await Receiver.start();
    receiver.answer = { status: 307, headers: { location: elsewhere.url } };
    await happenAndSettle(acme);
    expect((await deliveries(acme, id))[0]).toMatchObject({ state: 'pending', lastStatus: 307 });
    expect(elsewhere.received).toHaveLength(0);
    await elsewhere.close();
  });

  it('is one that nobody answers, and says so', async () => {
    const acme = await heed.tenant();
    const gone = await Receiver.start();
    await gone.close();
    const { id } = await subscribe(acme, [TYPE], gone.url);
    await happenAndSettle(acme);
    const [delivery] = await deliveries(acme, id);
    expect(delivery).toMatchObject({ state: 'pending', lastStatus: null });
    expect(delivery.lastError).toContain('ECONNREFUSED');
  });

  it('gives an overloaded receiver rest from all others', async () => {
    const acme = await heed.tenant();
    await subscribe(acme);
    receiver.answer = { status: 429 };
    await happenAndSettle(acme);
    receiver.answer = { status: 200 };
    await happenAndSettle(acme, 3);
    expect(receiver.received).toHaveLength(1);
    await pass(acme, 10 * MINUTE);
    expect(receiver.received).toHaveLength(5);
  });

  it('is sent again, under its id, when what came of it could not be noted', async () => {
    const impatient = await Heed.start({
      HEED_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8',
      HEED_DATABASE_STATEMENT_TIMEOUT_MS: '1000',
    });
    const acme = await heed.tenant();
    const { id } = await subscribe(acme);
    const [hold, isHeld] = [deferred(), deferred()];
    const database = heed.app.get(Database);
    let holder: Promise<void> | undefined;
    receiver.meanwhile = () => {
      holder = database.inTenant(acme.id, async () => {
        await database.query('select id from webhook_delivery where tenant_id = $1 for update');
        isHeld.resolve();
        await hold.promise;
      });
      return isHeld.promise;
    };
    await happen(acme);
    await impatient.settle(acme.id);
    expect(receiver.received).toHaveLength(1);
    expect((await deliveries(acme, id))[0]).toMatchObject({ state: 'pending', attempts: 0 });

    hold.resolve();
    await holder;
    receiver.meanwhile = () => Promise.resolve();
    await pass(acme, MINUTE);
    const [delivery] = await deliveries(acme, id);
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 1 });
    expect(receiver.ids).toEqual([delivery.id, delivery.id]);
    await impatient.close();
  });

  it('is not made anew by a job that comes twice', async () => {
    const acme = await heed.tenant();
    const { id } = await subscribe(acme);
    await happen(acme);
    await acme.settle();
    const [delivery] = await deliveries(acme, id);
    await heed.app.get(Database).inTenant(acme.id, async () => {
      await heed.app.get(Database).query(
        `insert into outbox (tenant_id, event_id, handler, outside)
         select tenant_id, id, case type when 'webhook_delivery.opened' then 'WebhooksReactions.attempt'
                                         else 'WebhooksReactions.openDeliveries' end,
                type = 'webhook_delivery.opened'
           from event where tenant_id = $1 and (id = $2 or subject_id = $3)`,
        [delivery.eventId, delivery.id],
      );
    });
    await acme.settle();
    expect(receiver.received).toHaveLength(1);
    expect(await deliveries(acme, id)).toHaveLength(1);
  });
});

describe('an endpoint', () => {
  it('is switched off when it says it is gone, and catches up when enabled again', async () => {
    const acme = await heed.tenant();
    const since = new Date(Date.now() - MINUTE).toISOString();
    const { id } = await subscribe(acme);
    receiver.answer = { status: 410 };
    await happenAndSettle(acme);
    expect(await endpointOf(acme, id)).toMatchObject({ enabled: false, disabledReason: 'gone' });
    await happenAndSettle(acme, 2);
    expect((await deliveries(acme, id)).map(({ state }: { state: string }) => state).sort()).toEqual(
      // its own two, and the event that it was disabled
      ['failed', 'skipped', 'skipped', 'skipped'],
    );
    const refused = await acme.post(`/v1/webhook-endpoints/${id}/replay`, { since }).expect(409);
    expect(refused.body.code).toBe('webhook_endpoint.disabled');
    await acme.post(`/v1/webhook-endpoints/${id}/test`).expect(409);

    receiver.answer = { status: 200 };
    await acme.patch(`/v1/webhook-endpoints/${id}`, { enabled: true }).expect(200);
    const { body } = await acme.post(`/v1/webhook-endpoints/${id}/replay`, { since }).expect(201);
    expect(body).toEqual({ replayed: 4, isComplete: true });
    await acme.settle();
    expect(await deliveries(acme, id, '?state=delivered')).toHaveLength(4);
  });

  it('that fails for five days is switched off, and another endpoint is told', async () => {
    const acme = await heed.tenant();
    const { id } = await subscribe(acme);
    receiver.answer = { status: 500 };
    await happenAndSettle(acme, 20);
    await pass(acme, 5 * DAY - MINUTE);
    expect(await endpointOf(acme, id)).toMatchObject({ enabled: true });

    const alarm = await Receiver.start();
    await subscribe(acme, [TYPE], alarm.url);
    await pass(acme, 10 * MINUTE);
    expect(await endpointOf(acme, id)).toMatchObject({ enabled: false, disabledReason: 'sustained_failure' });
    expect(alarm.bodies).toMatchObject([{ data: { webhookEndpointId: id, reason: 'sustained_failure' } }]);

    const attempts = receiver.received.length;
    await pass(acme, DAY);
    expect(receiver.received).toHaveLength(attempts);
    expect(await deliveries(acme, id, '?state=pending')).toHaveLength(0);
    await alarm.close();
  });

  it('forgets its failures with a success', async () => {
    const acme = await heed.tenant();
    const { id } = await subscribe(acme);
    receiver.answer = { status: 500 };
    await happenAndSettle(acme);
    expect((await endpointOf(acme, id)).failingSince).not.toBeNull();
    receiver.answer = { status: 200 };
    await pass(acme, MINUTE);
    expect((await endpointOf(acme, id)).failingSince).toBeNull();
  });

  it('is sent nothing while disabled by hand, nor once deleted', async () => {
    const acme = await heed.tenant();
    const { id } = await subscribe(acme);
    const { body } = await acme.patch(`/v1/webhook-endpoints/${id}`, { enabled: false }).expect(200);
    expect(body).toMatchObject({ enabled: false, disabledReason: 'by_hand' });
    await happenAndSettle(acme);
    await acme.patch(`/v1/webhook-endpoints/${id}`, { enabled: true }).expect(200);
    await happen(acme);
    await acme.delete(`/v1/webhook-endpoints/${id}`).expect(204);
    await acme.settle();
    expect(receiver.received).toHaveLength(0);
    await acme.get(`/v1/webhook-endpoints/${id}`).expect(404);
    await acme.delete(`/v1/webhook-endpoints/${id}`).expect(404);
  });

  it('may change where and what it is told', async () => {
    const acme = await heed.tenant();
    const { id } = await subscribe(acme, ['*'], 'http://127.0.0.1:1/');
    const { headers } = await acme.get(`/v1/webhook-endpoints/${id}`).expect(200);
    const changes = { url: receiver.url, types: [TYPE], description: 'CRM' };
    const { body } = await acme
      .patch(`/v1/webhook-endpoints/${id}`, changes)
      .set('if-match', headers.etag!)
      .expect(200);
    expect(body).toMatchObject(changes);
    await acme.patch(`/v1/webhook-endpoints/${id}`, changes).set('if-match', headers.etag!).expect(412);
    await happenAndSettle(acme);
    expect(receiver.received).toHaveLength(1);
  });

  it.each([
    [{ url: null }, 'request.invalid'],
    [{ types: [] }, 'request.invalid'],
    [{ types: ['no.such'] }, 'webhook_endpoint.type_unknown'],
    [{ types: ['member.added'] }, 'webhook_endpoint.type_unknown'],
    [{ url: 'ftp://example.com' }, 'webhook_endpoint.url_invalid'],
    [{ url: 'https://user:secret@example.com' }, 'webhook_endpoint.url_invalid'],
    [{ secret: 'whsec_mine' }, 'request.invalid'],
  ])('is refused %j', async (wrong, code) => {
    const acme = await heed.tenant();
    const { id } = await subscribe(acme);
    const asked = { url: receiver.url, types: ['*'], ...wrong };
    expect((await acme.post('/v1/webhook-endpoints', asked).expect(422)).body.code).toBe(code);
    expect((await acme.patch(`/v1/webhook-endpoints/${id}`, wrong).expect(422)).body.code).toBe(code);
  });

  it('is one of at most fifty', async () => {
    const acme = await heed.tenant();
    for (let i = 0; i < 50; i++) await subscribe(acme);
    const refused = await acme.post('/v1/webhook-endpoints', { url: receiver.url, types: ['*'] }).expect(409);
    expect(refused.body.code).toBe('webhook_endpoint.too_many');
  });

  it('is the business of owners and admins', async () => {
    const acme = await heed.tenant();
    const viewer = await acme.member('viewer');
    await viewer.get('/v1/webhook-endpoints').expect(403);
    await viewer.post('/v1/webhook-endpoints', { url: receiver.url, types: ['*'] }).expect(403);
  });

  it.each(['tomorrow', '2026-13-01', ''])('does not replay since "%s"', async (since) => {
    const acme = await heed.tenant();
    const { id } = await subscribe(acme);
    await acme.post(`/v1/webhook-endpoints/${id}/replay`, { since }).expect(422);
  });
});

describe('the signing secret', () => {
  it('is shown once and kept encrypted', async () => {
    const acme = await heed.tenant();
    const { id, secret } = await subscribe(acme);
    const { body: page } = await acme.get('/v1/webhook-endpoints').expect(200);
    expect(page.items).toHaveLength(1);
    expect(JSON.stringify(page)).not.toContain('whsec_');
    const [row] = await heed.app
      .get(Database)
      .inTenant(acme.id, () =>
        heed.app
          .get(Database)
          .query<{ secret: Buffer }>('select secret from webhook_endpoint where tenant_id = $1 and id = $2', [
            id,
          ]),
      );
    expect(row!.secret.includes(secret)).toBe(false);
    expect(row!.secret.includes(Buffer.from(secret.slice('whsec_'.length), 'base64'))).toBe(false);
  });

  it('rotates without a gap: for a day the old one verifies as well', async () => {
    const acme = await heed.tenant();
    const { id, secret: old } = await subscribe(acme);
    const { body: rotated } = await acme.post(`/v1/webhook-endpoints/${id}/secret-rotation`).expect(201);
    await happenAndSettle(acme);
    expect(receiver.verifyLatest(old)).toMatchObject({ type: TYPE });
    expect(receiver.verifyLatest(rotated.secret as string)).toMatchObject({ type: TYPE });

    heed.setTime(new Date(Date.now() + DAY + MINUTE));
    await happenAndSettle(acme);
    expect(receiver.received.at(-1)!.headers['webhook-signature']).not.toContain(' ');
  });
});

describe('without networks allowed', () => {
  let strict: Heed;
  beforeAll(async () => (strict = await Heed.start({ HEED_WEBHOOK_ALLOWED_NETWORKS: '' })));
  afterAll(() => strict.close());

  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://169.254.169.254/',
    'http://10.0.0.1/',
  ])('an endpoint at %s is refused', async (url) => {
    const acme = await strict.tenant();
    const refused = await acme.post('/v1/webhook-endpoints', { url, types: ['*'] }).expect(422);
    expect(refused.body.code).toBe('webhook_endpoint.address_forbidden');
  });

  it('an endpoint that was allowed before is not reached any more', async () => {
    const acme = await heed.tenant();
    const { id } = await subscribe(acme);
    await happen(acme);
    await strict.settle(acme.id);
    expect(receiver.received).toHaveLength(0);
    expect((await deliveries(acme, id))[0].lastError).toContain('not on the public internet');
  });
});

it('the event types are told', async () => {
  const acme = await heed.tenant();
  const { body } = await acme.get('/v1/event-types').expect(200);
  expect(body.types).toContain(TYPE);
  expect(body.types).not.toContain('webhook_delivery.opened');
});
