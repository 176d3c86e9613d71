import type { Properties } from '../platform/properties.js';
import type { Capacity } from './capacity.js';
import type { Said } from './matching.js';
import { emailKey, type KnownAccount, type KnownContact } from './recognition.js';

/** What is said of an account: what it is found by, and what is known of it. Missing fields say nothing. */
export interface AccountReference {
  accountId?: string;
  externalId?: string;
  name?: string;
  ownerMemberId?: string;
  properties?: Properties;
}

/** What is said of a contact: what it is found by, and what is known of it. Missing fields say nothing. */
export interface ContactReference {
  contactId?: string;
  externalId?: string;
  email?: string;
  name?: string;
  capacity?: Capacity;
  language?: string;
  timeZone?: string;
  properties?: Properties;
  account?: AccountReference;
}

/** What a reference says of an account; null when it names none. */
export function saidOfAccount(reference: AccountReference | undefined): Said<KnownAccount> | null {
  if (!reference) return null;
  const { accountId, externalId, name, ownerMemberId, properties } = reference;
  const names = {
    id: accountId?.toLowerCase(),
    externalId: externalId || undefined,
    name: name?.trim() || undefined,
  };
  return (names.id ?? names.externalId ?? names.name) ? { ...names, ownerMemberId, properties } : null;
}

/** What a reference says of a contact who belongs to the given account; null when it names none. */
export function saidOfContact(
  { contactId, externalId, email, name, capacity, language, timeZone, properties }: ContactReference,
  accountId: string | undefined,
): Said<KnownContact> | null {
  const names = {
    id: contactId?.toLowerCase(),
    externalId: externalId || undefined,
    email: (email && emailKey(email)) || undefined,
    name: name?.trim() || undefined,
  };
  const isNamed = names.id ?? names.externalId ?? names.email ?? names.name;
  return isNamed ? { ...names, accountId, capacity, language, timeZone, properties } : null;
}
