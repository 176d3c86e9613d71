import { Type } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsLocale,
  IsObject,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { EXTERNAL_ID_LENGTH } from '../platform/http/external-id-param.js';
import { Omittable } from '../platform/http/omittable.js';
import { IsProperties, type Properties } from '../platform/http/properties.js';
import { IsTimeZone } from '../platform/http/time-zone.js';
import { NAME_LENGTH, NOT_BLANK } from './accounts.dto.js';
import { CAPACITIES, type Capacity } from './capacity.js';

export const EMAIL_LENGTH = 254;

/** An account, found by `accountId`, else `externalId`, else `name`; made when new. */
export class AccountReferenceBody {
  @Omittable()
  @IsUUID()
  accountId?: string;

  /** What your other systems call it. */
  @Omittable()
  @IsString()
  @Length(1, EXTERNAL_ID_LENGTH)
  externalId?: string;

  @Omittable()
  @IsString()
  @Length(1, NAME_LENGTH)
  @Matches(/\S/, NOT_BLANK)
  name?: string;

  /** Properties to add or change; the others stay. */
  @Omittable()
  @IsProperties()
  properties?: Properties;
}

/** What is known of a contact. Fields left out stay as they are. */
export class KnownOfContact {
  /** One contact has one address, whatever its case. */
  @Omittable()
  @IsEmail()
  @MaxLength(EMAIL_LENGTH)
  email?: string;

  @Omittable()
  @IsString()
  @Length(1, NAME_LENGTH)
  @Matches(/\S/, NOT_BLANK)
  name?: string;

  /** What the person is in their company. */
  @Omittable()
  @IsIn(CAPACITIES)
  capacity?: Capacity;

  /** The language they read, such as `de` or `pt-BR`. */
  @Omittable()
  @IsLocale()
  language?: string;

  /** The IANA zone they live in, such as `Europe/Berlin`: mail reaches them at their time of day. */
  @Omittable()
  @IsTimeZone()
  timeZone?: string;

  /** Properties to add or change; the others stay. */
  @Omittable()
  @IsProperties()
  properties?: Properties;

  /** The company they belong to. */
  @Omittable()
  @IsObject() // for ValidateNested an empty list is an object too
  @ValidateNested()
  @Type(() => AccountReferenceBody)
  account?: AccountReferenceBody;
}

/** A contact, found by `contactId`, else `externalId`, else `email`; made when new. */
export class ContactReferenceBody extends KnownOfContact {
  @Omittable()
  @IsUUID()
  contactId?: string;

  /** What your other systems call the person. */
  @Omittable()
  @IsString()
  @Length(1, EXTERNAL_ID_LENGTH)
  externalId?: string;
}
