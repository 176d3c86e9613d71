import { join } from 'node:path';
import { type RunningServices } from '../platform/services.js';
import { Child } from './child.js';
import { bringUpToDate, prepareLaunch } from './prepare.js';

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
  const launchable = await prepareLaunch(env, log);
  const { services } = launchable;
  const children: Child[] = [];
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
    await services.stop();
  };
  try {
    const ran = await bringUpToDate(services, log);
    for (const name of ['main', 'worker']) {
      const file = join(import.meta.dirname, `../${name}.js`);
      children.push(
        await Child.start(file, launchable.env, (why) =>
          log(`The ${name} process ended (${why}); starting it again`),
        ),
      );
    }
    return { ...launchable, isFirstRun: ran.some((name) => name.startsWith('Platform')), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
