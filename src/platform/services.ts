import { loadCredentials } from './embedded/credentials.js';
import { startEmbedded } from './embedded/services.js';

export interface RunningServices {
  databaseUrl: string;
  /** The role that owns the schema; absent when only the processes' role was given. */
  ownerUrl: string | undefined;
  redisUrl: string;
  /** Encrypts the secrets kept in this database; absent when servers were given but no key. */
  secretKey: string | undefined;
  stop(): Promise<void>;
}

/** The services the settings name, or our own under the embedded folder when they name none. */
export async function openServices(
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<RunningServices> {
  const { DATABASE_URL, DATABASE_OWNER_URL, REDIS_URL, HEED_SECRET_KEY, HEED_HOME } = env;
  if (DATABASE_URL && REDIS_URL) {
    return {
      databaseUrl: DATABASE_URL,
      ownerUrl: DATABASE_OWNER_URL,
      redisUrl: REDIS_URL,
      secretKey: HEED_SECRET_KEY,
      stop: () => Promise.resolve(),
    };
  }
  if (DATABASE_URL || REDIS_URL) {
    throw new Error('Set both DATABASE_URL and REDIS_URL, or neither to have Heed run its own.');
  }
  const services = await startEmbedded({ folder: HEED_HOME || '.heed', log });
  return { ...services, secretKey: HEED_SECRET_KEY || (await loadCredentials(services.home)).secretKey };
}
