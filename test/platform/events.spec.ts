import 'reflect-metadata';
import { getQueueToken } from '@nestjs/bull';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Queue } from 'bull';
import { AppModule } from '../../src/app.module.js';
import { readConfig } from '../../src/config.js';
import { Database } from '../../src/platform/database/database.js';
import { NoTenantTransaction } from '../../src/platform/database/tenant-transaction.js';
import { Dispatcher, type Delivery } from '../../src/platform/events/dispatcher.js';
import { Events } from '../../src/platform/events/events.js';
import { CallAgain } from '../../src/platform/events/on.js';
import { Outbox } from '../../src/platform/events/outbox.js';
import { INSIDE, OUTSIDE } from '../../src/platform/events/queues.js';
import { WAITING_JOBS_LIMIT } from '../../src/platform/events/relay.js';
import { newId } from '../../src/platform/ids.js';
import { OwnServices } from '../support/own-services.js';
import { until } from '../support/until.js';
import { BellHeardOutside, BellReactions, BellRung } from './bells.js';

const ANSWER = 'BellReactions.answer';
const TELL_THE_WORLD = 'BellReactions.tellTheWorld';

/** The real machinery on a real Redis: relay, queues, dispatcher; the handlers do what each test asks. */
@Module({ providers: [BellReactions] })
class BellModule {}

let services: OwnServices;
let app: INestApplicationContext;
let reactions: BellReactions;
let tenantId: string;

beforeAll(async () => {
  services = await OwnServices.start('spec-events');
  const config = readConfig({ ...process.env, ...services.env, HEED_LOG_LEVEL: 'silent' });
  const root = { module: BellModule, imports: [AppModule.worker(config)] };
  app = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
  reactions = app.get(BellReactions);
}, 60_000);

afterAll(async () => {
  await app?.close();
  await services?.remove();
});

beforeEach(() => {
  tenantId = newId();
  reactions.beforeAnswer = () => undefined;
  reactions.outside = () => undefined;
});

