import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { isId } from '../platform/ids.js';
import type { Said } from './matching.js';
import { ACCOUNTS, type KnownAccount, nameKey } from './recognition.js';
import type { Rows } from './recognition.service.js';

/** Accounts by the batch. */
@Injectable()
export class AccountRows implements Rows<KnownAccount> {
  readonly kind = ACCOUNTS;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  find(items: Said<KnownAccount>[]): Promise<KnownAccount[]> {
    const keys = items.map(({ id, externalId, name }) => [
      isId(id) ? id : null,
      externalId ?? null,
      name === undefined ? null : nameKey(name),
    ]);
    if (keys.length === 1) return this.database.query<KnownAccount>(FIND_ONE, keys[0]);
    const column = (n: number) => keys.flatMap((key) => key[n] ?? []);
    return this.database.query<KnownAccount>(FIND, [column(0), column(1), column(2)]);
  }

  async insert(accounts: KnownAccount[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(INSERT, [...columns(accounts), this.clock.now()]);
    return rows.map(({ id }) => id);
  }

  async update(changes: Said<KnownAccount>[]): Promise<void> {
    await this.database.query(UPDATE, columns(changes));
  }
}

function columns(accounts: Said<KnownAccount>[]): unknown[][] {
  return [
    accounts.map(({ id }) => id),
    accounts.map(({ externalId }) => externalId),
    accounts.map(({ name }) => name),
    accounts.map(({ name }) => name && nameKey(name)),
    accounts.map(({ ownerMemberId }) => ownerMemberId),
    accounts.map(({ properties }) => JSON.stringify(properties ?? {})),
  ];
}

const COLUMNS = `id, external_id as "externalId", name, owner_member_id as "ownerMemberId", properties`;

const GIVEN = `
  unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::jsonb[])
    as given (id, external_id, name, name_key, owner_member_id, properties)`;

/** One branch per index; the oldest namesake comes first, so that a name means the same account every time. */
const FIND = `
  select ${COLUMNS} from account
   where tenant_id = $1 and (id = any($2::uuid[]) or external_id = any($3::text[]) or name_key = any($4::text[]))
   order by id`;

/** Of arrays PostgreSQL makes a new plan each time; this one it keeps. */
const FIND_ONE = {
  name: 'account.find',
  sql: `
  select ${COLUMNS} from account
   where tenant_id = $1 and (id = $2 or external_id = $3 or name_key = $4) order by id`,
};

const INSERT = `
  insert into account (tenant_id, id, external_id, name, name_key, owner_member_id, properties, is_internal,
                       created_at, version)
  select $1, given.*, false, $8, 1 from ${GIVEN}
  on conflict do nothing returning id`;

/** Rows are locked in the order of their ids, so that two batches cannot wait for each other. */
const UPDATE = `
  with given as (select * from ${GIVEN}),
       locked as materialized (
         select a.id from account a where a.tenant_id = $1 and a.id in (select id from given)
          order by a.id for no key update)
  update account a
     set external_id = coalesce(given.external_id, a.external_id),
         name = coalesce(given.name, a.name),
         name_key = coalesce(given.name_key, a.name_key),
         owner_member_id = coalesce(given.owner_member_id, a.owner_member_id),
         properties = a.properties || given.properties,
         version = a.version + 1
    from given
   where a.tenant_id = $1 and a.id = given.id and given.id in (select id from locked)`;
