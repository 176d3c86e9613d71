import type { Capacity } from './capacity.js';
import type { Kind, Known } from './matching.js';

export interface KnownAccount extends Known {
  name: string;
  ownerMemberId: string | null;
}

export interface KnownContact extends Known {
  accountId: string | null;
  email: string | null;
  name: string | null;
  capacity: Capacity | null;
  language: string | null;
  timeZone: string | null;
}

/** An e-mail address as it is kept and compared: without surrounding space, in lower case. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/** A company's name as it is compared: spacing, case and Unicode form do not tell companies apart. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** A company without an external id is known by its name; a new one without a name is called by its external id. */
export const ACCOUNTS: Kind<KnownAccount> = {
  noun: 'account',
  alias: 'name',
  aliasKey: nameKey,
  sharesAlias: true,
  blank: (id, { externalId = null, name }) => ({
    id,
    externalId,
    name: name ?? externalId ?? '',
    ownerMemberId: null,
    properties: {},
  }),
};

/** A person without an external id is known by the e-mail address. By a name alone nobody is recognised. */
export const CONTACTS: Kind<KnownContact> = {
  noun: 'contact',
  alias: 'email',
  aliasKey: emailKey,
  sharesAlias: false,
  blank: (id) => ({
    id,
    externalId: null,
    accountId: null,
    email: null,
    name: null,
    capacity: null,
    language: null,
    timeZone: null,
    properties: {},
  }),
};
