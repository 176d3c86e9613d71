import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgram, run } from './processes.js';
import type { RedisProgram } from './redis-program.js';

const PACKAGE = 'redis-server';

/** Debian asks this program before a package starts its service; 101 says no. */
const SERVICE_POLICY = '/usr/sbin/policy-rc.d';

const PATIENCE = ['-o', 'Acquire::Retries=2', '-o', 'Acquire::http::Timeout=20'];

/** Installs the package for the whole system, as root, without starting or enabling its service. */
export async function installWithApt(): Promise<void> {
  const isPolicyOurs = !existsSync(SERVICE_POLICY);
  if (isPolicyOurs) await writeFile(SERVICE_POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await aptInstall().catch(async () => {
      await aptUpdate(); // the usual reason: lists that are missing or out of date
      await aptInstall();
    });
  } finally {
    if (isPolicyOurs) await rm(SERVICE_POLICY, { force: true });
  }
  if (findProgram('systemctl')) await run('systemctl', ['disable', PACKAGE]).catch(() => undefined);
}

async function aptInstall(): Promise<void> {
  const args = ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', PACKAGE];
  await run('apt-get', [...PATIENCE, ...args], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
}

/** Judged by what can be fetched afterwards: one unreachable source among many is a failure to apt. */
async function aptUpdate(options: string[] = []): Promise<void> {
  await run('apt-get', [...PATIENCE, ...options, 'update']).catch(() => undefined);
}

/** Fetches the package and what it needs beyond this system, and unpacks them under the folder, without root. */
export async function unpackWithApt(folder: string): Promise<void> {
  const work = join(folder, 'redis-download');
  const [cache, lists, tree] = [join(work, 'cache'), join(work, 'lists'), join(work, 'tree')];
  for (const made of [join(cache, 'archives', 'partial'), join(lists, 'partial'), tree]) {
    await mkdir(made, { recursive: true });
  }
  const unlocked = ['-o', `Dir::Cache=${cache}`, '-o', 'Debug::NoLocking=1'];
  const withOwnLists = [...unlocked, '-o', `Dir::State::lists=${lists}`];
  await download(work, unlocked).catch(async () => {
    await aptUpdate(withOwnLists);
    await download(work, withOwnLists);
  });
  for (const file of await readdir(work)) {
    if (file.endsWith('.deb')) await run('dpkg-deb', ['-x', join(work, file), tree]);
  }
  await rm(unpackedTree(folder), { recursive: true, force: true });
  await rename(tree, unpackedTree(folder));
  await rm(work, { recursive: true, force: true });
}

async function download(work: string, options: string[]): Promise<void> {
  const apt = (...args: string[]) => run('apt-get', [...PATIENCE, ...options, ...args], { cwd: work });
  const plan = await apt('--simulate', '--no-install-recommends', 'install', PACKAGE);
  const missing = [...plan.matchAll(/^Inst (\S+)/gm)].map((match) => match[1] ?? '');
  if (missing.length === 0) throw new Error(`${PACKAGE} is installed, but not on the PATH`);
  await apt('download', ...missing);
}

/** The server unpacked by an earlier start, told where its libraries lie. */
export async function unpackedProgram(folder: string): Promise<RedisProgram | undefined> {
  const path = join(unpackedTree(folder), 'usr', 'bin', PACKAGE);
  if (!existsSync(path)) return undefined;
  const libraries = await Promise.all(
    ['usr/lib', 'lib'].map((lib) => foldersIn(join(unpackedTree(folder), lib))),
  );
  return { path, env: { LD_LIBRARY_PATH: libraries.flat().join(':') } };
}

function unpackedTree(folder: string): string {
  return join(folder, 'redis-server');
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return [folder, ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name))];
}
