import { EmbeddedServicesUnavailable, ALTERNATIVES } from './embedded.errors.js';
import { installWithApt, unpackWithApt, unpackedProgram } from './redis-install.js';
import { findProgram } from './processes.js';
import { isRoot } from './unprivileged-user.js';

/** A Redis server to run, and the environment it needs. */
export interface RedisProgram {
  path: string;
  env?: Record<string, string>;
}

const PROGRAM_NAMES = ['redis-server', 'valkey-server', 'memurai'];

/** What to type on a system, told by the package manager it has. */
const INSTALL_COMMANDS: Record<string, string> = {
  'apt-get': 'sudo apt-get install redis-server',
  dnf: 'sudo dnf install valkey',
  apk: 'sudo apk add valkey',
  pacman: 'sudo pacman -S valkey',
  zypper: 'sudo zypper install valkey',
  brew: 'brew install redis',
};

/** Finds a Redis on the PATH or obtained earlier; otherwise obtains one, asking nobody. */
export async function redisProgram(folder: string, log: (line: string) => void): Promise<RedisProgram> {
  return (installed() ?? (await unpackedProgram(folder))) || obtain(folder, log);
}

function installed(): RedisProgram | undefined {
  const path = PROGRAM_NAMES.map(findProgram).find((found) => found !== undefined);
  return path === undefined ? undefined : { path };
}

async function obtain(folder: string, log: (line: string) => void): Promise<RedisProgram> {
  const failures: string[] = [];
  const failed = (error: Error) => void failures.push(error.message);
  if (findProgram('apt-get')) {
    if (isRoot()) {
      log('Redis is not installed: installing the redis-server package');
      await installWithApt().catch(failed);
      const program = installed();
      if (program) return program;
    }
    log('Redis is not installed: unpacking the redis-server package');
    await unpackWithApt(folder).catch(failed);
    const program = await unpackedProgram(folder);
    if (program) return program;
  }
  throw new EmbeddedServicesUnavailable(
    [howToInstall(), ALTERNATIVES, ...failures.map((failure) => `Tried: ${failure}`)].join('\n'),
  );
}

function howToInstall(): string {
  const manager = Object.keys(INSTALL_COMMANDS).find(findProgram);
  const command = manager && INSTALL_COMMANDS[manager];
  const advice =
    process.platform === 'win32'
      ? 'install Memurai (https://www.memurai.com), or run Heed inside WSL'
      : command
        ? `run \`${command}\``
        : 'install redis-server or valkey-server so that it is on the PATH';
  return `Heed needs Redis, found none on the PATH and could not obtain one: ${advice} and start again.`;
}
