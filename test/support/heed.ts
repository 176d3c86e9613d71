import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request, { type Test } from 'supertest';
import { AppModule } from '../../src/app.module.js';
import { readConfig } from '../../src/config.js';
import { Clock } from '../../src/platform/clock.js';
import { Dispatcher } from '../../src/platform/events/dispatcher.js';
import { groupIntoDeliveries } from '../../src/platform/events/grouping.js';
import { Outbox } from '../../src/platform/events/outbox.js';
import { createHttpApp } from '../../src/platform/http/http-app.js';
import { newId } from '../../src/platform/ids.js';
import { TenantsService } from '../../src/tenants/tenants.service.js';

/** The whole API in this process, on a real port, with the real database. */
export class Heed {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
  ) {}

  /** Starts it; close it in `afterAll`. */
  static async start(env: NodeJS.ProcessEnv = {}): Promise<Heed> {
    const config = readConfig({ ...process.env, HEED_RATE_LIMIT_PER_MINUTE: '0', ...env });
    const app = await createHttpApp(AppModule.api(config), config, false);
    await app.listen(0, '127.0.0.1');
    return new Heed(app, (await app.getUrl()).replace('[::1]', '127.0.0.1'));
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** A new tenant of its own for a test, with its owner's API key. */
  async tenant(name = 'Acme'): Promise<TestTenant> {
    const owner = { ownerEmail: `owner-${newId()}@example.com`, ownerName: 'Olive Owner' };
    const { tenantId, apiKey } = await this.app.get(TenantsService).create({ name, ...owner });
    return new TestTenant(this, tenantId, apiKey);
  }

  /** Sets the time, until it is set again. */
  setTime(now: Date): void {
    this.app.get(Clock).now = () => new Date(now);
  }

  /** Delivers a tenant's events, and those they cause, until nothing is due. */
  async settle(tenantId: string): Promise<void> {
    for (;;) {
      const rows = await this.app.get(Outbox).claim(500, tenantId);
      if (rows.length === 0) return;
      const { inside, outside } = groupIntoDeliveries(rows);
      for (const delivery of [...inside, ...outside]) await this.app.get(Dispatcher).deliver(delivery);
    }
  }
}

/** One tenant as its API key sees it. Calls expect success unless told otherwise. */
export class TestTenant {
  constructor(
    readonly heed: Heed,
    readonly id: string,
    readonly apiKey: string,
  ) {}

  get(path: string): Test {
    return this.authorized(request(this.heed.url).get(path));
  }

  post(path: string, body?: object): Test {
    return this.authorized(request(this.heed.url).post(path)).send(body);
  }

  patch(path: string, body: object): Test {
    return this.authorized(request(this.heed.url).patch(path)).send(body);
  }

  put(path: string, body?: object): Test {
    return this.authorized(request(this.heed.url).put(path)).send(body);
  }

  delete(path: string): Test {
    return this.authorized(request(this.heed.url).delete(path));
  }

  settle(): Promise<void> {
    return this.heed.settle(this.id);
  }

  /** The same tenant through another key of it, such as a member's. */
  with(apiKey: string): TestTenant {
    return new TestTenant(this.heed, this.id, apiKey);
  }

  /** A new member with a key of their own, in the given departments. */
  async member(role: string, departmentIds: string[] = []): Promise<TestTenant & { memberId: string }> {
    const email = `${role}-${newId()}@example.com`;
    const { body: member } = await this.post('/v1/members', { email, name: role, role }).expect(201);
    for (const id of departmentIds) await this.put(`/v1/departments/${id}/members/${member.id}`).expect(204);
    const key = { name: role, scopes: ['*'], memberId: member.id as string };
    const { body } = await this.post('/v1/api-keys', key).expect(201);
    return Object.assign(this.with(body.token as string), { memberId: member.id as string });
  }

  /** The tenant's departments by key. */
  async departments(): Promise<Record<string, string>> {
    const { body } = await this.get('/v1/departments').expect(200);
    return Object.fromEntries((body.items as { key: string; id: string }[]).map(({ key, id }) => [key, id]));
  }

  private authorized(test: Test): Test {
    return test.set('authorization', `Bearer ${this.apiKey}`);
  }
}
