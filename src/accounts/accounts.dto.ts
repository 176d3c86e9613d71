import { IsBoolean, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { EXTERNAL_ID_LENGTH } from '../platform/http/external-id-param.js';
import { Omittable } from '../platform/http/omittable.js';
import { PageQuery } from '../platform/http/page.js';
import { ApiProperties, IsProperties, type Properties } from '../platform/http/properties.js';
import type { Account } from './account.entity.js';

export const NAME_LENGTH = 200;
export const NOT_BLANK = { message: 'must not be blank' };

export class AccountFilter extends PageQuery {
  /** The one with this id in your other systems. */
  @IsOptional()
  @IsString()
  @MaxLength(EXTERNAL_ID_LENGTH)
  externalId?: string;

  /** Those this member looks after. */
  @IsOptional()
  @IsUUID()
  ownerMemberId?: string;
}

export class AddAccount {
  /** What your other systems call it. */
  @IsOptional()
  @IsString()
  @Length(1, EXTERNAL_ID_LENGTH)
  externalId?: string | null;

  @IsString()
  @Length(1, NAME_LENGTH)
  @Matches(/\S/, NOT_BLANK)
  name: string;

  /** The member who looks after it. */
  @IsOptional()
  @IsUUID()
  ownerMemberId?: string | null;

  @Omittable()
  @IsProperties()
  properties?: Properties;

  /** Whether it is your own company, whose contacts are your employees. There is one at most. */
  @Omittable()
  @IsBoolean()
  isInternal?: boolean;
}

/** Fields left out stay as they are; null erases one. */
export class ChangeAccount {
  /** What your other systems call it. */
  @IsOptional()
  @IsString()
  @Length(1, EXTERNAL_ID_LENGTH)
  externalId?: string | null;

  @Omittable()
  @IsString()
  @Length(1, NAME_LENGTH)
  @Matches(/\S/, NOT_BLANK)
  name?: string;

  /** The member who looks after it. */
  @IsOptional()
  @IsUUID()
  ownerMemberId?: string | null;

  /** All properties it has from now on. */
  @Omittable()
  @IsProperties()
  properties?: Properties;
}

/** Fields left out stay as they are. */
export class UpsertAccount {
  /** A new account without a name is called by its external id. */
  @Omittable()
  @IsString()
  @Length(1, NAME_LENGTH)
  @Matches(/\S/, NOT_BLANK)
  name?: string;

  /** The member who looks after it. */
  @Omittable()
  @IsUUID()
  ownerMemberId?: string;

  /** Properties to add or change; the others stay. */
  @Omittable()
  @IsProperties()
  properties?: Properties;
}

export class AccountView {
  id: string;
  externalId: string | null;
  name: string;
  ownerMemberId: string | null;
  /** Whether it is your own company, whose contacts are your employees. */
  isInternal: boolean;
  @ApiProperties()
  properties: Properties;
  createdAt: Date;
  version: number;
}

export class AccountPage {
  items: AccountView[];
  next: string | null;
}

export function viewAccount(account: Account): AccountView {
  const { id, externalId, name, ownerMemberId, isInternal, properties, createdAt, version } = account;
  return { id, externalId, name, ownerMemberId, isInternal, properties, createdAt, version };
}
