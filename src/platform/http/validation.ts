import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Invalid, type Problem } from '../errors.js';

/** Checks the shape of what comes in: unknown fields are refused, nothing is converted silently. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors: ValidationError[]) =>
      Invalid.because(errors.flatMap((error) => problemsIn(error))),
  });
}

function problemsIn(error: ValidationError, path = ''): Problem[] {
  const pointer = `${path}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({
    pointer,
    detail:
      constraint === 'whitelistValidation' ? 'is not a known field' : withoutName(message, error.property),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsIn(child, pointer))];
}

/** class-validator begins its sentences with the property, which the pointer says already. */
function withoutName(message: string, property: string): string {
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
}