describe('an event', () => {
  it('reaches its handlers, inside and outside, when the transaction it was recorded in ends', async () => {
    const heard: string[] = [];
    reactions.outside = ({ subjectId }) => void heard.push(subjectId);
    const [bell] = await ring(1);
    await settled();
    expect(await timesAnswered()).toEqual({ [bell!]: 1 });
    expect(heard).toEqual([bell]);
  });

  it('has its effect once when its handler fails at first, and when the next attempt follows at once', async () => {
    const failed = new Set<string>();
    reactions.beforeAnswer = ([first]) => {
      if (!failed.has(first!.subjectId)) {
        failed.add(first!.subjectId);
        throw new Error('Not yet');
      }
    };
    const bells = await ring(20);
    await settled();
    expect(await timesAnswered()).toEqual(onceEach(bells));
  });

  it('has its effect once when its job comes again while it runs', async () => {
    let open: () => void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const called: string[] = [];
    reactions.beforeAnswer = async (rings) => {
      called.push(...rings.map(({ subjectId }) => subjectId));
      await gate;
    };
    const bells = await ring(3);
    await until('it runs', () => called.length > 0);
    const repeats = [...(await jobsFor(bells)), ...(await jobsFor(bells))];
    const repeated = repeats.map((delivery) => app.get(Dispatcher).deliver(delivery));
    open!();
    await Promise.all(repeated);
    await settled();
    expect(await timesAnswered()).toEqual(onceEach(bells));
    expect(called).toHaveLength(3);
  });

  it('whose handler never manages rests as a dead letter, alone, and can be replayed', async () => {
    const bells = await ring(0);
    let poisoned: string | undefined;
    reactions.beforeAnswer = (rings) => {
      if (rings.some(({ subjectId }) => subjectId === poisoned)) throw new Error('This bell is cracked');
    };
    bells.push(...(await ring(10, (ids) => (poisoned = ids[4]))));
    const letter = await until('a dead letter lies there', deadLetter);
    await until('the others are answered', async () => Object.keys(await timesAnswered()).length === 9);
    expect(letter).toMatchObject({
      handler: ANSWER,
      attempts: 3,
      lastError: 'This bell is cracked',
    });

    poisoned = undefined;
    expect(await app.get(Outbox).replay([letter.id])).toBe(1);
    await settled();
    expect(await timesAnswered()).toEqual(onceEach(bells));
  });

  it('comes again when its handler asks for it, which is no failure', async () => {
    let calls = 0;
    reactions.outside = () => {
      if (++calls <= 5) throw new CallAgain(new Date());
    };
    await ring(1);
    await settled();
    expect(calls).toBe(6);
    expect(await deadLetter()).toBeUndefined();
  });

  it('is told outside without a transaction, so that the world cannot hold one open', async () => {
    const database = app.get(Database);
    let ambient: unknown;
    reactions.outside = async ({ subjectId }) => {
      ambient = await database.query('select $1').catch((error: unknown) => error);
      await database.inTenant(tenantId, () => {
        app.get(Events).record(new BellHeardOutside(subjectId));
        return Promise.resolve();
      });
    };
    const bells = await ring(1);
    await settled();
    expect(ambient).toBeInstanceOf(NoTenantTransaction);
    expect(await countBySubject('bell.heard_outside')).toEqual(onceEach(bells));
  });

  it('is told outside once though its row is given back and its job comes again while it is told', async () => {
    let answer: () => void;
    const silence = new Promise<void>((resolve) => (answer = resolve));
    const heard: string[] = [];
    reactions.outside = ({ subjectId }) => (heard.push(subjectId) === 1 ? silence : undefined);
    const [bell] = await ring(1);
    await until('it is told', () => heard.length > 0);
    const jobs = await jobsFor([bell!], TELL_THE_WORLD);
    await services.emptyRedis();
    const [late] = await ring(1);
    await until('the relay carries again', () => heard.includes(late!));
    await app.get(Outbox).releaseEnqueuedFor(0);
    for (const job of jobs) await app.get(Dispatcher).deliver(job);
    answer!();
    await settled();
    expect(heard).toEqual([bell, late]);
  }, 60_000);

  it('that a killed process was telling outside stays with it while its hold lasts, then goes to another', async () => {
    const heard: string[] = [];
    reactions.outside = ({ subjectId }) => void heard.push(subjectId);
    const outside = app.get<Queue<Delivery>>(getQueueToken(OUTSIDE));
    await outside.pause();
    const [bell] = await ring(1);
    await until('only its job waits', async () => {
      const { pending, enqueued } = await outboxStates();
      return pending === undefined && enqueued === 1;
    });
    const [job] = await jobsFor([bell!], TELL_THE_WORLD);
    const [id] = job!.outboxIds as [string];
    expect(await new Outbox(app.get(Database)).hold(id)).toBe(true); // as a process would that dies now
    await app.get(Dispatcher).deliver(job!);
    await app.get(Outbox).postpone(id, new Date());
    await app.get(Outbox).releaseEnqueuedFor(0);
    expect(heard).toEqual([]);
    expect(await outboxStates()).toEqual({ enqueued: 1 });

    await endHold(id);
    await outside.resume();
    await settled();
    expect(heard).toEqual([bell]);
  });

  it('is told inside however many wait for a world that does not answer', async () => {
    let answer: () => void;
    const silence = new Promise<void>((resolve) => (answer = resolve));
    reactions.outside = () => silence;
    await ring(2 * WAITING_JOBS_LIMIT);
    await until('outside is full', async () => (await outboxStates()).enqueued! > WAITING_JOBS_LIMIT);
    const late = await ring(1);
    await until('the late bell is answered', async () => late[0]! in (await timesAnswered()));
    answer!();
    await settled();
  });

  it('survives a Redis that comes back empty, and is told within seconds', async () => {
    const queue = app.get<Queue<Delivery>>(getQueueToken(INSIDE));
    await queue.pause(); // what is carried stays in Redis
    const bells = await ring(100);
    await until('all are enqueued', async () => (await outboxStates()).pending === undefined);
    await services.emptyRedis();
    await settled(15_000);
    expect(await timesAnswered()).toEqual(onceEach(bells));
  }, 60_000);

  it('survives a PostgreSQL that crashes while its job, of a Redis that came back empty, still runs', async () => {
    let crash: Promise<void> | undefined;
    reactions.beforeAnswer = async () => {
      if (crash) return;
      await services.emptyRedis();
      crash = services.crashPostgres();
      const isAway = () =>
        app
          .get(Database)
          .ping()
          .then(
            () => false,
            () => true,
          );
      await until('PostgreSQL is away', isAway);
    };
    const bells = await ring(1);
    await until('PostgreSQL crashes', () => crash !== undefined);
    await crash;
    await settled();
    expect(await timesAnswered()).toEqual(onceEach(bells));
  }, 60_000);

  it('survives a PostgreSQL that crashes while it is told', async () => {
    let crash: Promise<void> | undefined;
    reactions.beforeAnswer = () => (crash ??= services.crashPostgres());
    const bells = await ring(100);
    await until('PostgreSQL crashes', () => crash !== undefined);
    await crash;
    await settled();
    expect(await timesAnswered()).toEqual(onceEach(bells));
  }, 60_000);
});

