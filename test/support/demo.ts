import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { BUILT } from './own-services.js';

/** `npm run demo` as somebody without a terminal runs it. */
export class Demo {
  stdout = '';
  stderr = '';
  private readonly process: ChildProcess;

  constructor(env: Record<string, string>, ...args: string[]) {
    this.process = spawn(process.execPath, [join(BUILT, 'start.js'), '--demo', ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process.stdout!.on('data', (text: Buffer) => (this.stdout += text.toString()));
    this.process.stderr!.on('data', (text: Buffer) => (this.stderr += text.toString()));
  }

  /** Waits until it says something to whoever watches; throws when it ends before. */
  async says(text: string): Promise<void> {
    while (!this.stderr.includes(text)) {
      if (this.process.exitCode !== null) throw new Error(`It ended with "${this.stderr}".`);
      await Promise.race([once(this.process.stderr!, 'data'), once(this.process, 'close')]);
    }
  }

  /** Ctrl-C. Returns the code it ends with. */
  interrupt(): Promise<number | null> {
    this.process.kill('SIGINT');
    return this.end();
  }

  /** Waits until it ends by itself, and returns the code it ends with. */
  async end(): Promise<number | null> {
    if (this.process.exitCode === null) await once(this.process, 'close');
    return this.process.exitCode;
  }
}
