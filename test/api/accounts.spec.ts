import { Heed, type TestTenant } from '../support/heed.js';

let heed: Heed;
let acme: TestTenant;
beforeAll(async () => (heed = await Heed.start()));
beforeEach(async () => (acme = await heed.tenant()));
afterAll(() => heed.close());

describe('an account', () => {
  it('is added, read and changed', async () => {
    const { body: caller } = await acme.get('/v1/caller');
    const { body: account } = await acme
      .post('/v1/accounts', { name: 'Globex', externalId: 'crm/1', properties: { plan: 'pro' } })
      .expect(201);
    expect(account).toMatchObject({ name: 'Globex', externalId: 'crm/1', isInternal: false, version: 1 });
    const { body: changed } = await acme
      .patch(`/v1/accounts/${account.id}`, { ownerMemberId: caller.memberId })
      .set('if-match', '"1"')
      .expect(200);
    expect(changed).toEqual({ ...account, ownerMemberId: caller.memberId, version: 2 });
    expect((await acme.get(`/v1/accounts/${account.id}`).expect(200)).body).toEqual(changed);
    await acme.patch(`/v1/accounts/${account.id}`, { name: 'x' }).set('if-match', '"1"').expect(412);
  });
});
