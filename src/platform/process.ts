import type { Logger } from 'pino';
import { type Config, InvalidConfig, readConfig } from '../config.js';
import { createLog } from './log.js';

/** Runs a process: settings read, log open, and a start that fails said in one clear line. */
export async function runProcess(
  name: string,
  body: (config: Config, log: Logger) => Promise<void>,
): Promise<void> {
  let log = createLog('info');
  try {
    const config = readConfig();
    log = createLog(config.logLevel).child({ process: name });
    // A launcher that is gone, however it went, leaves nobody to stop this process.
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'A promise was left to fail'));
    await body(config, log);
    process.send?.({ ready: true });
  } catch (error) {
    if (error instanceof InvalidConfig) process.stderr.write(`${error.message}\n`);
    else log.fatal({ err: error }, 'Could not start');
    process.exit(1);
  }
}
