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
import type { Properties } from '../platform/properties.js';
import {
  ContactEmailTaken,
  ContactExternalIdTaken,
  ContactIsNobody,
  ReferencesUnknown,
  TooManyProperties,
} from './accounts.errors.js';
import { ContactChanged, ContactCreated } from './accounts.events.js';
import { type AccountReference, AccountsService } from './accounts.service.js';
import type { Capacity } from './capacity.js';
import { Contact, type ContactChanges } from './contact.entity.js';
import { ContactRows } from './contacts.queries.js';
import type { Said } from './matching.js';
import { emailKey, type KnownContact } from './recognition.js';
import { type Recognized, RecognitionService } from './recognition.service.js';

/** What is said of a contact: what it is found by, and what is known of it. Missing fields say nothing. */
export interface ContactReference {
  contactId?: string;
  externalId?: string;
  email?: string;
  name?: string;
  capacity?: Capacity;
  language?: string;
  properties?: Properties;
  account?: AccountReference;
}

export interface ResolvedContact {
  contactId: string | null;
  accountId: string | null;
}

export interface UpsertedContact {
  contactId: string;
  accountId: string | null;
  outcome: Recognized<KnownContact>['outcome'];
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
    if (outcome === 'created') this.events.record(new ContactCreated(contactId, accountId));
    if (outcome === 'changed') this.events.record(new ContactChanged(contactId, accountId));
    return { contact: await this.get(contactId), created: outcome === 'created' };
  }

  /** Finds, makes and updates the contacts and accounts of a batch, each of which must mean somebody. */
  async upsertAll(references: ContactReference[], pointerOf = asIndex): Promise<UpsertedContact[]> {
    const nobodies = [...references.keys()].filter((i) => saidOf(references[i]!) === null);
    if (nobodies.length > 0) throw new ContactIsNobody(nobodies.map(pointerOf));
    return (await this.recognize(references, pointerOf)).map(({ contact }) => ({
      contactId: contact!.thing.id,
      accountId: contact!.thing.accountId,
      outcome: contact!.outcome,
      withheld: contact!.withheld,
    }));
  }

  /**
   * Tells whom a batch of references is about, making and updating contacts and accounts on the way; in
   * the order given. A reference that names only an account has no contact. Throws `ReferencesUnknown`
   * when an id names nobody. Call it once in a transaction, with all there is.
   */
  async resolve(references: ContactReference[], pointerOf = asIndex): Promise<ResolvedContact[]> {
    return (await this.recognize(references, pointerOf)).map(({ contact, account }) => ({
      contactId: contact?.thing.id ?? null,
      accountId: account?.thing.id ?? contact?.thing.accountId ?? null,
    }));
  }

  /** As `resolve`, but a reference whose id names nobody fails alone: its error stands in its place. */
  async resolveEach(references: ContactReference[]): Promise<(ResolvedContact | ReferencesUnknown)[]> {
    try {
      return await this.resolve(references, () => '/contact');
    } catch (error) {
      if (!(error instanceof ReferencesUnknown)) throw error;
      const unknown = new Set(error.indexes);
      const rest = await this.resolveEach(references.filter((_, i) => !unknown.has(i)));
      return references.map((_, i) => (unknown.has(i) ? error : rest.shift()!));
    }
  }

  private async recognize(references: ContactReference[], pointerOf: (index: number) => string) {
    const accounts = await this.accounts.recognize(
      references.map(({ account }) => account),
      (i) => `${pointerOf(i)}/account/accountId`,
    );
    const contacts = await this.recognition.recognize(
      references.map((reference, i) => saidOf(reference, accounts[i]?.thing.id)),
      this.rows,
      (i) => `${pointerOf(i)}/contactId`,
    );
    return references.map((_, i) => ({ contact: contacts[i] ?? null, account: accounts[i] ?? null }));
  }
}

function asIndex(index: number): string {
  return `/${index}`;
}

function saidOf(
  { contactId, externalId, email, name, account: _account, ...known }: ContactReference,
  accountId?: string,
): Said<KnownContact> | null {
  const said = {
    id: contactId?.toLowerCase(),
    externalId: externalId || undefined,
    email: email === undefined ? undefined : emailKey(email) || undefined,
    name: name?.trim() || undefined,
  };
  if (Object.values(said).every((key) => key === undefined)) return null;
  return { ...said, ...known, accountId };
}

function refusingTaken<T>(work: () => Promise<T>): Promise<T> {
  return refusing(
    'contact_external_id',
    () => new ContactExternalIdTaken(),
    () => refusing('contact_email', () => new ContactEmailTaken(), work),
  );
}
