import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { currentTransaction, type Prepared, type Statement } from '../database/tenant-transaction.js';
import { newId } from '../ids.js';
import { declarationOf, type FactClass, type Recorded } from './event.js';
import { Handlers } from './handlers.js';

interface Pending {
  fact: object;
  id: string;
  occurredAt: Date;
  actor: Actor;
}

const INSERT_EVENTS = `
  insert into event (tenant_id, id, type, subject_id, actor_type, actor_id, data, occurred_at)
  select $1, e.* from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::uuid[], $7::jsonb[], $8::timestamptz[]) e`;

const INSERT_OUTBOX = `
  insert into outbox (tenant_id, event_id, handler, outside)
  select $1, o.* from unnest($9::uuid[], $10::text[], $11::boolean[]) o (event_id, handler, outside)`;

const insertBoth = (told: string) => `with recorded as (${INSERT_EVENTS}) ${INSERT_OUTBOX} where ${told}`;

/** Records facts, and reads them back. What is recorded stands or falls with the transaction around it. */
@Injectable()
export class Events {
  /** Known once all handlers are. */
  private insertBoth: Prepared | undefined;

  constructor(
    private readonly database: Database,
    private readonly handlers: Handlers,
    private readonly clock: Clock,
  ) {}

  /** Notes a fact and, for each handler that wants it, that it is still to be told. Written at the commit. */
  record(fact: object): void {
    const transaction = currentTransaction();
    const pending = pendingOf(transaction);
    if (pending.length === 0) this.database.closeWith(() => this.statementFor(pending.splice(0)));
    pending.push({ fact, id: newId(), occurredAt: this.clock.now(), actor: transaction.actor });
  }

  /** What happened to the given subjects (a response, its loop, its tasks), oldest first. */
  about(subjectIds: string[]): Promise<Recorded[]> {
    return this.database.query<Recorded>(
      `select ${COLUMNS} from event e where tenant_id = $1 and subject_id = any($2::uuid[]) order by id`,
      [subjectIds],
    );
  }

  byIds(ids: string[]): Promise<Recorded[]> {
    return this.database.query<Recorded>(SELECT_BY_IDS, [ids]);
  }

  /** Strikes out outbox rows of a handler, and returns the events of those that were still there, oldest first. */
  take(outboxIds: string[], handler: string): Promise<Recorded[]> {
    return this.database.query<Recorded>(TAKE, [outboxIds, handler]);
  }

  private statementFor(written: Pending[]): Statement {
    const outbox = written.flatMap(({ fact, id }) =>
      this.handlers.wanting(fact.constructor as FactClass).map((handler) => ({ id, handler })),
    );
    const parameters = [
      written.map(({ id }) => id),
      written.map(({ fact }) => declarationOf(fact.constructor as FactClass).type),
      written.map(({ fact }) => subjectOf(fact)),
      written.map(({ actor }) => actor.type),
      written.map(({ actor }) => actor.id),
      written.map(({ fact }) => JSON.stringify(fact)),
      written.map(({ occurredAt }) => occurredAt),
      outbox.map(({ id }) => id),
      outbox.map(({ handler }) => handler.name),
      outbox.map(({ handler }) => handler.outside),
    ];
    this.insertBoth ??= { name: 'event.insert', sql: insertBoth(this.handlers.toldWhere('o.handler')) };
    return { sql: this.insertBoth, parameters };
  }
}

const COLUMNS = `
  e.tenant_id as "tenantId", e.id, e.type, e.subject_id as "subjectId", e.actor_type as "actorType",
  e.actor_id as "actorId", e.occurred_at as "occurredAt", e.data`;

/**
 * Looks up one event after the other, which `offset 0` keeps the planner from giving up: as it knows nothing of how much
 * a tenant has, it would read the whole of a tenant's events to find fifty of them.
 */
const selectThose = (ids: string) => `
  select ${COLUMNS} from ${ids} those (id)
   cross join lateral (select * from event where tenant_id = $1 and id = those.id offset 0) e
   order by e.id`;

const SELECT_BY_IDS = { name: 'event.by_ids', sql: selectThose('unnest($2::uuid[])') };

const TAKE = {
  name: 'event.take',
  sql: `
  with taken as (
    delete from outbox where tenant_id = $1 and id = any($2::bigint[]) and handler = $3 and state <> 'dead'
    returning event_id)
  ${selectThose('taken')}`,
};

const pendingByTransaction = new WeakMap<object, Pending[]>();

function pendingOf(transaction: object): Pending[] {
  const pending = pendingByTransaction.get(transaction) ?? [];
  pendingByTransaction.set(transaction, pending);
  return pending;
}

function subjectOf(fact: object): string {
  const subject = Object.entries(fact).find(([field]) => field.endsWith('Id'))?.[1] as string | undefined;
  if (!subject)
    throw new Error(`${fact.constructor.name} needs a field ending in "Id" to say what it is about.`);
  return subject;
}
