import { AsyncLocalStorage } from 'node:async_hooks';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor.js';

/** SQL that runs all the time: each connection plans it once and keeps the plan under its name. */
export interface Prepared {
  /** Names this SQL and no other. */
  name: string;
  sql: string;
}

/** SQL whose `$1` is the tenant; `parameters` begin at `$2`. */
export interface Statement {
  sql: string | Prepared;
  parameters: unknown[];
}

/** What is open while `database.inTenant` runs its work. */
export interface TenantTransaction {
  tenantId: string;
  actor: Actor;
  manager: EntityManager;
  client: PoolClient;
  /** Make the statements that go with the commit, in the order added. */
  closing: (() => Statement)[];
  /** Run once the commit is answered; what they do must not fail. */
  afterCommit: (() => void)[];
}

export const ambient = new AsyncLocalStorage<TenantTransaction>();

export class NoTenantTransaction extends Error {
  constructor() {
    super('No tenant transaction is open: wrap the work in database.inTenant(tenantId, work).');
  }
}

export function currentTransaction(): TenantTransaction {
  const transaction = ambient.getStore();
  if (!transaction) throw new NoTenantTransaction();
  return transaction;
}
