import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedServicesUnavailable } from './embedded.errors.js';
import { freePort, LOOPBACK } from './free-port.js';
import type { Home } from './home.js';
import { describeProcess, spawnOptions } from './processes.js';
import { askRedis } from './redis-connection.js';
import type { RedisProgram } from './redis-program.js';
import { giveTo } from './unprivileged-user.js';

/** A start can lose its port to another program between the choice and the use of it. */
const START_ATTEMPTS = 5;
const POLL_MS = 50;
/** Long enough to read back an append-only file of several gigabytes. */
const START_TIMEOUT_MS = 600_000;
/** A Redis that will not stop is killed; its append-only file then lacks one second at most. */
const STOP_TIMEOUT_MS = 20_000;
const LOG_TAIL_LINES = 15;

/** One Redis in `<home>/redis`. Its own pid file and configuration say whether it runs, and where. */
export class Redis {
  private readonly folder: string;
  private readonly configFile: string;

  constructor(
    private readonly home: Home,
    private readonly password: string,
  ) {
    this.folder = join(home.folder, 'redis');
    this.configFile = join(this.folder, 'redis.conf');
  }

  /** The port of the running server, once it answers; undefined when none runs. */
  async join(): Promise<number | undefined> {
    const port = (await this.running())?.port;
    if (port === undefined) return undefined;
    const isUp = await this.answers(port, async () => (await this.running()) !== undefined);
    return isUp ? port : undefined;
  }

  async start(program: RedisProgram): Promise<number> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    giveTo(this.home.user, this.folder);
    for (let attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
      const port = await freePort(await this.configuredPort());
      await this.configure(port);
      if (await this.launch(program, port)) return port;
    }
    throw new EmbeddedServicesUnavailable(
      `${program.path} does not start; its log ends:\n${await this.logTail()}`,
    );
  }

  async stop(): Promise<void> {
    const deadline = Date.now() + STOP_TIMEOUT_MS;
    for (let running; (running = await this.running());) {
      // SHUTDOWN writes out the append-only file; it is refused, and asked again, while the file is first made.
      if (Date.now() > deadline) process.kill(running.pid, 'SIGKILL');
      else await askRedis(running.port, this.password, 'SHUTDOWN');
      await sleep(POLL_MS);
    }
  }

  private async launch(program: RedisProgram, port: number): Promise<boolean> {
    await rm(join(this.folder, 'redis.pid'), { force: true });
    const child = spawn(program.path, [this.configFile], {
      ...spawnOptions({ as: this.home.user, cwd: this.folder, env: program.env }),
      detached: true, // so that Ctrl-C in the terminal reaches us, and Redis only once we have stopped
      stdio: 'ignore',
    });
    let hasEnded = false;
    child.once('exit', () => (hasEnded = true)).once('error', () => (hasEnded = true));
    child.unref();
    return this.answers(port, () => !hasEnded);
  }

  /** Waits until the server has read its append-only file and answers; false when it ended instead. */
  private async answers(port: number, isAlive: () => boolean | Promise<boolean>): Promise<boolean> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    while ((await askRedis(port, this.password, 'PING')) !== '+PONG') {
      if (!(await isAlive())) return false;
      if (Date.now() > deadline) throw new EmbeddedServicesUnavailable('Redis runs, but does not answer.');
      await sleep(POLL_MS);
    }
    return true;
  }

  private async configure(port: number): Promise<void> {
    const lines = [
      `bind ${LOOPBACK}`,
      `port ${port}`,
      `requirepass ${this.password}`,
      'dir .',
      'pidfile redis.pid',
      'logfile redis.log',
      'appendonly yes',
      'appendfsync everysec',
      'save ""',
      'maxmemory-policy noeviction',
    ];
    await writeFile(this.configFile, lines.join('\n') + '\n', { mode: 0o600 });
    giveTo(this.home.user, this.configFile);
  }

  private async running(): Promise<{ pid: number; port: number } | undefined> {
    const port = await this.configuredPort();
    const pid = Number(await readFile(join(this.folder, 'redis.pid'), 'utf8').catch(() => NaN));
    const command = describeProcess(pid)?.command ?? '';
    // Redis first runs under the command we gave it, then calls itself by its address.
    const isOurs = command.includes(this.configFile) || command.includes(`${LOOPBACK}:${port}`);
    return isOurs && port !== undefined ? { pid, port } : undefined;
  }

  private async configuredPort(): Promise<number | undefined> {
    const config = await readFile(this.configFile, 'utf8').catch(() => '');
    const port = /^port (\d+)/m.exec(config)?.[1];
    return port === undefined ? undefined : Number(port);
  }

  private async logTail(): Promise<string> {
    const log = await readFile(join(this.folder, 'redis.log'), 'utf8').catch(() => '(empty)');
    return log.trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n');
  }
}
