import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { loadCredentials } from '../../src/platform/embedded/credentials.js';
import { prepareHome, type Home } from '../../src/platform/embedded/home.js';
import { postgresBinaries } from '../../src/platform/embedded/postgres-binaries.js';
import { Postgres } from '../../src/platform/embedded/postgres.js';
import { run } from '../../src/platform/embedded/processes.js';
import { redisProgram } from '../../src/platform/embedded/redis-program.js';
import { Redis } from '../../src/platform/embedded/redis.js';
import { startEmbedded, type EmbeddedServices } from '../../src/platform/embedded/services.js';

/** Where the services of all runs lie, and a Redis that had to be unpacked is found again. */
const SHARED = '.heed';

/** Of the whole built project; tests run from its folder. */
export const BUILT = resolve('dist/src');

/**
 * PostgreSQL and Redis that nobody else uses, durable as in production, for tests that break them or that
 * run a worker, which takes up the events of every tenant it finds.
 */
export class OwnServices {
  private constructor(
    private readonly services: EmbeddedServices,
    private readonly home: Home,
    private readonly redis: Redis,
    private readonly postgres: Postgres,
    /** What Heed's processes need to know of them. */
    readonly env: Record<string, string>,
  ) {}

  /** Starts both, on an up-to-date schema. */
  static async start(name: string): Promise<OwnServices> {
    const folder = join(SHARED, `${name}-${randomUUID()}`);
    const quiet = () => undefined;
    const services = await startEmbedded({ folder, log: quiet, redis: { programFolder: SHARED } });
    const home = await prepareHome(folder, quiet);
    const env = {
      DATABASE_URL: services.databaseUrl,
      DATABASE_OWNER_URL: services.ownerUrl,
      REDIS_URL: services.redisUrl,
      HEED_SECRET_KEY: randomBytes(32).toString('base64'),
    };
    await heed(env, 'migrate');
    const { redis: password } = await loadCredentials(home.folder);
    const postgres = new Postgres(home, await postgresBinaries(home));
    return new OwnServices(services, home, new Redis(home, password), postgres, env);
  }

  /** Where their data lies. */
  get folder(): string {
    return this.home.folder;
  }

  /** Redis comes back at the same address, having forgotten everything. */
  async emptyRedis(): Promise<void> {
    await this.redis.stop();
    await rm(join(this.folder, 'redis', 'appendonlydir'), { recursive: true });
    await this.redis.start(await redisProgram(SHARED, () => undefined));
  }

  /** PostgreSQL ends without finishing anything, comes back at the same address and replays its log. */
  async crashPostgres(): Promise<void> {
    const { pgCtl } = await postgresBinaries(this.home);
    const data = join(this.folder, 'postgres', 'data');
    await run(pgCtl, ['stop', '--mode=immediate', '--wait', `--pgdata=${data}`], {
      as: this.home.user,
      silent: true,
    });
    await this.postgres.start();
  }

  /** Stops both; what they stored stays, for whoever looks for a fault. */
  async stop(): Promise<void> {
    await this.services.stop();
  }

  /** Stops both and deletes their data. */
  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Runs a `heed` command to its end and returns what it printed. */
export async function heed(env: Record<string, string>, ...args: string[]): Promise<string> {
  const options = { env: { ...process.env, ...env } };
  const { stdout } = await promisify(execFile)(process.execPath, [join(BUILT, 'cli.js'), ...args], options);
  return stdout;
}
