import { readFile } from 'node:fs/promises';
import { describeProcess } from './processes.js';

/** A process that is still told apart when its number is given to another. */
export interface ProcessIdentity {
  pid: number;
  startedAt: string;
}

let own: ProcessIdentity | undefined;

export function ownIdentity(): ProcessIdentity {
  own ??= { pid: process.pid, startedAt: describeProcess(process.pid)?.startedAt ?? 'unknown' };
  return own;
}

/** Whether the process recorded in this file still runs; nobody holds a file that is gone, torn or released. */
export async function isHeldByLiveProcess(file: string): Promise<boolean> {
  const holder = await readIdentity(file);
  return holder?.pid !== undefined && describeProcess(holder.pid)?.startedAt === holder.startedAt;
}

async function readIdentity(file: string): Promise<Partial<ProcessIdentity> | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<ProcessIdentity>;
  } catch {
    return undefined;
  }
}
