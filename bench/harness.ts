import { join } from 'node:path';
import { Child } from '../src/launch/child.js';
import { migrate } from '../src/platform/database/migrate.js';
import { freePort } from '../src/platform/embedded/free-port.js';
import { openServices, type RunningServices } from '../src/platform/services.js';

const SOURCE = join(import.meta.dirname, '../src');

/** Heed on services of its own, durable as in production, its processes started and stopped at will. */
export class Bench {
  private readonly children = new Map<string, Child>();

  private constructor(
    readonly services: RunningServices,
    readonly env: NodeJS.ProcessEnv,
    readonly address: string,
  ) {}

  static async start(): Promise<Bench> {
    const services = await openServices(
      { ...process.env, HEED_HOME: process.env.HEED_HOME ?? '.heed/bench' },
      say,
    );
    await migrate(services.ownerUrl!);
    const port = String(await freePort());
    const env = {
      ...process.env,
      DATABASE_URL: services.databaseUrl,
      REDIS_URL: services.redisUrl,
      HEED_PORT: port,
      HEED_LOG_LEVEL: 'error',
      HEED_RATE_LIMIT_PER_MINUTE: '0',
      HEED_SECRET_KEY: process.env.HEED_SECRET_KEY ?? Buffer.alloc(32, 1).toString('base64'),
    };
    return new Bench(services, env, `http://127.0.0.1:${port}`);
  }

  async run(name: 'main' | 'worker'): Promise<void> {
    this.children.set(
      name,
      await Child.start(join(SOURCE, `${name}.js`), this.env, (why) => say(`${name} ended: ${why}`)),
    );
  }

  async end(name: 'main' | 'worker'): Promise<void> {
    await this.children.get(name)?.stop();
    this.children.delete(name);
  }

  async stop(): Promise<void> {
    for (const child of this.children.values()) await child.stop();
    await this.services.stop();
  }
}

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The value below which a share of the values lies; `values` need not be sorted. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
