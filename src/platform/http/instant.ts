import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsISO8601, Matches } from 'class-validator';

const FORM = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/;
const WITHOUT_ZONE = /T[\d:.]+$/;

/**
 * A point in time: a day, which begins at midnight UTC, or a day and a time. A time without a zone is taken as UTC,
 * where else it would be read by the clock of whichever server happens to read it.
 */
export const IsInstant = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => inUtc(value)),
    Matches(FORM, { message: 'must be a time such as 2026-05-01 or 2026-05-01T10:00:00Z' }),
    IsISO8601({ strict: true }, { message: 'must be a day and a time that exist' }),
  );

/** The same, with its zone where it had none. A day without a time is UTC's to JavaScript, and needs to be for PostgreSQL. */
function inUtc(value: unknown): unknown {
  if (typeof value !== 'string' || !FORM.test(value)) return value;
  if (!value.includes('T')) return `${value}T00:00:00Z`;
  return WITHOUT_ZONE.test(value) ? `${value}Z` : value;
}
