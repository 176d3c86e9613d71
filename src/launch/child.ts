import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a process that crashed is left before it is started again, in milliseconds. */
const RESTART_PAUSE_MS = 1_000;

/** One of Heed's processes, kept running until told to stop. */
export class Child {
  private process: ChildProcess | undefined;
  private stopping = false;

  private constructor(
    private readonly file: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly onCrash: (reason: string) => void,
  ) {}

  /** Starts it and waits until it is ready; throws when it ends before that. */
  static async start(
    file: string,
    env: NodeJS.ProcessEnv,
    onCrash: (reason: string) => void,
  ): Promise<Child> {
    const child = new Child(file, env, onCrash);
    await child.launch();
    return child;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const running = this.process;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    await ended;
  }

  private launch(): Promise<void> {
    const running = fork(this.file, { env: this.env });
    this.process = running;
    return new Promise((resolve, reject) => {
      running.once('message', () => {
        running.removeListener('exit', endedEarly);
        running.once('exit', (code, signal) => void this.restart(signal ?? `code ${code}`));
        resolve();
      });
      running.once('exit', endedEarly);
      function endedEarly(code: number | null): void {
        reject(new Error(`It ended with code ${code} before it was ready.`));
      }
    });
  }

  private async restart(reason: string): Promise<void> {
    while (!this.stopping) {
      this.onCrash(reason);
      await sleep(RESTART_PAUSE_MS);
      if (this.stopping) return;
      try {
        return await this.launch();
      } catch {
        // It says why in its own log; the next round tries again.
      }
    }
  }
}
