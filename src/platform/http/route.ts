import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const ALLOW = Symbol('allow');
export const PUBLIC = Symbol('public');
export const OWN_TRANSACTION = Symbol('own transaction');
export const SHOWN_ONCE = Symbol('shown once');

/** What a caller must be allowed to do to use the route, such as `task.resolve`; the OpenAPI document says it too. */
export const Allow = (action: string) =>
  applyDecorators(SetMetadata(ALLOW, action), ApiExtension('x-permission', action));

/** The route needs no credential. A route with neither this nor `@Allow` is refused to everybody. */
export const Public = () => SetMetadata(PUBLIC, true);

/** The answer's field is a secret that is never kept: a repeat with the same Idempotency-Key finds it null. */
export const ShownOnce = (field: string) => SetMetadata(SHOWN_ONCE, field);

/** The route opens its tenant transaction itself rather than living inside one: it streams, or shares one. */
export const OwnTransaction = () => SetMetadata(OWN_TRANSACTION, true);
