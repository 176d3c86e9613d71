import { startEmbedded } from '../../src/platform/embedded/services.js';
import { openServices, type RunningServices } from '../../src/platform/services.js';

/** The same for every run: what one test run sealed, the next one on the same servers can open. */
const TEST_SECRET_KEY = Buffer.alloc(32, 'test').toString('base64');

/** PostgreSQL and Redis that the environment names, or our own, apart from the working copy's; their data may be lost. */
export async function openTestServices(): Promise<RunningServices> {
  const log = (line: string) => void process.stderr.write(`${line}\n`);
  const env: NodeJS.ProcessEnv = { HEED_SECRET_KEY: TEST_SECRET_KEY, ...process.env };
  if (env.DATABASE_URL) return openServices(env, log);
  const services = await startEmbedded({
    folder: '.heed/test',
    log,
    postgres: { extraSettings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } },
    redis: { programFolder: '.heed' },
  });
  return { ...services, secretKey: env.HEED_SECRET_KEY };
}
