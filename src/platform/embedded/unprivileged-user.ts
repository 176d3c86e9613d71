import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { run } from './processes.js';

/** The system user a service runs as, in the form `spawn` takes. */
export interface SystemUser {
  uid: number;
  gid: number;
}

/** The user made for the services when Heed is started as root, for PostgreSQL refuses to run as root. */
export const SERVICE_USER = 'heed';

/** Where no user can be made (no `useradd`, a read-only system), the one every Unix has. */
const LAST_RESORT_USER = 'nobody';

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Who runs the services: ourselves (undefined), or for root whoever owns the data, or a user made for it. */
export async function serviceUser(dataFolder: string): Promise<SystemUser | undefined> {
  if (!isRoot()) return undefined;
  const owner = await stat(dataFolder).catch(() => undefined);
  if (owner && owner.uid !== 0) return systemUser(owner.uid, owner.gid);
  return findUser(SERVICE_USER) ?? (await createUser()) ?? findUser(LAST_RESORT_USER);
}

async function createUser(): Promise<SystemUser | undefined> {
  const args = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  await run('useradd', [...args, '--shell', '/usr/sbin/nologin', SERVICE_USER]).catch(() => undefined);
  return findUser(SERVICE_USER); // even after a failure: another process may just have made it
}

function findUser(name: string): SystemUser | undefined {
  try {
    const id = (option: string) =>
      Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return systemUser(id('-u'), id('-g'));
  } catch {
    return undefined;
  }
}

/** `spawn` takes signed numbers, and macOS calls nobody 4294967294. */
function systemUser(uid: number, gid: number): SystemUser {
  return { uid: uid | 0, gid: gid | 0 };
}

/** Whether the user may enter this folder or run this program, asked of the system itself. */
export function canReach(user: SystemUser | undefined, path: string): boolean {
  if (!user) return true;
  return spawnSync('test', ['-x', path], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}

export function giveTo(user: SystemUser | undefined, path: string): void {
  if (user) chownSync(path, user.uid, user.gid);
}
