import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import { DataSource, EntityTarget, type QueryRunner } from 'typeorm';
import type { Config } from '../../config.js';
import { type Actor, SYSTEM } from '../actor.js';
import { CONFIG } from '../config.module.js';
import { isId } from '../ids.js';
import { TenantRepository } from './tenant-repository.js';
import type { TenantRow } from './tenant-row.js';
import {
  ambient,
  currentTransaction,
  type Prepared,
  type Statement,
  type TenantTransaction,
} from './tenant-transaction.js';

interface TransactionOptions {
  readOnly?: boolean;
  /**
   * Many rows are read lot by lot in the order of an index. Behind row security the planner takes a tenant's rows for
   * few, and would sort all that are left for each lot.
   */
  isWalk?: boolean;
  /** Who acts; kept with the events recorded meanwhile. Heed itself when left out. */
  actor?: Actor;
}

/**
 * The only door to the database. Work on business tables happens inside `inTenant`; the few tables
 * without a tenant (the outbox and its like) are reached through `withoutTenant`, where row-level
 * security shows no business row at all. Neither can be opened inside `inTenant`: a transaction that took a
 * second connection could starve the pool it waits on.
 */
@Injectable()
export class Database {
  constructor(
    private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async inTenant<T>(tenantId: string, work: () => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    if (!isId(tenantId)) throw new Error('A tenant id must be a canonical UUID.');
    const afterCommit: (() => void)[] = [];
    const committed = await this.transaction(beginning(tenantId, options), async (manager, client) => {
      const transaction: TenantTransaction = {
        tenantId,
        actor: options.actor ?? SYSTEM,
        manager,
        client,
        closing: [],
        afterCommit,
      };
      return ambient.run(transaction, async () => {
        const result = await work();
        return { result, close: () => transaction.closing.map((make) => this.send(transaction, make())) };
      });
    });
    for (const act of afterCommit) act();
    return committed;
  }

  /** A transaction that sees only the tables without a tenant. For the relay, the clocks and the directory. */
  withoutTenant<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.transaction('begin', async (_manager, client) => ({
      result: await work(client),
      close: () => [],
    }));
  }

  repository<E extends TenantRow>(entity: EntityTarget<E>): TenantRepository<E> {
    const { manager, tenantId } = currentTransaction();
    return new TenantRepository(entity, manager, tenantId);
  }

  /** Runs SQL in the open tenant transaction. `$1` is always the tenant; `parameters` begin at `$2`. */
  async query<Row = Record<string, unknown>>(
    sql: string | Prepared,
    parameters: unknown[] = [],
  ): Promise<Row[]> {
    return (await this.send(currentTransaction(), { sql, parameters })).rows as Row[];
  }

  /** Has something done once the open transaction is committed, such as forgetting what it made untrue. */
  afterCommit(act: () => void): void {
    currentTransaction().afterCommit.push(act);
  }

  /** Adds a statement to travel with the commit, made when the work is done. Its result is not seen. */
  closeWith(make: () => Statement): void {
    currentTransaction().closing.push(make);
  }

  /** Whether the database answers. */
  async ping(): Promise<void> {
    await this.source.query('select 1');
  }

  private send(
    { client, tenantId }: TenantTransaction,
    { sql, parameters }: Statement,
  ): Promise<QueryResult<QueryResultRow>> {
    const { sql: text, name } = typeof sql === 'string' ? { sql, name: undefined } : sql;
    if (!text.includes('$1')) throw new Error('A query must name the tenant: $1 is missing.');
    const isNamed = this.config.databasePreparedStatements;
    return client.query({ text, values: [tenantId, ...parameters], ...(isNamed && name && { name }) });
  }

  private async transaction<T>(
    begin: string,
    work: (
      manager: DataSource['manager'],
      client: PoolClient,
    ) => Promise<{ result: T; close: () => Promise<QueryResult>[] }>,
  ): Promise<T> {
    if (ambient.getStore())
      throw new Error('A transaction is already open; open the next one after it ends.');
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      markTransaction(runner, true); // keeps TypeORM from opening one of its own
      try {
        // Sent, not waited for: it travels with the first statement of the work.
        const begun = client.query(begin);
        begun.catch(() => undefined); // met below
        const { result, close } = await work(runner.manager, client);
        await commit(client, begun, close);
        return result;
      } catch (error) {
        // A rollback that fails means a broken connection, which the pool throws away by itself.
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    } finally {
      markTransaction(runner, false);
      await runner.release();
    }
  }
}

/** Sends the closing statements and the commit together, and waits for all answers, the beginning's included. */
async function commit(
  client: PoolClient,
  begun: Promise<QueryResult>,
  close: () => Promise<QueryResult>[],
): Promise<void> {
  const answers = await Promise.allSettled([begun, ...close(), client.query('commit')]);
  const failure = answers.find((answer) => answer.status === 'rejected');
  if (failure) throw failure.reason;
  const { command } = (answers.at(-1) as PromiseFulfilledResult<QueryResult>).value;
  // PostgreSQL answers the commit of a failed transaction with a silent rollback.
  if (command !== 'COMMIT')
    throw new Error('The transaction was rolled back because one of its queries failed.');
}

/** TypeORM declares the flag read-only but has no other way to be told of a transaction it did not begin. */
function markTransaction(runner: QueryRunner, active: boolean): void {
  (runner as { isTransactionActive: boolean }).isTransactionActive = active;
}

/** One round trip. The id must be checked, for `set` takes no parameters. */
function beginning(tenantId: string, { readOnly = false, isWalk = false }: TransactionOptions): string {
  const begin = `begin${readOnly ? ' read only' : ''}; set local app.tenant_id = '${tenantId}'`;
  return isWalk ? `${begin}; set local enable_sort = off` : begin;
}
