import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isHeldByLiveProcess, ownIdentity } from './process-identity.js';

/** Who uses the services of one folder: a file for each user, worth nothing once its process is gone. */
export class Leases {
  constructor(private readonly folder: string) {}

  /** Records this process as a user and returns the name of its lease. */
  async take(): Promise<string> {
    await mkdir(this.folder, { recursive: true });
    const lease = `${process.pid}-${randomUUID()}.lease`;
    const unfinished = join(this.folder, `${lease}.new`);
    await writeFile(unfinished, JSON.stringify(ownIdentity()));
    await rename(unfinished, join(this.folder, lease));
    return lease;
  }

  /** Gives one lease up and says whether it was the last. */
  async giveUp(lease: string): Promise<boolean> {
    await rm(join(this.folder, lease), { force: true });
    for (const name of await readdir(this.folder)) {
      if (name.endsWith('.lease') && (await isHeldByLiveProcess(join(this.folder, name)))) return false;
      await rm(join(this.folder, name), { force: true });
    }
    return true;
  }
}
