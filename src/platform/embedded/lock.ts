import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isHeldByLiveProcess, ownIdentity } from './process-identity.js';

const POLL_MS = 50;

/**
 * Runs `work` while no other process on this machine runs any under the same folder.
 *
 * The lock is the file with the highest number in the folder. It is taken by making the next one, which
 * only one process can, once its holder has released it or died; so a lock left by `kill -9` is passed
 * on without anyone ever removing a lock that somebody else has just taken.
 */
export async function withLock<T>(folder: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const lock = await take(folder, onWait);
  try {
    return await work();
  } finally {
    await place({ released: true }, folder, (file) => rename(file, lock));
  }
}

async function take(folder: string, onWait: () => void): Promise<string> {
  for (let waited = false; ;) {
    const current = await highest(folder);
    if (current > 0 && (await isHeldByLiveProcess(join(folder, String(current))))) {
      if (!waited) onWait();
      waited = true;
      await sleep(POLL_MS);
      continue;
    }
    const next = join(folder, String(current + 1));
    const isMade = await place(ownIdentity(), folder, (file) => link(file, next));
    if (!isMade) continue;
    // Another may have taken and passed on later numbers since we looked.
    if ((await highest(folder)) === current + 1) {
      await rm(join(folder, String(current)), { force: true });
      return next;
    }
    await rm(next, { force: true });
  }
}

async function highest(folder: string): Promise<number> {
  const numbers = (await readdir(folder)).filter((name) => /^\d+$/.test(name)).map(Number);
  return Math.max(0, ...numbers);
}

/** Writes the content aside and puts it in place whole; false when the place was taken meanwhile. */
async function place(
  content: object,
  folder: string,
  put: (file: string) => Promise<void>,
): Promise<boolean> {
  const file = join(folder, `new-${randomUUID()}`);
  await writeFile(file, JSON.stringify(content));
  try {
    await put(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(file, { force: true });
  }
}
