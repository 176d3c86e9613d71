import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadCredentials, type Credentials } from './credentials.js';
import { LOOPBACK } from './free-port.js';
import { prepareHome, type Home } from './home.js';
import { Leases } from './leases.js';
import { withLock } from './lock.js';
import { postgresBinaries } from './postgres-binaries.js';
import { APP_ROLE, databaseUrl, ensureRoles, isInTransition, OWNER_ROLE } from './postgres-roles.js';
import type { PostgresSettings } from './postgres-settings.js';
import { Postgres } from './postgres.js';
import { redisProgram } from './redis-program.js';
import { Redis } from './redis.js';

export interface EmbeddedOptions {
  /** Where the services keep their data, such as `.heed`; one folder, one PostgreSQL and one Redis. */
  folder: string;
  log: (line: string) => void;
  postgres?: {
    /** For `postgresql.conf`; of effect when this start is the one that launches the server. */
    extraSettings?: PostgresSettings;
  };
  redis?: {
    /** Where a Redis that had to be unpacked is kept; the services' own folder unless given. */
    programFolder?: string;
  };
}

export interface EmbeddedServices {
  /** For the role of the processes, which owns nothing and is bound by row-level security. */
  databaseUrl: string;
  /** For the role that runs migrations and owns what they make. */
  ownerUrl: string;
  redisUrl: string;
  /** Where the data lies: the folder asked for, unless the service user of root cannot reach it. */
  home: string;
  /** Gives the services up; the last of their users stops them. */
  stop: () => Promise<void>;
}

/** Pause before looking again at a server that another process left on its way up or down. */
const POLL_MS = 100;
/** Long enough for a server to replay its log. */
const TRANSITION_TIMEOUT_MS = 600_000;

/** Starts PostgreSQL and Redis in the folder, or joins those that already run there. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServices> {
  const { log } = options;
  const home = await prepareHome(options.folder, log);
  const leases = new Leases(join(home.folder, 'leases'));
  const alone = <T>(work: () => Promise<T>) =>
    withLock(
      join(home.folder, 'lock'),
      () => log('another process is starting or stopping the services'),
      work,
    );

  return alone(async () => {
    const services = await Services.at(home, options);
    const lease = await leases.take();
    const giveUp = async () => {
      if (await leases.giveUp(lease)) await services.stop();
    };
    try {
      const urls = await services.start();
      let stopped: Promise<void> | undefined;
      return { ...urls, home: home.folder, stop: () => (stopped ??= alone(giveUp)) };
    } catch (error) {
      await giveUp();
      throw error;
    }
  });
}

/** Both services of one folder; only ever used by the process that holds its lock. */
class Services {
  private constructor(
    private readonly home: Home,
    private readonly options: EmbeddedOptions,
    private readonly credentials: Credentials,
    private readonly postgres: Postgres,
    private readonly redis: Redis,
  ) {}

  static async at(home: Home, options: EmbeddedOptions): Promise<Services> {
    const credentials = await loadCredentials(home.folder);
    const postgres = new Postgres(home, await postgresBinaries(home));
    return new Services(home, options, credentials, postgres, new Redis(home, credentials.redis));
  }

  async start(): Promise<Pick<EmbeddedServices, 'databaseUrl' | 'ownerUrl' | 'redisUrl'>> {
    const redisPort = await this.startRedis(); // first, for it is the one that may have to be obtained
    const postgresPort = await this.startPostgres();
    return {
      databaseUrl: databaseUrl(postgresPort, APP_ROLE, this.credentials.app),
      ownerUrl: databaseUrl(postgresPort, OWNER_ROLE, this.credentials.owner),
      redisUrl: `redis://:${this.credentials.redis}@${LOOPBACK}:${redisPort}`,
    };
  }

  async stop(): Promise<void> {
    try {
      await this.redis.stop();
    } finally {
      await this.postgres.stop();
    }
  }

  private async startRedis(): Promise<number> {
    const running = await this.redis.join();
    if (running !== undefined) return running;
    const { log, redis } = this.options;
    const port = await this.redis.start(await redisProgram(redis?.programFolder ?? this.home.folder, log));
    log(`Redis runs on ${LOOPBACK}:${port}`);
    return port;
  }

  private async startPostgres(): Promise<number> {
    const deadline = Date.now() + TRANSITION_TIMEOUT_MS;
    for (;;) {
      const running = await this.postgres.runningPort();
      const port = running ?? (await this.launchPostgres());
      try {
        await ensureRoles(port, this.credentials);
        return port;
      } catch (error) {
        // One that we found running may still be recovering, or be stopping for a process that was killed.
        if (running === undefined || !isInTransition(error) || Date.now() > deadline) throw error;
        await sleep(POLL_MS);
      }
    }
  }

  private async launchPostgres(): Promise<number> {
    const { log, postgres } = this.options;
    if (!this.postgres.isInitialized()) {
      log('creating the database');
      await this.postgres.initialize(this.credentials.superuser);
    }
    const port = await this.postgres.start(postgres?.extraSettings);
    log(`PostgreSQL runs on ${LOOPBACK}:${port}`);
    return port;
  }
}
