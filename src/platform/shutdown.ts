import type { Logger } from 'pino';

/**
 * Stops on SIGTERM or SIGINT: takes nothing new, finishes what it began, and gives up on what does not
 * end within the grace. Whatever was cut off is taken up again by another process or the next start.
 */
export function stopGracefully(stop: () => Promise<void>, graceMs: number, log: Logger): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'Stopping');
    setTimeout(() => {
      log.error(`Did not stop within ${graceMs} ms`);
      process.exit(1);
    }, graceMs).unref();
    stop().then(
      () => process.exit(0),
      (error: Error) => {
        log.error({ err: error }, 'Stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
}
