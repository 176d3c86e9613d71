import type { Principal } from '../platform/http/principal.js';
import { GrantExceedsOwn } from './tenants.errors.js';

/** Nobody gives, or takes from somebody, what they may not do themselves. */
export function assertMayGrant(caller: Principal, actions: readonly string[]): void {
  const missing = [...new Set(actions)].filter((action) => !caller.may(action));
  if (missing.length > 0) throw new GrantExceedsOwn(missing);
}
