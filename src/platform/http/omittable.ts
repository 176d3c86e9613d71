import { ValidateIf } from 'class-validator';

/** The field may be left out but not be null: for what has a default, or cannot be erased. */
export const Omittable = (): PropertyDecorator =>
  ValidateIf((_body: unknown, value: unknown) => value !== undefined);
