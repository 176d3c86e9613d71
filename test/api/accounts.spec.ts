import { Database } from '../../src/platform/database/database.js';
import { Heed, type TestTenant } from '../support/heed.js';

let heed: Heed;
let acme: TestTenant;
beforeAll(async () => (heed = await Heed.start()));
beforeEach(async () => (acme = await heed.tenant()));
afterAll(() => heed.close());

const NOBODY = '00000000-0000-7000-8000-000000000000';
/** As the cases read: what is refused, and with which code. */
type Refused = [what: string, body: object, status: number, code: string];

describe('an account', () => {
  it('is added, read and changed', async () => {
    const { body: caller } = await acme.get('/v1/caller');
    const { body: account } = await acme
      .post('/v1/accounts', { name: 'Globex', externalId: 'crm-1', properties: { plan: 'pro' } })
      .expect(201);
    expect(account).toMatchObject({ name: 'Globex', externalId: 'crm-1', isInternal: false, version: 1 });
    const { body: changed } = await acme
      .patch(`/v1/accounts/${account.id}`, { ownerMemberId: caller.memberId })
      .set('if-match', '"1"')
      .expect(200);
    expect(changed).toEqual({ ...account, ownerMemberId: caller.memberId, version: 2 });
    expect((await acme.get(`/v1/accounts/${account.id}`).expect(200)).body).toEqual(changed);
    await acme.patch(`/v1/accounts/${account.id}`, { name: 'x' }).set('if-match', '"1"').expect(412);
  });

  it('has the properties it was last given', async () => {
    const { body } = await acme.post('/v1/accounts', { name: 'Globex', properties: { a: 1, b: 2 } });
    const { body: changed } = await acme.patch(`/v1/accounts/${body.id}`, { properties: { toString: 'b' } });
    expect(changed.properties).toEqual({ toString: 'b' });
  });

  it('loses what is set to null', async () => {
    const { body } = await acme.post('/v1/accounts', { name: 'Globex', externalId: 'crm-1' });
    const { body: changed } = await acme.patch(`/v1/accounts/${body.id}`, { externalId: null }).expect(200);
    expect(changed).toMatchObject({ externalId: null, name: 'Globex' });
  });

  it.each<Refused>([
    ['an external id twice', { name: 'Other', externalId: 'crm-1' }, 409, 'account.external_id_taken'],
    ['a bare name twice', { name: ' PLAIN ' }, 409, 'account.name_taken'],
    ['a second internal account', { name: 'Us', isInternal: true }, 409, 'account.internal_exists'],
    ['an unknown owner', { name: 'New', ownerMemberId: NOBODY }, 404, 'member.not_found'],
    ['a blank name', { name: ' ' }, 422, 'request.invalid'],
    ['no name', { name: null }, 422, 'request.invalid'],
    ['nested properties', { name: 'New', properties: { a: { b: 1 } } }, 422, 'request.invalid'],
    ['properties of null', { name: 'New', properties: null }, 422, 'request.invalid'],
  ])('cannot have %s', async (_what, body, status, code) => {
    await acme.post('/v1/accounts', { name: 'Globex', externalId: 'crm-1' }).expect(201);
    await acme.post('/v1/accounts', { name: 'Plain' }).expect(201);
    await acme.post('/v1/accounts', { name: 'Acme', isInternal: true }).expect(201);
    expect((await acme.post('/v1/accounts', body).expect(status)).body.code).toBe(code);
  });

  it('is put by its external id: made once, added to afterwards', async () => {
    const path = `/v1/accounts/external/${encodeURIComponent('crm/7 ä')}`;
    const { body: made } = await acme.put(path, { properties: { plan: 'pro' } }).expect(201);
    expect(made).toMatchObject({ externalId: 'crm/7 ä', name: 'crm/7 ä', version: 1 });
    const { body: named } = await acme.put(path, { name: 'Globex', properties: { seats: 3 } }).expect(200);
    expect(named).toMatchObject({ id: made.id, name: 'Globex', properties: { plan: 'pro', seats: 3 } });
    const { body: same } = await acme.put(path, { name: 'Globex', properties: { plan: 'pro' } }).expect(200);
    expect(same.version).toBe(2);
  });

  it('is found by its external id and by its owner', async () => {
    const { body: caller } = await acme.get('/v1/caller');
    const owned = { name: 'Globex', externalId: 'crm-1', ownerMemberId: caller.memberId };
    const { body: account } = await acme.post('/v1/accounts', owned);
    await acme.post('/v1/accounts', { name: 'Initech' });
    for (const filter of ['externalId=crm-1', `ownerMemberId=${caller.memberId}`]) {
      expect((await acme.get(`/v1/accounts?${filter}`)).body).toEqual({ items: [account], next: null });
    }
    expect((await acme.get('/v1/accounts?externalId=crm-2')).body.items).toEqual([]);
    expect((await acme.get('/v1/accounts?limit=1')).body.next).not.toBeNull();
  });
});

