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
import {
  ContactEmailTaken,
  ContactExternalIdTaken,
  ContactIsNobody,
  ReferenceUnknown,
  TooManyProperties,
} from './accounts.errors.js';
import { ContactChanged, ContactCreated } from './accounts.events.js';
import { AccountsService } from './accounts.service.js';
import { type ContactReference, saidOfContact } from './contact-reference.js';
import { Contact, type ContactChanges } from './contact.entity.js';
import { ContactRows } from './contacts.queries.js';
import { emailKey, type KnownAccount, type KnownContact } from './recognition.js';
import { type Outcome, type Recognized, RecognitionService } from './recognition.service.js';

export type { ContactReference };

export interface ResolvedContact {
  contactId: string | null;
  accountId: string | null;
}

/** What became of a contact or, where only an account is named, of the account. */
export interface UpsertedContact extends ResolvedContact {
  outcome: Outcome;
  /** Fields not set: another has that external id or e-mail, or there is no room for more properties. */
  withheld: string[];
}

interface ContactFilter {
  accountId?: string;
  externalId?: string;
  email?: string;
}

@Injectable()
export class ContactsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly recognition: RecognitionService,
    private readonly rows: ContactRows,
  ) {}

  list(query: PageQuery & ContactFilter): Promise<Page<Contact>> {
    const { accountId, externalId, email } = query;
    return pageById(this.database.repository(Contact), query, {
      ...(accountId && { accountId }),
      ...(externalId && { externalId }),
      ...(email && { email: emailKey(email) }),
    });
  }

  byIds(ids: string[]): Promise<Contact[]> {
    return this.database.repository(Contact).find({ id: Any(ids) });
  }

  async get(id: string): Promise<Contact> {
    const contact = await this.database.repository(Contact).findOne({ id });
    if (!contact) throw NotFound.of('contact', id);
    return contact;
  }

  async add(fields: ContactChanges): Promise<Contact> {
    const contact = Contact.of(newId(), fields, this.clock.now());
    if (contact.accountId) await this.accounts.get(contact.accountId);
    await refusingTaken(() => this.database.repository(Contact).insert(contact));
    this.events.record(new ContactCreated(contact.id, contact.accountId));
    return contact;
  }

  async change(id: string, changes: ContactChanges, version: number | undefined): Promise<Contact> {
    const contact = await this.database.repository(Contact).lockOne({ id });
    if (!contact) throw NotFound.of('contact', id);
    assertVersion('contact', contact, version);
    contact.change(changes);
    if (changes.accountId) await this.accounts.get(changes.accountId);
    await refusingTaken(() => this.database.repository(Contact).save(contact));
    this.events.record(new ContactChanged(id, contact.accountId));
    return contact;
  }

  /** Makes the contact with this external id, or adds what is given to it. */
  async upsert(
    reference: ContactReference & { externalId: string },
  ): Promise<{ contact: Contact; created: boolean }> {
    const [upserted] = await this.upsertAll([reference]);
    const { contactId, accountId, outcome, withheld } = upserted!;
    if (withheld.includes('email')) throw new ContactEmailTaken();
    if (withheld.includes('properties')) throw new TooManyProperties();
    if (outcome === 'created') this.events.record(new ContactCreated(contactId!, accountId));
    if (outcome === 'changed') this.events.record(new ContactChanged(contactId!, accountId));
    return { contact: await this.get(contactId!), created: outcome === 'created' };
  }

  /**
   * Tells whom a batch of references is about, making and updating contacts and accounts on the way; in
   * the order given. A reference that names only an account has no contact. Throws `ReferenceUnknown`
   * when an id names nobody. Call it once in a transaction, with all there is.
   */
  async resolve(references: ContactReference[], pointerOf = asIndex): Promise<ResolvedContact[]> {
    return (await this.recognize(references, pointerOf)).map((one) => resolvedOf(orThrow(one)));
  }

  /** As `resolve`, but a reference whose id names nobody fails alone: its error stands in its place. */
  async resolveEach(
    references: ContactReference[],
    pointerOf = () => '/contact',
  ): Promise<(ResolvedContact | ReferenceUnknown)[]> {
    const recognized = await this.recognize(references, pointerOf);
    return recognized.map((one) => (one instanceof ReferenceUnknown ? one : resolvedOf(one)));
  }

  /** As `resolve`, and says what became of each; each must name a contact or at least an account. */
  async upsertAll(references: ContactReference[], pointerOf = asIndex): Promise<UpsertedContact[]> {
    return (await this.recognize(references, pointerOf)).map((one, i) => {
      const { contact, account } = orThrow(one);
      const known = contact ?? account;
      if (!known) throw new ContactIsNobody(pointerOf(i));
      return { ...resolvedOf({ contact, account }), outcome: known.outcome, withheld: known.withheld };
    });
  }

  private async recognize(
    references: ContactReference[],
    pointerOf: (index: number) => string,
  ): Promise<(RecognizedReference | ReferenceUnknown)[]> {
    const accounts = await this.accounts.recognize(references.map(({ account }) => account));
    const said = references.map((reference, i) => {
      const account = accounts[i] ?? null;
      return account === 'unknown' ? null : saidOfContact(reference, account?.thing.id);
    });
    const contacts = await this.recognition.recognize(said, this.rows);
    return references.map((_, i) => {
      const [contact, account] = [contacts[i] ?? null, accounts[i] ?? null];
      if (account === 'unknown') return new ReferenceUnknown('account', `${pointerOf(i)}/account/accountId`);
      if (contact === 'unknown') return new ReferenceUnknown('contact', `${pointerOf(i)}/contactId`);
      return { contact, account };
    });
  }
}

interface RecognizedReference {
  contact: Recognized<KnownContact> | null;
  account: Recognized<KnownAccount> | null;
}

function resolvedOf({ contact, account }: RecognizedReference): ResolvedContact {
  return {
    contactId: contact?.thing.id ?? null,
    accountId: account?.thing.id ?? contact?.thing.accountId ?? null,
  };
}

function orThrow<T>(result: T | ReferenceUnknown): T {
  if (result instanceof ReferenceUnknown) throw result;
  return result;
}

function asIndex(index: number): string {
  return `/${index}`;
}

function refusingTaken<T>(work: () => Promise<T>): Promise<T> {
  return refusing(
    'contact_external_id',
    () => new ContactExternalIdTaken(),
    () => refusing('contact_email', () => new ContactEmailTaken(), work),
  );
}
