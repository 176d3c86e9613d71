import pg from 'pg';
import { freePort, LOOPBACK } from '../../src/platform/embedded/free-port.js';
import type { Rule } from '../../src/routing/route.js';
import { heed, OwnServices } from '../support/own-services.js';
import { HeedProcess } from '../support/processes.js';
import { ruleDrafts, SURVEY } from './feedback.js';

/** What webhooks are sent of, by endpoint; together the whole way from intake to task. */
export const SUBSCRIPTIONS = [['response.received'], ['response.routed', 'task.opened']];

interface Tenant {
  tenantId: string;
  apiKey: string;
}

/** A whole Heed on this machine, as in production: servers of its own, one API process, two workers; and a tenant. */
export class Installation {
  private constructor(
    readonly services: OwnServices,
    readonly api: HeedProcess,
    readonly workers: HeedProcess[],
    readonly address: string,
    readonly tenant: Tenant,
    private readonly pool: pg.Pool,
  ) {}

  static async start(): Promise<Installation> {
    const services = await OwnServices.start('chaos');
    const port = await freePort();
    const env = {
      ...services.env,
      HEED_HOST: LOOPBACK,
      HEED_PORT: String(port),
      HEED_WORKER_PORT: '0',
      HEED_LOG_LEVEL: 'warn',
      HEED_RATE_LIMIT_PER_MINUTE: '0',
      HEED_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8',
    };
    const api = new HeedProcess('main', env, services.folder, 'api');
    const workers = [1, 2].map((n) => new HeedProcess('worker', env, services.folder, `worker-${n}`));
    const owner = ['--name', 'Chaos', '--email', 'owner@example.com'];
    const tenant = JSON.parse(await heed(env, 'tenant', 'create', ...owner)) as Tenant;
    const pool = new pg.Pool({ connectionString: services.env.DATABASE_URL, max: 2 });
    // PostgreSQL is crashed on purpose, under clients at rest and at work.
    pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
    const installation = new Installation(services, api, workers, `http://${LOOPBACK}:${port}`, tenant, pool);
    try {
      await Promise.all(installation.processes.map((process) => process.start()));
      return installation;
    } catch (error) {
      await installation.close(true);
      throw error;
    }
  }

  get processes(): HeedProcess[] {
    return [this.api, ...this.workers];
  }

  /** Gives the tenant a survey, rules, and a subscription at each of the URLs. Returns the secrets of those. */
  async furnish(urls: string[]): Promise<{ secrets: string[]; rules: Rule[]; fallbackDepartmentId: string }> {
    await this.call('POST', '/v1/surveys', SURVEY);
    const { items } = await this.call<{ items: { id: string; key: string; isFallback: boolean }[] }>(
      'GET',
      '/v1/departments',
    );
    const departments = Object.fromEntries(items.map(({ key, id }) => [key, id]));
    const rules: Rule[] = [];
    for (const draft of ruleDrafts(departments)) {
      rules.push(await this.call<Rule>('POST', '/v1/routing/rules', draft));
    }
    const secrets: string[] = [];
    for (const [index, url] of urls.entries()) {
      const endpoint = { url, types: SUBSCRIPTIONS[index] };
      secrets.push((await this.call<{ secret: string }>('POST', '/v1/webhook-endpoints', endpoint)).secret);
    }
    return { secrets, rules, fallbackDepartmentId: items.find(({ isFallback }) => isFallback)!.id };
  }

  /** Runs SQL as the tenant, past all of Heed's own code. */
  async query<Row extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const client = await this.pool.connect();
    let isBroken = true;
    try {
      await client.query(`begin; set local app.tenant_id = '${this.tenant.tenantId}'`);
      const { rows } = await client.query<Row>(sql, parameters);
      await client.query('commit');
      isBroken = false;
      return rows;
    } finally {
      client.release(isBroken);
    }
  }

  /** Stops everything in order, and deletes it all unless it is to be looked at. */
  async close(keep: boolean): Promise<void> {
    await Promise.all(this.processes.map((process) => process.stop()));
    await this.pool.end();
    await (keep ? this.services.stop() : this.services.remove());
  }

  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${this.address}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.tenant.apiKey}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}
