import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { Heed } from '../support/heed.js';

let heed: Heed;
beforeAll(async () => (heed = await Heed.start()));
afterAll(() => heed.close());

describe('a tenant', () => {
  it('begins with its owner, its first departments and a key', async () => {
    const acme = await heed.tenant('Acme');
    expect((await acme.get('/v1/tenant').expect(200)).body).toMatchObject({ id: acme.id, name: 'Acme' });
    expect(Object.keys(await acme.departments())).toEqual(['product', 'marketing', 'support', 'web']);
    expect((await acme.get('/v1/caller')).body).toMatchObject({ role: 'owner' });
  });

  it('does not see another', async () => {
    const [acme, other] = [await heed.tenant(), await heed.tenant()];
    const [id] = Object.values(await acme.departments());
    await other.get(`/v1/departments/${id}`).expect(404);
    await other.patch(`/v1/departments/${id}`, { name: 'Mine' }).expect(404);
  });
});

describe('an API key', () => {
  it('is shown once', async () => {
    const acme = await heed.tenant();
    const { body: issued } = await acme
      .post('/v1/api-keys', { name: 'CRM', scopes: ['response.create'] })
      .expect(201);
    const { body: page } = await acme.get('/v1/api-keys').expect(200);
    const listed = page.items.find(({ id }: { id: string }) => id === issued.id);
    expect(issued.token.startsWith(listed.prefix)).toBe(true);
    expect(listed).not.toHaveProperty('token');
    expect(JSON.stringify(page)).not.toContain(issued.token);
  });

  it('is not shown again by a repeat with the same Idempotency-Key', async () => {
    const acme = await heed.tenant();
    const issue = () =>
      acme
        .post('/v1/api-keys', { name: 'x', scopes: ['*'] })
        .set('idempotency-key', 'k1')
        .expect(201);
    const [first, second] = [await issue(), await issue()];
    expect(second.body).toEqual({ ...first.body, token: null });
  });

  it('does what its scopes say and nothing else', async () => {
    const acme = await heed.tenant();
    const { body } = await acme
      .post('/v1/api-keys', { name: 'CRM', scopes: ['department.read'] })
      .expect(201);
    const crm = acme.with(body.token as string);
    await crm.get('/v1/departments').expect(200);
    const refused = await crm.get('/v1/members').expect(403);
    expect(refused.body.code).toBe('action.not_allowed');
  });

  it('cannot make a mightier one', async () => {
    const acme = await heed.tenant();
    const { body } = await acme.post('/v1/api-keys', { name: 'k', scopes: ['api_key.*'] }).expect(201);
    const refused = await acme
      .with(body.token as string)
      .post('/v1/api-keys', { name: 'x', scopes: ['*'] })
      .expect(403);
    expect(refused.body.code).toBe('grant.exceeds_own');
  });

  it('stops at once when revoked', async () => {
    const acme = await heed.tenant();
    const { body } = await acme.post('/v1/api-keys', { name: 'k', scopes: ['*'] }).expect(201);
    const key = acme.with(body.token as string);
    await key.get('/v1/tenant').expect(200);
    await acme.post(`/v1/api-keys/${body.id}/revocation`).expect(201);
    expect((await key.get('/v1/tenant').expect(401)).body.code).toBe('credential.invalid');
  });

  it('stops when it expires, also where it was believed a moment ago', async () => {
    const acme = await heed.tenant();
    const expiresAt = new Date(Date.now() + 1_500);
    const { body } = await acme.post('/v1/api-keys', { name: 'k', scopes: ['*'], expiresAt }).expect(201);
    const key = acme.with(body.token as string);
    await key.get('/v1/tenant').expect(200);
    await sleep(expiresAt.getTime() - Date.now() + 50);
    expect((await key.get('/v1/tenant').expect(401)).body.code).toBe('credential.invalid');
  });

  it('cannot begin expired', async () => {
    const acme = await heed.tenant();
    const past = { name: 'k', scopes: ['*'], expiresAt: '2020-01-01T00:00:00Z' };
    expect((await acme.post('/v1/api-keys', past).expect(422)).body.code).toBe('api_key.expiry_passed');
  });

  it.each([
    '',
    'Bearer',
    'Bearer x',
    'Basic abc',
    `Bearer heed_${'0'.repeat(22)}_${'0'.repeat(22)}_${'0'.repeat(43)}`,
  ])('is asked for: "%s" is none', async (authorization) => {
    const { body, headers } = await request(heed.url)
      .get('/v1/tenant')
      .set('authorization', authorization)
      .expect(401);
    expect(body.code).toMatch(/^credential\.(missing|invalid)$/);
    expect(headers['www-authenticate']).toContain('Bearer');
  });
});

