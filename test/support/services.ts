import { startEmbedded } from '../../src/platform/embedded/services.js';
import { openServices, type RunningServices } from '../../src/platform/services.js';

/** PostgreSQL and Redis that the environment names, or our own, apart from the working copy's; their data may be lost. */
export function openTestServices(): Promise<RunningServices> {
  const log = (line: string) => void process.stderr.write(`${line}\n`);
  if (process.env.DATABASE_URL) return openServices(process.env, log);
  return startEmbedded({
    folder: '.heed/test',
    log,
    postgres: { extraSettings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } },
    redis: { programFolder: '.heed' },
  });
}
