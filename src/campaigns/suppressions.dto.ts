import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { EMAIL_LENGTH } from '../accounts/contact-reference.dto.js';
import { Omittable } from '../platform/http/omittable.js';
import { PageQuery } from '../platform/http/page.js';
import { type Suppression, SUPPRESSION_REASONS, type SuppressionReason } from './suppressions.queries.js';

/** Most addresses in one bulk request. */
const BULK_LIMIT = 1_000;

export class SuppressionFilter extends PageQuery {
  /** The one with this address, whatever its case. */
  @IsOptional()
  @IsString()
  @MaxLength(EMAIL_LENGTH)
  email?: string;

  @IsOptional()
  @IsIn(SUPPRESSION_REASONS)
  reason?: SuppressionReason;
}

export class SuppressAddress {
  /** The address, whatever its case. */
  @IsEmail()
  @MaxLength(EMAIL_LENGTH)
  email: string;

  /** Why nobody writes to it. */
  @Omittable()
  @IsIn(SUPPRESSION_REASONS)
  reason: SuppressionReason = 'by_hand';
}

export class SuppressAddresses {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(BULK_LIMIT)
  @IsEmail({}, { each: true })
  @MaxLength(EMAIL_LENGTH, { each: true })
  emails: string[];

  /** Why nobody writes to them. */
  @Omittable()
  @IsIn(SUPPRESSION_REASONS)
  reason: SuppressionReason = 'by_hand';
}

export class SuppressionView implements Suppression {
  email: string;
  /** The first that was given. */
  reason: SuppressionReason;
  createdAt: Date;
}

export class SuppressionPage {
  items: SuppressionView[];
  next: string | null;
}

export class SuppressionsView {
  /** In the order of the addresses, each once. */
  items: SuppressionView[];
}