describe('members', () => {
  it('lose their keys with their membership', async () => {
    const acme = await heed.tenant();
    const agent = await acme.member('agent');
    await agent.get('/v1/tenant').expect(200);
    await acme.post(`/v1/members/${agent.memberId}/deactivation`).expect(201);
    await agent.get('/v1/tenant').expect(401);
    await acme.post(`/v1/members/${agent.memberId}/deactivation`).expect(409);
  });

  it('who left get no new key and join no department', async () => {
    const acme = await heed.tenant();
    const { memberId } = await acme.member('agent');
    const { web } = await acme.departments();
    await acme.post(`/v1/members/${memberId}/deactivation`).expect(201);
    const refusals = [
      await acme.post('/v1/api-keys', { name: 'k', scopes: ['*'], memberId }).expect(409),
      await acme.put(`/v1/departments/${web}/members/${memberId}`).expect(409),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual(['member.not_active', 'member.not_active']);
  });

  it('cannot make themselves owners', async () => {
    const acme = await heed.tenant();
    const admin = await acme.member('admin');
    const refused = await admin.patch(`/v1/members/${admin.memberId}`, { role: 'owner' }).expect(403);
    expect(refused.body.code).toBe('grant.exceeds_own');
  });

  it('always count an owner among them', async () => {
    const acme = await heed.tenant();
    const { body: caller } = await acme.get('/v1/caller');
    const refused = await acme.post(`/v1/members/${caller.memberId}/deactivation`).expect(409);
    expect(refused.body.code).toBe('member.last_owner');
  });

  it('have one e-mail address each, whatever its case', async () => {
    const acme = await heed.tenant();
    await acme.post('/v1/members', { email: 'ada@example.com', name: 'Ada', role: 'agent' }).expect(201);
    const twice = await acme
      .post('/v1/members', { email: 'ADA@example.com', name: 'Ada', role: 'agent' })
      .expect(409);
    expect(twice.body.code).toBe('member.email_taken');
  });
});

describe('departments', () => {
  it('hand the fallback on, so that one always has it', async () => {
    const acme = await heed.tenant();
    const { product } = await acme.departments();
    await acme.patch(`/v1/departments/${product}`, { isFallback: true }).expect(200);
    const { body } = await acme.get('/v1/departments');
    const fallbacks = body.items.filter(({ isFallback }: { isFallback: boolean }) => isFallback);
    expect(fallbacks.map(({ key }: { key: string }) => key)).toEqual(['product']);
  });

  it('hand the fallback on in turn when several ask at the same moment', async () => {
    const acme = await heed.tenant();
    const { product, marketing, web } = await acme.departments();
    const asked = [product, marketing, web].map((id) =>
      acme.patch(`/v1/departments/${id}`, { isFallback: true }).expect(200),
    );
    await Promise.all(asked);
    const { body } = await acme.get('/v1/departments');
    expect(body.items.filter(({ isFallback }: { isFallback: boolean }) => isFallback)).toHaveLength(1);
  });

  it('are changed only as they were read', async () => {
    const acme = await heed.tenant();
    const { product } = await acme.departments();
    const { headers } = await acme.get(`/v1/departments/${product}`).expect(200);
    const renamed = await acme
      .patch(`/v1/departments/${product}`, { name: 'A' })
      .set('if-match', headers.etag!)
      .expect(200);
    expect(renamed.body).toMatchObject({ name: 'A', isFallback: false, version: 2 });
    const stale = await acme
      .patch(`/v1/departments/${product}`, { name: 'B' })
      .set('if-match', headers.etag!)
      .expect(412);
    expect(stale.body.code).toBe('department.stale');
  });

  it('are listed page by page', async () => {
    const acme = await heed.tenant();
    const first = (await acme.get('/v1/departments?limit=3').expect(200)).body;
    const second = (await acme.get(`/v1/departments?limit=3&cursor=${first.next}`).expect(200)).body;
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 1, null]);
    await acme.get('/v1/departments?cursor=nonsense').expect(422);
    await acme.get('/v1/departments?limit=1000').expect(422);
  });
});
