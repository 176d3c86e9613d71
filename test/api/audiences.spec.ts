import fc from 'fast-check';
import { NO_ANALYSIS } from '../../src/analysis/analysis-facts.js';
import { audienceSql, Parameters } from '../../src/campaigns/audience-sql.js';
import { type Audience, readAudience } from '../../src/campaigns/audience.js';
import type { Reach } from '../../src/campaigns/campaign-terms.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids.js';
import type { Comparison, Condition } from '../../src/routing/condition.js';
import { evaluate } from '../../src/routing/evaluate.js';
import type { Facts } from '../../src/routing/facts.js';
import {
  accounts,
  audiences,
  contacts,
  type MadeAccount,
  type MadeContact,
} from '../arbitraries/audiences.js';
import { Heed, type TestTenant } from '../support/heed.js';

const PEOPLE = 150;
const COMPANIES = 40;
const RUNS = 400;

interface Person {
  id: string;
  externalId: string | null;
  account: (MadeAccount & { id: string; isInternal: boolean; ownerMemberId: string | null }) | null;
  contact: MadeContact;
}

let heed: Heed;
let tenant: TestTenant;
let people: Person[];

beforeAll(async () => {
  heed = await Heed.start();
  tenant = await heed.tenant();
  people = await populate();
});

afterAll(() => heed.close());

/** Written past the API, which would refuse some of it. */
async function populate(): Promise<Person[]> {
  const { body } = await tenant.get('/v1/members').expect(200);
  const ownerMemberId = (body.items as { id: string }[])[0]!.id;
  const companies = fc.sample(accounts, { numRuns: COMPANIES, seed: 7 }).map((account, i) => ({
    ...{ ...account, id: newId(), isInternal: i === 0, externalId: i % 2 ? null : account.externalId },
    ownerMemberId: i % 3 ? null : ownerMemberId,
  }));
  const all = fc.sample(contacts, { numRuns: PEOPLE, seed: 8 }).map((contact, i) => ({
    ...{ id: newId(), externalId: i % 3 ? `x${i}` : null, contact },
    account: i % 4 ? companies[i % COMPANIES]! : null,
  }));
  // Keys are unique; what they are compared with is not.
  const seen = new Set<string>();
  for (const company of companies) {
    if (company.externalId !== null && seen.has(company.externalId)) company.externalId = null;
    if (company.externalId !== null) seen.add(company.externalId);
  }
  for (const { contact } of all) {
    if (contact.email !== null && seen.has(contact.email)) contact.email = null;
    if (contact.email !== null) seen.add(contact.email);
  }
  await inTenant(async (database) => {
    for (const { id, name, externalId, isInternal, properties, createdAt, ownerMemberId: owner } of companies)
      await database.query(
        `insert into account (tenant_id, id, external_id, name, name_key, owner_member_id, is_internal, properties,
                              created_at, version)
         values ($1, $2::uuid, $3, $4, $2::text, $5, $6, $7, $8, 1)`,
        [id, externalId, name, owner, isInternal, JSON.stringify(properties), createdAt],
      );
    for (const { id, externalId, account, contact } of all)
      await database.query(
        `insert into contact (tenant_id, id, account_id, external_id, name, email, capacity, language, properties,
                              created_at, version)
         values ($1, $2, $3, $4, 'Ada', $5, $6, $7, $8, $9, 1)`,
        [
          ...[id, account?.id ?? null, externalId, contact.email, contact.capacity, contact.language],
          ...[JSON.stringify(contact.properties), contact.createdAt],
        ],
      );
  });
  return all;
}

function inTenant<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = heed.app.get(Database);
  return database.inTenant(tenant.id, () => work(database));
}

async function found(audience: Audience, reach: Reach): Promise<string[]> {
  const parameters = new Parameters(2);
  const isMember = audienceSql(audience, reach, parameters);
  const rows = await inTenant((database) =>
    database.query<{ id: string }>(
      `select contact.id from contact where contact.tenant_id = $1 and ${isMember}`,
      parameters.values,
    ),
  );
  return rows.map(({ id }) => id).sort();
}

/** Who belongs to an audience by the words of routing rules, with other names for what no rule can ask. */
function meant(audience: Audience, reach: Reach): string[] {
  const condition = asRule(audience);
  return people
    .filter(({ account }) => (account?.isInternal ?? false) === (reach === 'internal'))
    .filter((person) => evaluate(condition, factsOf(person)).matched)
    .map(({ id }) => id)
    .sort();
}

const NAMES: Record<string, string> = {
  'contact.language': 'language',
  'contact.external_id': 'survey',
  'contact.created_at': 'properties.contactSince',
  'account.owner': 'channel',
  'account.is_internal': 'properties.isInternal',
  'account.created_at': 'properties.accountSince',
};

function asRule(audience: Audience): Condition {
  if ('always' in audience) return audience;
  if ('not' in audience) return { not: asRule(audience.not) };
  if ('all' in audience) return { all: audience.all.map(asRule) };
  if ('any' in audience) return { any: audience.any.map(asRule) };
  const field = NAMES[audience.field] ?? audience.field;
  if (audience.op !== 'before' && audience.op !== 'since') return { ...audience, field } as Comparison;
  return { field, op: audience.op === 'before' ? 'lt' : 'gte', value: Date.parse(audience.value) };
}

function factsOf({ externalId, account, contact }: Person): Facts {
  const { capacity, language, email, properties, createdAt } = contact;
  return {
    ...{ score: null, category: null, verbatim: null, analysis: NO_ANALYSIS, answers: {} },
    ...{ survey: externalId, channel: account?.ownerMemberId ?? null, language },
    contact: { capacity, emailDomain: email?.slice(email.lastIndexOf('@') + 1) ?? null, properties },
    account,
    properties: {
      contactSince: createdAt.getTime(),
      ...(account && { isInternal: account.isInternal, accountSince: account.createdAt.getTime() }),
    },
  };
}

describe('an audience', () => {
  it('means in the database what the same condition means in a rule', async () => {
    const reaches = fc.constantFrom<Reach>('external', 'internal');
    await fc.assert(
      fc.asyncProperty(audiences, reaches, async (audience, reach) => {
        expect(readAudience(audience).ok).toBe(true);
        expect(await found(audience, reach)).toEqual(meant(audience, reach));
      }),
      { numRuns: RUNS },
    );
  });

  it('of everybody reaches customers and people without a company, or employees', async () => {
    const [external, internal] = [
      await found({ always: true }, 'external'),
      await found({ always: true }, 'internal'),
    ];
    expect(external.length + internal.length).toBe(PEOPLE);
    expect(internal).toEqual(people.flatMap(({ id, account }) => (account?.isInternal ? [id] : [])).sort());
  });
});
