import { SetMetadata } from '@nestjs/common';

export const ALLOW = Symbol('allow');
export const PUBLIC = Symbol('public');
export const OWN_TRANSACTION = Symbol('own transaction');

/** What a caller must be allowed to do to use the route, such as `task.resolve`. */
export const Allow = (action: string) => SetMetadata(ALLOW, action);

/** The route needs no credential. A route with neither this nor `@Allow` is refused to everybody. */
export const Public = () => SetMetadata(PUBLIC, true);

/** The route opens its tenant transaction itself rather than living inside one: it streams, or shares one. */
export const OwnTransaction = () => SetMetadata(OWN_TRANSACTION, true);