describe('a contact', () => {
  it('belongs to an account and is known in one spelling of the address', async () => {
    const { body: account } = await acme.post('/v1/accounts', { name: 'Globex' });
    const person = { accountId: account.id, email: 'Ann@Example.com', capacity: 'champion', language: 'de' };
    const { body: ann } = await acme.post('/v1/contacts', person).expect(201);
    expect(ann).toMatchObject({ ...person, email: 'ann@example.com', externalId: null, version: 1 });
    const { body: page } = await acme.get('/v1/contacts?email=ANN@example.com').expect(200);
    expect(page).toEqual({ items: [ann], next: null });
    expect((await acme.get(`/v1/contacts?accountId=${account.id}`)).body.items).toEqual([ann]);
    expect((await acme.get(`/v1/contacts?accountId=${NOBODY}`)).body.items).toEqual([]);
  });

  it('stays somebody', async () => {
    const { body: ann } = await acme.post('/v1/contacts', { email: 'ann@example.com' }).expect(201);
    const { body } = await acme.patch(`/v1/contacts/${ann.id}`, { email: null }).expect(422);
    expect(body.code).toBe('contact.is_nobody');
    await acme.patch(`/v1/contacts/${ann.id}`, { email: null, name: 'Ann' }).expect(200);
  });

  it.each<Refused>([
    ['nothing to know it by', { capacity: 'champion' }, 422, 'contact.is_nobody'],
    ["another's address", { email: 'ANN@EXAMPLE.COM' }, 409, 'contact.email_taken'],
    ["another's external id", { externalId: 'crm-1' }, 409, 'contact.external_id_taken'],
    ['an unknown account', { name: 'Ann', accountId: NOBODY }, 404, 'account.not_found'],
    ['no e-mail address', { email: 'ann' }, 422, 'request.invalid'],
    ['an unknown capacity', { name: 'Ann', capacity: 'boss' }, 422, 'request.invalid'],
    ['no language', { name: 'Ann', language: 'german!' }, 422, 'request.invalid'],
    ['an offset for a time zone', { name: 'Ann', timeZone: '+01:00' }, 422, 'request.invalid'],
  ])('cannot have %s', async (_what, body, status, code) => {
    await acme.post('/v1/contacts', { email: 'ann@example.com', externalId: 'crm-1' }).expect(201);
    expect((await acme.post('/v1/contacts', body).expect(status)).body.code).toBe(code);
  });

  it('is put by its external id, with its account', async () => {
    const ann = { email: 'ann@example.com', account: { externalId: 'globex', name: 'Globex' } };
    const { body: made } = await acme.put('/v1/contacts/external/crm-1', ann).expect(201);
    const { body: account } = await acme.get(`/v1/accounts/${made.accountId}`).expect(200);
    expect(account).toMatchObject({ externalId: 'globex', name: 'Globex' });
    const { body: same } = await acme.put('/v1/contacts/external/crm-1', { name: 'Ann' }).expect(200);
    expect(same).toEqual({ ...made, name: 'Ann', version: 2 });
    const refused = await acme.put('/v1/contacts/external/crm-2', { email: 'ann@example.com' }).expect(409);
    expect(refused.body.code).toBe('contact.email_taken');
    await acme.get('/v1/contacts?externalId=crm-2').expect(({ body }) => expect(body.items).toEqual([]));
  });

  it('of another tenant does not exist', async () => {
    const { body: ann } = await acme.post('/v1/contacts', { email: 'ann@example.com' });
    const other = await heed.tenant();
    await other.get(`/v1/contacts/${ann.id}`).expect(404);
    await other.patch(`/v1/contacts/${ann.id}`, { name: 'Mine' }).expect(404);
    await other.post('/v1/contacts/bulk', { contacts: [{ contactId: ann.id, name: 'Mine' }] }).expect(422);
    await other.post('/v1/contacts', { email: 'ann@example.com' }).expect(201);
  });
});

