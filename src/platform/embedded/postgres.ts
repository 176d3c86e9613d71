import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ALTERNATIVES, EmbeddedServicesUnavailable } from './embedded.errors.js';
import { freePort } from './free-port.js';
import type { Home } from './home.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { postgresSettings, renderSettings, type PostgresSettings } from './postgres-settings.js';
import { describeProcess, run } from './processes.js';
import { giveTo } from './unprivileged-user.js';

export const SUPERUSER = 'postgres';

const SETTINGS_FILE = 'heed.conf';
const UNFINISHED = 'unfinished-';

/** A start can lose its port to another program, or meet the last children of a server that was killed. */
const START_ATTEMPTS = 5;
const RETRY_AFTER_MS = 500;

/** Long enough to replay the log of a server that was killed in the middle of a large import. */
const START_TIMEOUT_S = 600;
/** A fast shutdown ends open transactions; what takes time is the last checkpoint. */
const STOP_TIMEOUT_S = 120;

const LOG_TAIL_LINES = 15;

/** One PostgreSQL cluster in `<home>/postgres`. PostgreSQL's own pid file says whether it runs, and where. */
export class Postgres {
  private readonly folder: string;
  private readonly data: string;
  private readonly logFile: string;

  constructor(
    private readonly home: Home,
    private readonly binaries: PostgresBinaries,
  ) {
    this.folder = join(home.folder, 'postgres');
    this.data = join(this.folder, 'data');
    this.logFile = join(this.folder, 'server.log');
  }

  isInitialized(): boolean {
    return existsSync(this.data);
  }

  /** Made aside and renamed, so that a first start cut short leaves nothing that looks like a database. */
  async initialize(superuserPassword: string): Promise<void> {
    await this.removeUnfinished();
    const unfinished = join(this.folder, `${UNFINISHED}${randomUUID()}`);
    const passwordFile = join(this.folder, 'password');
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    giveTo(this.home.user, this.folder);
    await this.write(passwordFile, superuserPassword);
    try {
      // The built-in locale sorts and folds alike on every system, and survives an upgrade of its libraries.
      const locale = [
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ];
      const login = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
      await this.run(this.binaries.initdb, [...locale, ...login, `--pgdata=${unfinished}`]);
    } catch (error) {
      const { message } = error as Error;
      throw new EmbeddedServicesUnavailable(
        `PostgreSQL cannot make its database: ${message}\n${ALTERNATIVES}`,
      );
    } finally {
      await rm(passwordFile, { force: true });
    }
    await appendFile(join(unfinished, 'postgresql.conf'), `\ninclude = '${SETTINGS_FILE}'\n`);
    await rename(unfinished, this.data);
  }

  /** An `initdb` whose parent was killed may still be writing, hence a name of its own for each and retries. */
  private async removeUnfinished(): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names.filter((candidate) => candidate.startsWith(UNFINISHED))) {
      await rm(join(this.folder, name), { recursive: true, force: true, maxRetries: 10 });
    }
  }

  /** The port of the running server; undefined when none runs. */
  async runningPort(): Promise<number | undefined> {
    const pidFile = await readFile(join(this.data, 'postmaster.pid'), 'utf8').catch(() => '');
    const [pid, , , port] = pidFile.split('\n');
    // The number of a server that died may since have gone to another process.
    const isOurs = describeProcess(Number(pid))?.command.includes(this.data) ?? false;
    return isOurs && port ? Number(port) : undefined;
  }

  async start(extraSettings?: PostgresSettings): Promise<number> {
    for (let attempt = 1; ; attempt++) {
      const port = await freePort(await this.previousPort());
      await this.write(join(this.data, SETTINGS_FILE), renderSettings(postgresSettings(port, extraSettings)));
      // Only reached when its server is gone; left there, it stops a start once its number is in use again.
      await rm(join(this.data, 'postmaster.pid'), { force: true });
      try {
        await this.control('start', `--log=${this.logFile}`, `--timeout=${START_TIMEOUT_S}`);
        return port;
      } catch (error) {
        if (attempt === START_ATTEMPTS) throw await this.unavailable(error as Error);
        await sleep(RETRY_AFTER_MS);
      }
    }
  }

  async stop(): Promise<void> {
    if ((await this.runningPort()) === undefined) return;
    await this.control('stop', '--mode=fast', `--timeout=${STOP_TIMEOUT_S}`);
  }

  private async control(verb: string, ...args: string[]): Promise<void> {
    await this.run(this.binaries.pgCtl, [verb, `--pgdata=${this.data}`, '--wait', ...args], true);
  }

  private run(program: string, args: string[], silent = false): Promise<string> {
    return run(program, args, { as: this.home.user, cwd: this.folder, silent });
  }

  private async previousPort(): Promise<number | undefined> {
    const settings = await readFile(join(this.data, SETTINGS_FILE), 'utf8').catch(() => '');
    const port = /^port = '(\d+)'/m.exec(settings)?.[1];
    return port === undefined ? undefined : Number(port);
  }

  private async write(file: string, content: string): Promise<void> {
    await writeFile(file, content, { mode: 0o600 });
    giveTo(this.home.user, file);
  }

  private async unavailable(cause: Error): Promise<EmbeddedServicesUnavailable> {
    const log = await readFile(this.logFile, 'utf8').catch(() => '');
    const tail = log.trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n');
    return new EmbeddedServicesUnavailable(
      `PostgreSQL does not start (${cause.message}); its log ends:\n${tail}`,
      {
        cause,
      },
    );
  }
}
