import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The passwords of the embedded services, and the key of the secrets in them; made once, readable by their owner only. */
export interface Credentials {
  superuser: string;
  owner: string;
  app: string;
  redis: string;
  /** Encrypts the secrets kept in the database, in base64. */
  secretKey: string;
}

const PASSWORD_BYTES = 24;
const SECRET_KEY_BYTES = 32;

export async function loadCredentials(home: string): Promise<Credentials> {
  const file = join(home, 'credentials.json');
  const kept = await readKept(file);
  const credentials = { ...newCredentials(), ...kept };
  if (kept.secretKey !== undefined) return credentials;
  // Flushed: without its passwords a database that survived a power cut could not be opened again.
  await writeFile(`${file}.new`, JSON.stringify(credentials, null, 2), { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return credentials;
}

async function readKept(file: string): Promise<Partial<Credentials>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<Credentials>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

function newCredentials(): Credentials {
  return {
    superuser: password(),
    owner: password(),
    app: password(),
    redis: password(),
    secretKey: randomBytes(SECRET_KEY_BYTES).toString('base64'),
  };
}

function password(): string {
  return randomBytes(PASSWORD_BYTES).toString('base64url');
}
