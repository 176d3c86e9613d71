import { ValidateBy } from 'class-validator';
import { isTimeZone } from '../time-zone.js';

/**
 * The field must be an IANA time zone. class-validator's decorator of this name takes offsets such as `+01:00`
 * too, which PostgreSQL reads with the sign turned.
 */
export function IsTimeZone(): PropertyDecorator {
  return ValidateBy({
    name: 'isTimeZone',
    validator: {
      validate: (value) => typeof value === 'string' && isTimeZone(value),
      defaultMessage: () => '$property must be an IANA time zone, such as Europe/Berlin',
    },
  });
}