/** Records the ringing of so many bells in one transaction; `known` learns their ids before anyone is told. */
async function ring(count: number, known: (bellIds: string[]) => void = () => undefined): Promise<string[]> {
  const bells = Array.from({ length: count }, newId);
  known(bells);
  await app.get(Database).inTenant(tenantId, () => {
    for (const bell of bells) app.get(Events).record(new BellRung(bell));
    return Promise.resolve();
  });
  return bells;
}

/** Waits until every handler of the tenant's events has been told. */
async function settled(timeoutMs?: number): Promise<void> {
  const isEmpty = async () => Object.keys(await outboxStates()).length === 0;
  await until('nothing is left to tell', () => isEmpty().catch(() => false), timeoutMs);
}

async function outboxStates(): Promise<Record<string, number>> {
  const rows = await app
    .get(Database)
    .inTenant(tenantId, () =>
      app
        .get(Database)
        .query<{ state: string; rows: number }>(
          'select state, count(*)::int as rows from outbox where tenant_id = $1 group by state',
        ),
    );
  return Object.fromEntries(rows.map(({ state, rows }) => [state, rows]));
}

async function deadLetter() {
  return (await app.get(Outbox).deadLetters(1_000)).find((letter) => letter.tenantId === tenantId);
}

/** The deliveries, as jobs carry them, of what the handler is still to be told. */
async function jobsFor(bells: string[], handler = ANSWER): Promise<Delivery[]> {
  const rows = await app.get(Database).inTenant(tenantId, () =>
    app.get(Database).query<{ id: string }>(
      `select o.id from outbox o join event e on e.tenant_id = $1 and e.id = o.event_id
        where o.tenant_id = $1 and o.handler = $3 and e.subject_id = any($2::uuid[])`,
      [bells, handler],
    ),
  );
  return rows.map(({ id }) => ({ tenantId, handler, outboxIds: [id] }));
}

/** What time does to the hold of a process that is gone. */
async function endHold(id: string): Promise<void> {
  await app
    .get(Database)
    .withoutTenant((client) => client.query('update outbox set held_until = now() where id = $1', [id]));
}

const timesAnswered = () => countBySubject('bell.answered');

async function countBySubject(type: string): Promise<Record<string, number>> {
  const rows = await app
    .get(Database)
    .inTenant(tenantId, () =>
      app
        .get(Database)
        .query<{ id: string; times: number }>(
          'select subject_id as id, count(*)::int as times from event where tenant_id = $1 and type = $2 group by 1',
          [type],
        ),
    );
  return Object.fromEntries(rows.map(({ id, times }) => [id, times]));
}

function onceEach(bells: string[]): Record<string, number> {
  return Object.fromEntries(bells.map((bell) => [bell, 1]));
}
