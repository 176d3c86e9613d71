import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { refusing } from '../platform/database/unique.js';
import { NotFound } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import { assertVersion } from '../platform/http/if-match.js';
import type { Page, PageQuery } from '../platform/http/page.js';
import { pageById } from '../platform/http/page-by-id.js';
import { newId } from '../platform/ids.js';
import { MembersService } from '../tenants/members.service.js';
import { Account, type AccountChanges } from './account.entity.js';
import {
  AccountExternalIdTaken,
  AccountNameTaken,
  InternalAccountExists,
  TooManyProperties,
} from './accounts.errors.js';
import { AccountChanged, AccountCreated } from './accounts.events.js';
import { AccountRows } from './accounts.queries.js';
import { type AccountReference, saidOfAccount } from './contact-reference.js';
import type { KnownAccount } from './recognition.js';
import { type Recognized, RecognitionService } from './recognition.service.js';

interface NewAccount extends AccountChanges {
  name: string;
  isInternal?: boolean;
}

@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly recognition: RecognitionService,
    private readonly rows: AccountRows,
  ) {}

  list(query: PageQuery & { externalId?: string; ownerMemberId?: string }): Promise<Page<Account>> {
    const { externalId, ownerMemberId } = query;
    return pageById(this.database.repository(Account), query, {
      ...(externalId && { externalId }),
      ...(ownerMemberId && { ownerMemberId }),
    });
  }

  byIds(ids: string[]): Promise<Account[]> {
    return this.database.repository(Account).find({ id: Any(ids) });
  }

  async get(id: string): Promise<Account> {
    const account = await this.database.repository(Account).findOne({ id });
    if (!account) throw NotFound.of('account', id);
    return account;
  }

  async add({ isInternal = false, ...fields }: NewAccount): Promise<Account> {
    const account = Account.of({ ...fields, id: newId(), isInternal, createdAt: this.clock.now() });
    await this.assertOwnerExists(fields);
    await refusingTaken(() => this.database.repository(Account).insert(account));
    this.events.record(new AccountCreated(account.id));
    return account;
  }

  async change(id: string, changes: AccountChanges, version: number | undefined): Promise<Account> {
    const account = await this.database.repository(Account).lockOne({ id });
    if (!account) throw NotFound.of('account', id);
    assertVersion('account', account, version);
    account.change(changes);
    await this.assertOwnerExists(changes);
    await refusingTaken(() => this.database.repository(Account).save(account));
    this.events.record(new AccountChanged(id));
    return account;
  }

  /** Makes the account with this external id, or adds what is given to it. */
  async upsert(
    reference: AccountReference & { externalId: string },
  ): Promise<{ account: Account; created: boolean }> {
    await this.assertOwnerExists(reference);
    const [recognized] = await this.recognize([reference]);
    const { thing, outcome, withheld } = recognized as Recognized<KnownAccount>; // it names no id
    if (withheld.includes('properties')) throw new TooManyProperties();
    if (outcome === 'created') this.events.record(new AccountCreated(thing.id));
    if (outcome === 'changed') this.events.record(new AccountChanged(thing.id));
    return { account: await this.get(thing.id), created: outcome === 'created' };
  }

  /** Finds, makes and updates accounts by the batch. See `RecognitionService`. */
  recognize(
    references: (AccountReference | undefined)[],
  ): Promise<(Recognized<KnownAccount> | 'unknown' | null)[]> {
    return this.recognition.recognize(references.map(saidOfAccount), this.rows);
  }

  private async assertOwnerExists({ ownerMemberId }: AccountChanges): Promise<void> {
    if (ownerMemberId) await this.members.get(ownerMemberId);
  }
}

function refusingTaken<T>(work: () => Promise<T>): Promise<T> {
  const refusals: [constraint: string, error: () => Error][] = [
    ['account_external_id', () => new AccountExternalIdTaken()],
    ['account_name', () => new AccountNameTaken()],
    ['account_internal', () => new InternalAccountExists()],
  ];
  return refusals.reduce(
    (inner, [constraint, error]) =>
      () =>
        refusing(constraint, error, inner),
    work,
  )();
}
