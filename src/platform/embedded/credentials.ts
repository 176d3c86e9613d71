import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The passwords of the embedded services; made once, readable by their owner only. */
export interface Credentials {
  superuser: string;
  owner: string;
  app: string;
  redis: string;
}

const PASSWORD_BYTES = 24;

export async function loadCredentials(home: string): Promise<Credentials> {
  const file = join(home, 'credentials.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Credentials;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const credentials = { superuser: password(), owner: password(), app: password(), redis: password() };
  // Flushed: without its passwords a database that survived a power cut could not be opened again.
  await writeFile(`${file}.new`, JSON.stringify(credentials, null, 2), { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return credentials;
}

function password(): string {
  return randomBytes(PASSWORD_BYTES).toString('base64url');
}
