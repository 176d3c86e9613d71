import fc from 'fast-check';
import { matchAll, type Said } from './matching.js';
import { ACCOUNTS, CONTACTS, type KnownAccount, type KnownContact } from './recognition.js';

function numbered(): () => string {
  let n = 0;
  return () => `new-${++n}`;
}

const contact = (fields: Partial<KnownContact> & { id: string }) => ({
  ...CONTACTS.blank(fields.id, {}),
  ...fields,
});
const account = (fields: Partial<KnownAccount> & { id: string }) => ({
  ...ACCOUNTS.blank(fields.id, fields),
  ...fields,
});

function matchContacts(items: Said<KnownContact>[], known: KnownContact[] = []) {
  return matchAll(items, known, CONTACTS, numbered());
}

function matchAccounts(items: Said<KnownAccount>[], known: KnownAccount[] = []) {
  return matchAll(items, known, ACCOUNTS, numbered());
}

const idsOf = (matches: ReturnType<typeof matchContacts | typeof matchAccounts>) =>
  matches.map((match) => match?.draft.thing.id ?? null);

describe('a contact', () => {
  const ann = contact({ id: 'ann', externalId: 'crm-1', email: 'ann@example.com', name: 'Ann' });
  const bob = contact({ id: 'bob', email: 'bob@example.com' });

  it('is recognised by id, by external id and by e-mail', () => {
    const items = [{ id: 'ann' }, { externalId: 'crm-1' }, { email: 'ann@example.com' }, { id: 'nobody' }];
    expect(idsOf(matchContacts(items, [ann, bob]))).toEqual(['ann', 'ann', 'ann', null]);
  });

  it('is the same one throughout a batch that brings them', () => {
    const items = [{ email: 'eve@example.com' }, { externalId: 'crm-9', email: 'eve@example.com' }];
    const matches = matchContacts([...items, { externalId: 'crm-9', name: 'Eve' }]);
    expect(idsOf(matches)).toEqual(['new-1', 'new-1', 'new-1']);
    expect(matches[0]!.draft.thing).toMatchObject({
      externalId: 'crm-9',
      email: 'eve@example.com',
      name: 'Eve',
    });
  });

  it('is not recognised by name', () => {
    expect(idsOf(matchContacts([{ name: 'Ann' }, { name: 'Ann' }], [ann]))).toEqual(['new-1', 'new-2']);
  });

  it('changes by what is said, and keeps what is not', () => {
    const [match] = matchContacts([{ externalId: 'crm-1', name: 'Ann Lee', language: undefined }], [ann]);
    expect(match!.draft.changes).toEqual({ name: 'Ann Lee' });
  });

  it('does not change by what is known', () => {
    const [match] = matchContacts([{ externalId: 'crm-1', name: 'Ann', properties: {} }], [ann]);
    expect(match!.draft).toMatchObject({ isNew: false, changes: {} });
  });

  it('known by e-mail alone takes the external id said with it', () => {
    const [match] = matchContacts([{ externalId: 'crm-2', email: 'bob@example.com' }], [bob]);
    expect(match!.draft).toMatchObject({ isNew: false, changes: { externalId: 'crm-2' } });
  });

  it('with an external id of its own is somebody else, though the mailbox is shared', () => {
    const [match] = matchContacts([{ externalId: 'crm-2', email: 'ann@example.com' }], [ann]);
    expect(match).toMatchObject({ draft: { isNew: true, thing: { email: null } }, withheld: ['email'] });
  });

  it('does not take the e-mail of another', () => {
    const [match] = matchContacts([{ externalId: 'crm-1', email: 'bob@example.com' }], [ann, bob]);
    expect(match).toMatchObject({ draft: { changes: {} }, withheld: ['email'] });
  });

  it('has no room for a hundred-and-first property', () => {
    const full = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`p${i}`, i]));
    const [match] = matchContacts(
      [{ id: 'bob', properties: { p0: 7, more: 1 } }],
      [{ ...bob, properties: full }],
    );
    expect(match).toMatchObject({ draft: { changes: { properties: { p0: 7 } } }, withheld: ['properties'] });
  });
});

