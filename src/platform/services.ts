import { startEmbedded } from './embedded/services.js';

export interface RunningServices {
  databaseUrl: string;
  /** The role that owns the schema; absent when only the processes' role was given. */
  ownerUrl: string | undefined;
  redisUrl: string;
  stop(): Promise<void>;
}

/** The services the settings name, or our own under the embedded folder when they name none. */
export async function openServices(
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<RunningServices> {
  const { DATABASE_URL, DATABASE_OWNER_URL, REDIS_URL, HEED_HOME } = env;
  if (DATABASE_URL && REDIS_URL) {
    return {
      databaseUrl: DATABASE_URL,
      ownerUrl: DATABASE_OWNER_URL,
      redisUrl: REDIS_URL,
      stop: () => Promise.resolve(),
    };
  }
  if (DATABASE_URL || REDIS_URL) {
    throw new Error('Set both DATABASE_URL and REDIS_URL, or neither to have Heed run its own.');
  }
  return startEmbedded({ folder: HEED_HOME || '.heed', log });
}
