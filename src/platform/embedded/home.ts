import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, chmod, constants, mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedServicesUnavailable } from './embedded.errors.js';
import { canReach, isRoot, serviceUser, type SystemUser } from './unprivileged-user.js';

/** Where root keeps what the service user could not reach, say for a clone below /root. */
export const SYSTEM_FOLDER = '/var/lib/heed';

/** Others may pass through to what is theirs, and see nothing on the way. */
const PASSABLE = 0o711;

/** The folder everything of the services lies in, and the system user they run as. */
export interface Home {
  folder: string;
  user: SystemUser | undefined;
}

export async function prepareHome(wanted: string, log: (line: string) => void): Promise<Home> {
  const near = await makeFolder(wanted);
  const far = join(SYSTEM_FOLDER, createHash('sha256').update(near).digest('hex').slice(0, 16));
  // Data once kept far away stays there, even when the folder becomes reachable later.
  if (!isRoot() || !existsSync(far)) {
    const user = await serviceUser(join(near, 'postgres'));
    if (canReach(user, near)) return { folder: near, user };
  }
  log(`the services' user cannot reach ${near}; their data is in ${far}`);
  await makeFolder(SYSTEM_FOLDER);
  return { folder: await makeFolder(far), user: await serviceUser(join(far, 'postgres')) };
}

async function makeFolder(folder: string): Promise<string> {
  const isNew = (await mkdir(folder, { recursive: true })) !== undefined;
  if (isNew) await chmod(folder, PASSABLE);
  await access(folder, constants.W_OK).catch(() => {
    throw new EmbeddedServicesUnavailable(`${folder} belongs to another user: start Heed as that user.`);
  });
  return realpath(folder);
}
