import 'reflect-metadata';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import { readConfig } from '../../src/config.js';
import { Database } from '../../src/platform/database/database.js';
import { NoTenantTransaction } from '../../src/platform/database/tenant-transaction.js';
import { Events } from '../../src/platform/events/events.js';
import { newId } from '../../src/platform/ids.js';
import { BellReactions, BellRung } from './bells.js';

@Module({ providers: [BellReactions] })
class BellModule {}

let app: INestApplicationContext;
let database: Database;
let events: Events;
let tenantId: string;

beforeAll(async () => {
  // A pool of one: whatever takes a second connection on its way waits here for ever.
  const config = readConfig({ ...process.env, HEED_DATABASE_POOL_SIZE: '1' });
  const root = { module: BellModule, imports: [AppModule.commandLine(config)] };
  app = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
  [database, events] = [app.get(Database), app.get(Events)];
});

afterAll(() => app?.close());

beforeEach(() => (tenantId = newId()));

describe('a tenant transaction', () => {
  it('leaves an event and, for each of its handlers, a row to be told by', async () => {
    const bell = await inTenant(() => Promise.resolve(ring()));
    expect(await recorded()).toEqual({ events: [bell], handlers: handlerNames });
  });

  it('leaves neither event nor outbox row when it is rolled back', async () => {
    const failing = inTenant(() => {
      ring();
      return Promise.reject(new Error('Second thoughts'));
    });
    await expect(failing).rejects.toThrow('Second thoughts');
    expect(await recorded()).toEqual({ events: [], handlers: [] });
  });

  it('fails when its commit is silently a rollback, because a failed query was swallowed', async () => {
    const swallowing = inTenant(async () => {
      await database.query('select $1::uuid, 1 / 0').catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('The transaction was rolled back');
  });

  it('cannot be opened inside another one, nor can the door without a tenant', async () => {
    const alreadyOpen = 'A transaction is already open';
    await expect(inTenant(() => inTenant(() => Promise.resolve()))).rejects.toThrow(alreadyOpen);
    await expect(inTenant(() => database.withoutTenant(() => Promise.resolve()))).rejects.toThrow(
      alreadyOpen,
    );
  });

  it('is the only place where business tables can be reached', async () => {
    await expect(database.query('select $1')).rejects.toThrow(NoTenantTransaction);
    await inTenant(() => Promise.resolve(ring()));
    const seen = await database.withoutTenant(
      async (client) => (await client.query('select from event')).rowCount,
    );
    expect(seen).toBe(0);
  });

  it('takes one connection: fifty at once get through a pool of one', async () => {
    const bells = await Promise.all(
      Array.from({ length: 50 }, () =>
        inTenant(async () => {
          await database.query('select $1::uuid, pg_sleep(0.01)');
          return ring();
        }),
      ),
    );
    expect((await recorded()).events.sort()).toEqual(bells.sort());
  });

  it('refuses a tenant id that is not a canonical UUID, for it becomes part of a statement', async () => {
    const injected = database.inTenant(`${newId()}'; drop table event; --`, () => Promise.resolve());
    await expect(injected).rejects.toThrow('canonical UUID');
  });
});

const handlerNames = ['BellReactions.answer', 'BellReactions.tellTheWorld'];

function inTenant<T>(work: () => Promise<T>): Promise<T> {
  return database.inTenant(tenantId, work);
}

function ring(): string {
  const bellId = newId();
  events.record(new BellRung(bellId));
  return bellId;
}

async function recorded(): Promise<{ events: string[]; handlers: string[] }> {
  return inTenant(async () => {
    const rung = await database.query<{ id: string }>(
      'select subject_id as id from event where tenant_id = $1',
    );
    const told = await database.query<{ handler: string }>(
      'select handler from outbox where tenant_id = $1 order by handler',
    );
    return { events: rung.map(({ id }) => id), handlers: told.map(({ handler }) => handler) };
  });
}
