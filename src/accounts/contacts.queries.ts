import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { isId } from '../platform/ids.js';
import type { Said } from './matching.js';
import { CONTACTS, type KnownContact } from './recognition.js';
import type { Rows } from './recognition.service.js';

/** Contacts by the batch. */
@Injectable()
export class ContactRows implements Rows<KnownContact> {
  readonly kind = CONTACTS;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  find(items: Said<KnownContact>[]): Promise<KnownContact[]> {
    const keys = items.map(({ id, externalId, email }) => [
      isId(id) ? id : null,
      externalId ?? null,
      email ?? null,
    ]);
    if (keys.length === 1) return this.database.query<KnownContact>(FIND_ONE, keys[0]);
    const column = (n: number) => keys.flatMap((key) => key[n] ?? []);
    return this.database.query<KnownContact>(FIND, [column(0), column(1), column(2)]);
  }

  async insert(contacts: KnownContact[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(INSERT, [...columns(contacts), this.clock.now()]);
    return rows.map(({ id }) => id);
  }

  async update(changes: Said<KnownContact>[]): Promise<void> {
    await this.database.query(UPDATE, columns(changes));
  }
}

function columns(contacts: Said<KnownContact>[]): unknown[][] {
  return [
    contacts.map(({ id }) => id),
    contacts.map(({ accountId }) => accountId),
    contacts.map(({ externalId }) => externalId),
    contacts.map(({ email }) => email),
    contacts.map(({ name }) => name),
    contacts.map(({ capacity }) => capacity),
    contacts.map(({ language }) => language),
    contacts.map(({ timeZone }) => timeZone),
    contacts.map(({ properties }) => JSON.stringify(properties ?? {})),
  ];
}

const COLUMNS = `id, account_id as "accountId", external_id as "externalId", email, name, capacity, language,
  time_zone as "timeZone", properties`;

const GIVEN = `
  unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
         $10::jsonb[])
    as given (id, account_id, external_id, email, name, capacity, language, time_zone, properties)`;

/** PostgreSQL joins three looks into indexes, which it plans faster than a union of three queries. */
const FIND = `
  select ${COLUMNS} from contact
   where tenant_id = $1 and (id = any($2::uuid[]) or external_id = any($3::text[]) or email = any($4::text[]))`;

/** Of arrays PostgreSQL makes a new plan each time; this one it keeps. */
const FIND_ONE = {
  name: 'contact.find',
  sql: `select ${COLUMNS} from contact where tenant_id = $1 and (id = $2 or external_id = $3 or email = $4)`,
};

const INSERT = `
  insert into contact (tenant_id, id, account_id, external_id, email, name, capacity, language, time_zone, properties,
                       created_at, version)
  select $1, given.*, $11, 1 from ${GIVEN}
  on conflict do nothing returning id`;

/** Rows are locked in the order of their ids, so that two batches cannot wait for each other. */
const UPDATE = `
  with given as (select * from ${GIVEN}),
       locked as materialized (
         select c.id from contact c where c.tenant_id = $1 and c.id in (select id from given)
          order by c.id for no key update)
  update contact c
     set account_id = coalesce(given.account_id, c.account_id),
         external_id = coalesce(given.external_id, c.external_id),
         email = coalesce(given.email, c.email),
         name = coalesce(given.name, c.name),
         capacity = coalesce(given.capacity, c.capacity),
         language = coalesce(given.language, c.language),
         time_zone = coalesce(given.time_zone, c.time_zone),
         properties = c.properties || given.properties,
         version = c.version + 1
    from given
   where c.tenant_id = $1 and c.id = given.id and given.id in (select id from locked)`;
