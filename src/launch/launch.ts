import { join } from 'node:path';
import { migrate } from '../platform/database/migrate.js';
import { freePort, isFree } from '../platform/embedded/free-port.js';
import { openServices, type RunningServices } from '../platform/services.js';
import { Child } from './child.js';

const DEFAULT_PORT = 3000;

export interface Launched {
  /** Where the API answers, such as `http://127.0.0.1:3000`. */
  address: string;
  /** Whether this start made the schema: nobody has used this database before. */
  isFirstRun: boolean;
  services: RunningServices;
  /** The settings the processes were started with. */
  env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** Starts everything on this machine: services, migrations, the API process and the worker process. */
export async function launch(env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<Launched> {
  const services = await openServices(env, log);
  const children: Child[] = [];
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
    await services.stop();
  };
  try {
    const ran = services.ownerUrl ? await migrate(services.ownerUrl) : [];
    if (ran.length > 0) log(`Brought the database up to date: ${ran.length} migrations`);
    const port = env.HEED_PORT ?? String((await isFree(DEFAULT_PORT)) ? DEFAULT_PORT : await freePort());
    const settings = {
      ...env,
      DATABASE_URL: services.databaseUrl,
      REDIS_URL: services.redisUrl,
      HEED_SECRET_KEY: services.secretKey,
      HEED_PORT: port,
    };
    for (const name of ['main', 'worker']) {
      const file = join(import.meta.dirname, `../${name}.js`);
      children.push(
        await Child.start(file, settings, (why) =>
          log(`The ${name} process ended (${why}); starting it again`),
        ),
      );
    }
    const address = `http://${env.HEED_HOST ?? '127.0.0.1'}:${port}`;
    return {
      address,
      isFirstRun: ran.some((name) => name.startsWith('Platform')),
      services,
      env: settings,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
