import { type ArgumentMetadata, BadRequestException, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Invalid, type Problem } from '../errors.js';
import { isRecord } from '../reading.js';

/** Checks the shape of what comes in: unknown fields are refused, nothing is converted silently. */
export function validationPipe(): ValidationPipe {
  return new InputPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors: ValidationError[]) =>
      Invalid.because(errors.flatMap((error) => problemsIn(error))),
  });
}

class InputPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body') assertObject(value);
    return super.transform(value, metadata);
  }
}

/** Nest would read a missing body or an empty list as `{}`, and pass a lost change for one that changes nothing. */
function assertObject(body: unknown): void {
  if (body === undefined) {
    throw new BadRequestException('The body is missing; send JSON as application/json.');
  }
  if (!isRecord(body)) throw Invalid.because([{ pointer: '', detail: 'The body must be a JSON object.' }]);
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