describe('contacts in bulk', () => {
  it('say what became of each', async () => {
    const bulk = (...contacts: object[]) => acme.post('/v1/contacts/bulk', { contacts }).expect(200);
    const { body: first } = await bulk(
      { externalId: '1', email: 'ann@example.com', account: { name: 'Globex' } },
      { email: 'BOB@example.com' },
    );
    expect(first.items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['created', 'created']);
    const { body: second } = await bulk(
      { externalId: '1', email: 'bob@example.com' },
      { email: 'bob@example.com', name: 'Bob', account: { name: 'globex' } },
      { externalId: '3' },
      { account: { name: 'Initech' } },
    );
    const [ann, bob] = first.items;
    expect(second.items).toEqual([
      { ...ann, outcome: 'unchanged', withheld: ['email'] },
      { ...bob, accountId: ann.accountId, outcome: 'changed' },
      { contactId: expect.any(String), accountId: null, outcome: 'created', withheld: [] },
      { contactId: null, accountId: expect.any(String), outcome: 'created', withheld: [] },
    ]);
  });

  it('are taken all or none', async () => {
    const refused = async (second: object) => {
      const contacts = [{ email: 'ann@example.com' }, second];
      return (await acme.post('/v1/contacts/bulk', { contacts }).expect(422)).body;
    };
    expect(await refused({ contactId: NOBODY })).toMatchObject({
      code: 'contact.unknown',
      errors: [{ pointer: '/contacts/1/contactId' }],
    });
    expect(await refused({ properties: { plan: 'pro' } })).toMatchObject({
      code: 'contact.is_nobody',
      errors: [{ pointer: '/contacts/1' }],
    });
    expect((await acme.get('/v1/contacts')).body.items).toEqual([]);
  });

  it.each([[[]], [Array.from({ length: 1_001 }, (_, i) => ({ externalId: `${i}` }))], [[{ email: 'x' }]]])(
    'are one to a thousand, each well formed',
    async (contacts) => {
      await acme.post('/v1/contacts/bulk', { contacts }).expect(422);
    },
  );
});

it('tells webhooks and the audit trail what a person or a script changed', async () => {
  await acme.put('/v1/accounts/external/1', {}).expect(201);
  await acme.put('/v1/accounts/external/1', {}).expect(200);
  const { body: ann } = await acme.post('/v1/contacts', { name: 'Ann' }).expect(201);
  await acme.patch(`/v1/contacts/${ann.id}`, { name: 'Anne' }).expect(200);
  expect((await recorded()).filter((type) => /^(account|contact)\./.test(type))).toEqual([
    'account.created',
    'contact.created',
    'contact.changed',
  ]);
});

async function recorded(): Promise<string[]> {
  const database = heed.app.get(Database);
  const rows = await database.inTenant(acme.id, () =>
    database.query<{ type: string }>('select type from event where tenant_id = $1 order by id'),
  );
  return rows.map(({ type }) => type);
}