describe('an account', () => {
  it('is recognised by its name when it has nothing else, whatever the case and spacing', () => {
    const globex = account({ id: 'globex', name: 'Globex GmbH' });
    const [match] = matchAccounts([{ name: ' globex  gmbh' }], [globex]);
    expect(match!.draft).toMatchObject({ thing: { id: 'globex' }, changes: {} });
  });

  it('that goes by its name alone comes before its namesakes, and then the oldest', () => {
    const [first, second] = ['a', 'b'].map((id) => account({ id, name: 'Acme', externalId: `crm-${id}` }));
    const plain = account({ id: 'c', name: 'Acme' });
    expect(idsOf(matchAccounts([{ name: 'Acme' }], [first!, second!]))).toEqual(['a']);
    expect(idsOf(matchAccounts([{ name: 'Acme' }], [first!, second!, plain]))).toEqual(['c']);
  });

  it('may share its name with others that have external ids', () => {
    const matches = matchAccounts([
      { externalId: '1', name: 'Acme' },
      { externalId: '2', name: 'Acme' },
    ]);
    expect(matches.map((match) => [match!.draft.thing.name, match!.withheld])).toEqual([
      ['Acme', []],
      ['Acme', []],
    ]);
  });

  it('is called by its external id until its name is said', () => {
    const matches = matchAccounts([{ externalId: 'crm-1' }]);
    expect(matches[0]!.draft.thing.name).toBe('crm-1');
    const [renamed] = matchAccounts([{ externalId: 'crm-1', name: 'Acme' }], [matches[0]!.draft.thing]);
    expect(renamed!.draft.changes).toEqual({ name: 'Acme' });
  });
});

describe('any batch', () => {
  const key = (letters: string) => fc.option(fc.constantFrom(...letters), { nil: undefined });
  const items = fc.array(
    fc
      .record({ externalId: key('ABC'), email: key('xyz') })
      .filter(({ externalId, email }) => externalId !== undefined || email !== undefined),
  );
  const things = (matches: ReturnType<typeof matchContacts>) => [
    ...new Set(matches.map((match) => match!.draft.thing)),
  ];

  it('gives no external id and no e-mail to two', () => {
    fc.assert(
      fc.property(items, items, (earlier, later) => {
        const known = things(matchContacts(earlier)).map((thing) => ({ ...thing, id: `known-${thing.id}` }));
        const matches = matchContacts(later, known);
        const touched = new Map([...known, ...things(matches)].map((thing) => [thing.id, thing]));
        for (const field of ['externalId', 'email'] as const) {
          const held = [...touched.values()].flatMap((thing) => thing[field] ?? []);
          expect(new Set(held).size).toBe(held.length);
        }
      }),
    );
  });

  it('takes an external id for what it says', () => {
    fc.assert(
      fc.property(items, (batch) => {
        for (const [i, match] of matchContacts(batch).entries()) {
          const { externalId } = batch[i]!;
          if (externalId !== undefined) expect(match!.draft.thing.externalId).toBe(externalId);
        }
      }),
    );
  });

  it('brings nobody new when it comes again, unless it changed an e-mail', () => {
    fc.assert(
      fc.property(items, (batch) => {
        const said = batch.filter(({ externalId, email }) => externalId && email);
        const emails = new Set(said.map(({ externalId, email }) => `${externalId} ${email}`));
        fc.pre(emails.size === new Set(said.map(({ externalId }) => externalId)).size);
        const known = things(matchContacts(batch)).map((thing) => ({ ...thing, id: `known-${thing.id}` }));
        expect(matchContacts(batch, known).filter((match) => match!.draft.isNew)).toEqual([]);
      }),
    );
  });
});
