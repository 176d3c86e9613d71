import { ContactsService, type ContactReference } from '../../src/accounts/contacts.service.js';
import { Database } from '../../src/platform/database/database.js';
import { Heed, type TestTenant } from '../support/heed.js';

let heed: Heed;
let acme: TestTenant;
beforeAll(async () => (heed = await Heed.start()));
beforeEach(async () => (acme = await heed.tenant()));
afterAll(() => heed.close());

const NOBODY = '00000000-0000-7000-8000-000000000000';

function resolve(references: ContactReference[]) {
  return heed.app.get(Database).inTenant(acme.id, () => heed.app.get(ContactsService).resolve(references));
}

/** How many statements the work sends to the database. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const database = heed.app.get(Database);
  const query = database.query.bind(database);
  let count = 0;
  database.query = (...args: Parameters<typeof query>) => (count++, query(...args)) as never;
  await work().finally(() => (database.query = query));
  return count;
}

describe('resolving references', () => {
  it('answers in the order asked, and brings the account along', async () => {
    const resolved = await resolve([
      { email: 'ann@example.com', account: { name: 'Globex' } },
      { account: { externalId: 'initech' } },
      {},
      { email: ' ANN@example.com ' },
    ]);
    const [ann, initech] = resolved;
    expect(resolved).toEqual([
      { contactId: expect.any(String), accountId: expect.any(String) },
      { contactId: null, accountId: expect.any(String) },
      { contactId: null, accountId: null },
      ann,
    ]);
    expect(initech!.accountId).not.toBe(ann!.accountId);
    expect(await resolve([{ contactId: ann!.contactId!.toUpperCase() }])).toEqual([ann]);
  });

  it.each([
    [{ contactId: NOBODY }, '/1/contactId', 'contact.unknown'],
    [{ contactId: 'ann' }, '/1/contactId', 'contact.unknown'],
    [{ email: 'ann@example.com', account: { accountId: NOBODY } }, '/1/account/accountId', 'account.unknown'],
  ])('refuses %j and says where it stands', async (reference, pointer, code) => {
    await expect(resolve([{ name: 'Bob' }, reference])).rejects.toMatchObject({
      code,
      extra: { problems: [{ pointer }] },
    });
    expect((await acme.get('/v1/contacts')).body.items).toEqual([]);
  });

  it('lets an unknown one fail alone when asked to', async () => {
    const references = [{ email: 'ann@example.com' }, { contactId: NOBODY }, { name: 'Bob' }];
    const [ann, nobody, bob] = await heed.app
      .get(Database)
      .inTenant(acme.id, () => heed.app.get(ContactsService).resolveEach(references));
    expect(nobody).toMatchObject({
      code: 'contact.unknown',
      extra: { problems: [{ pointer: '/contact/contactId' }] },
    });
    const { body } = await acme.get('/v1/contacts');
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(
      [ann, bob].map((one) => (one as { contactId: string }).contactId),
    );
  });

  it('asks once for who is known, and writes nothing when nothing is new', async () => {
    const ann = { externalId: 'crm-1', email: 'ann@example.com', account: { name: 'Globex' } };
    await resolve([ann]);
    expect(await statementsOf(() => resolve([ann]))).toBe(2);
    const { body } = await acme.get('/v1/contacts');
    expect(body.items[0].version).toBe(1);
  });

  it('takes as many statements for a thousand as for ten', async () => {
    const people = (n: number, from: string) =>
      Array.from({ length: n }, (_, i) => ({
        externalId: `${from}${i}`,
        account: { name: `${from}${i % 7}` },
      }));
    const ten = await statementsOf(() => resolve(people(10, 'a')));
    expect(await statementsOf(() => resolve(people(1_000, 'b')))).toBe(ten);
  });

  it('makes nobody twice when many batches bring the same people at once, in any order', async () => {
    const people = Array.from({ length: 60 }, (_, i) => ({
      ...(i % 3 > 0 && { externalId: `crm-${i}` }),
      ...(i % 3 < 2 && { email: `p${i}@example.com` }),
      account: { name: `Account ${i % 5}`, properties: { from: 'batch' } },
      properties: { turn: i },
    }));
    const orders = Array.from({ length: 12 }, (_, turn) =>
      people.map((_, i) => people[(turn % 2 ? i * 7 + turn : people.length - 1 - i + turn) % people.length]!),
    );
    const answers = await Promise.all(orders.map((order) => resolve(order)));
    const { body: contacts } = await acme.get('/v1/contacts?limit=200');
    const { body: accounts } = await acme.get('/v1/accounts?limit=200');
    expect([contacts.items.length, accounts.items.length]).toEqual([60, 5]);
    const ids = new Set(answers.flat().map(({ contactId }) => contactId));
    expect(ids.size).toBe(60);
  });

  it('makes nobody twice when many requests bring the same person at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => resolve([{ email: 'ann@example.com', account: { externalId: 'x' } }])),
    );
    expect(new Set(answers.map(([answer]) => JSON.stringify(answer))).size).toBe(1);
  });

  it('keeps what two batches add to one person at once', async () => {
    await resolve([{ externalId: 'crm-1' }]);
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => resolve([{ externalId: 'crm-1', properties: { [`p${i}`]: i } }])),
    );
    const { body } = await acme.get('/v1/contacts');
    expect(Object.keys(body.items[0].properties)).toHaveLength(10);
  });
});
