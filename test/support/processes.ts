import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { BUILT } from './own-services.js';

/** One of Heed's processes as it runs in production, to be stopped, killed and started again. */
export class HeedProcess {
  /** How often it ended after it was ready without having been told to. */
  crashes = 0;
  private process: ChildProcess | undefined;
  private isToEnd = false;

  /** Its log is added to `<folder>/<label>.log`. */
  constructor(
    private readonly program: 'main' | 'worker',
    private readonly env: Record<string, string>,
    private readonly folder: string,
    readonly label: string = program,
  ) {}

  get isRunning(): boolean {
    return this.process !== undefined && this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Starts it and waits until it is ready. */
  async start(): Promise<void> {
    const running = fork(join(BUILT, `${this.program}.js`), {
      env: { ...process.env, ...this.env },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const log = createWriteStream(join(this.folder, `${this.label}.log`), { flags: 'a' });
    running.stdout!.pipe(log, { end: false });
    running.stderr!.pipe(log, { end: false });
    running.once('close', () => log.end());
    this.process = running;
    this.isToEnd = false;
    const ended = once(running, 'exit').then(() => {
      throw new Error(`${this.label} ended before it was ready; see ${this.label}.log.`);
    });
    await Promise.race([once(running, 'message'), ended]);
    ended.catch(() => (this.crashes += this.isToEnd ? 0 : 1));
  }

  /** `kill -9`: it gets no chance to finish anything. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to stop, and returns the code it ended with; null when it had to be killed. */
  async stop(): Promise<number | null> {
    await this.end('SIGTERM');
    return this.process?.exitCode ?? null;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    this.isToEnd = true;
    if (!this.isRunning) return;
    const ended = once(this.process!, 'exit');
    this.process!.kill(signal);
    await ended;
  }
}
