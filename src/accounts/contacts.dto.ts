import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsEmail,
  IsIn,
  IsLocale,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { EXTERNAL_ID_LENGTH } from '../platform/http/external-id-param.js';
import { Omittable } from '../platform/http/omittable.js';
import { PageQuery } from '../platform/http/page.js';
import { ApiProperties, IsProperties, type Properties } from '../platform/http/properties.js';
import { IsTimeZone } from '../platform/http/time-zone.js';
import { NAME_LENGTH, NOT_BLANK } from './accounts.dto.js';
import { CAPACITIES, type Capacity } from './capacity.js';
import { ContactReferenceBody, EMAIL_LENGTH, KnownOfContact } from './contact-reference.dto.js';
import type { Contact } from './contact.entity.js';

/** Most contacts in one bulk request. */
const BULK_LIMIT = 1_000;

export class ContactFilter extends PageQuery {
  /** Those of this account. */
  @IsOptional()
  @IsUUID()
  accountId?: string;

  /** The one with this id in your other systems. */
  @IsOptional()
  @IsString()
  @MaxLength(EXTERNAL_ID_LENGTH)
  externalId?: string;

  /** The one with this address, whatever its case. */
  @IsOptional()
  @IsString()
  @MaxLength(EMAIL_LENGTH)
  email?: string;
}

/** At least one of `externalId`, `email` and `name`. In a change, fields left out stay; null erases one. */
export class ContactBody {
  /** The company the person belongs to. */
  @IsOptional()
  @IsUUID()
  accountId?: string | null;

  /** What your other systems call the person. */
  @IsOptional()
  @IsString()
  @Length(1, EXTERNAL_ID_LENGTH)
  externalId?: string | null;

  /** One contact has one address, whatever its case. */
  @IsOptional()
  @IsEmail()
  @MaxLength(EMAIL_LENGTH)
  email?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, NAME_LENGTH)
  @Matches(/\S/, NOT_BLANK)
  name?: string | null;

  /** What the person is in their company. */
  @IsOptional()
  @IsIn(CAPACITIES)
  capacity?: Capacity | null;

  /** The language they read, such as `de` or `pt-BR`. */
  @IsOptional()
  @IsLocale()
  language?: string | null;

  /** The IANA zone they live in, such as `Europe/Berlin`: mail reaches them at their time of day. */
  @IsOptional()
  @IsTimeZone()
  timeZone?: string | null;

  /** All properties the person has from now on. */
  @Omittable()
  @IsProperties()
  properties?: Properties;
}

/** Fields left out stay as they are. */
export class UpsertContact extends KnownOfContact {}

export class UpsertContacts {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(BULK_LIMIT)
  @IsObject({ each: true }) // for ValidateNested an empty list is an object too
  @ValidateNested({ each: true })
  @Type(() => ContactReferenceBody)
  contacts: ContactReferenceBody[];
}

export class ContactView {
  id: string;
  accountId: string | null;
  externalId: string | null;
  email: string | null;
  name: string | null;
  /** What the person is in their company. */
  capacity: Capacity | null;
  language: string | null;
  timeZone: string | null;
  @ApiProperties()
  properties: Properties;
  createdAt: Date;
  version: number;
}

export class ContactPage {
  items: ContactView[];
  next: string | null;
}

export class UpsertedContactView {
  /** Null where only an account was named. */
  contactId: string | null;
  accountId: string | null;
  /** What became of the contact, or of the account; several items about one contact say the same. */
  outcome: 'created' | 'changed' | 'unchanged';
  /** Fields not set: another contact has that `externalId` or `email`, or there is no room for more `properties`. */
  withheld: string[];
}

export class UpsertedContactsView {
  /** One for each contact given, in the same order. */
  items: UpsertedContactView[];
}

export function viewContact(contact: Contact): ContactView {
  const {
    id,
    accountId,
    externalId,
    email,
    name,
    capacity,
    language,
    timeZone,
    properties,
    createdAt,
    version,
  } = contact;
  return {
    id,
    accountId,
    externalId,
    email,
    name,
    capacity,
    language,
    timeZone,
    properties,
    createdAt,
    version,
  };
}
