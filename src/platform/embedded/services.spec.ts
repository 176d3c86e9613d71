import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { transformFile } from '@swc/core';
import pg from 'pg';
import { isFree } from './free-port.js';
import { askRedis } from './redis-connection.js';
import { startEmbedded, type EmbeddedServices } from './services.js';

// Inside the project, so that the programs of other processes find its node_modules.
const SHARED = join(import.meta.dirname, '../../../.heed');

/** About how long `initdb` takes; the killed first start is killed anywhere within it. */
const INITDB_MS = 800;

type Urls = Omit<EmbeddedServices, 'stop'>;

const folder = join(SHARED, `spec-${randomUUID()}`);
const homes = new Set([folder]);
let children: ChildProcess[] = [];
let started: EmbeddedServices[] = [];

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const services of started) await services.stop();
  [children, started] = [[], []];
});

afterAll(async () => {
  await (await start()).stop(); // whatever a killed user has left running
  for (const home of homes) await rm(home, { recursive: true, force: true });
  if (compiled) await rm(join(await compiled, '..'), { recursive: true, force: true });
});

describe('embedded services', () => {
  it('keep what was stored over a restart', async () => {
    const first = await start();
    await query(first.ownerUrl, 'create table kept as select 42 as answer');
    await redis(first, 'SET kept 42');
    await first.stop();

    const second = await start();
    expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(await redis(second, 'INCR kept')).toBe(':43');
  });

  it('have an owner and an app role, neither above row-level security', async () => {
    const services = await start();
    const roles = await query(
      services.ownerUrl,
      `select rolname from pg_roles where rolname like 'heed%' and rolcanlogin and not rolsuper and not rolbypassrls order by 1`,
    );
    expect(roles).toEqual([{ rolname: 'heed_app' }, { rolname: 'heed_owner' }]);
    await expect(query(services.databaseUrl, 'create table mine ()')).rejects.toThrow('permission denied');
  });

  it('let nobody in without their passwords, which only their user can read', async () => {
    const services = await start();
    const guessed = services.databaseUrl.replace(/:[^:@]+@/, ':guessed@');
    await expect(query(guessed, 'select 1')).rejects.toThrow('password authentication failed');
    expect(await askRedis(port(services.redisUrl), 'guessed', 'PING')).toMatch(/^-NOAUTH/);
    expect((await stat(join(services.home, 'credentials.json'))).mode & 0o777).toBe(0o600);
  });

  it('write every commit and every job to disk', async () => {
    const services = await start();
    expect(await query(services.ownerUrl, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await redis(services, 'CONFIG GET appendonly')).toBe('*2');
    expect(await readdir(join(services.home, 'redis'))).toContain('appendonlydir');
  });

  it('are shared by all who start them at once, and stop with the last', async () => {
    const [own, ...others] = await Promise.all([start(), forkUser(), forkUser()]);
    expect(others.map(({ urls }) => urls)).toEqual([urlsOf(own), urlsOf(own)]);
    await own.stop();
    await stop(others[0]);
    expect(await isUp(own)).toEqual([true, true]);
    await stop(others[1]);
    expect(await isUp(own)).toEqual([false, false]);
  });

  it('are found again after their only user was killed, and stop with the next one', async () => {
    const { child, urls } = await forkUser();
    await kill(child);
    expect(await isUp(urls)).toEqual([true, true]);
    const next = await start();
    expect(urlsOf(next)).toEqual(urls);
    await next.stop();
    expect(await isUp(urls)).toEqual([false, false]);
  });

  it('are not stopped under a user by the death of another', async () => {
    const own = await start();
    const { child } = await forkUser();
    await kill(child);
    await stop(await forkUser());
    expect(await isUp(own)).toEqual([true, true]);
  });

  it('come back at the same address with their data when they were killed themselves', async () => {
    const own = await start();
    await query(own.ownerUrl, 'create table survivor as select 42 as answer');
    process.kill(await pidIn(own, 'postgres/data/postmaster.pid'), 'SIGKILL');
    process.kill(await pidIn(own, 'redis/redis.pid'), 'SIGKILL');
    while ((await isUp(own)).includes(true)) await sleep(20);

    expect(urlsOf(await start())).toEqual(urlsOf(own));
    expect(await query(own.ownerUrl, 'select answer from survivor')).toEqual([{ answer: 42 }]);
    await own.stop();
  });

  it('start over when the first start was killed half-way', async () => {
    const fresh = `${folder}-fresh`;
    const child = await forkProgram(fresh);
    await message(child, 'log', 'creating the database');
    await sleep(Math.random() * INITDB_MS);
    await kill(child);
    const services = await start(fresh);
    expect(await isUp(services)).toEqual([true, true]);
  });

  it('are not fooled by a pid file whose number now belongs to another process', async () => {
    const first = await start();
    const pidFile = join(first.home, 'postgres/data/postmaster.pid');
    const left = await readFile(pidFile, 'utf8');
    await first.stop();
    await writeFile(pidFile, left.replace(/^\d+/, String(process.pid)));
    await writeFile(join(first.home, 'redis/redis.pid'), String(process.pid));

    const second = await start();
    expect(await isUp(second)).toEqual([true, true]);
  });

  it('move elsewhere when another program has taken their ports', async () => {
    const first = await start();
    const ports = [port(first.databaseUrl), port(first.redisUrl)];
    await first.stop();
    const others = await Promise.all(ports.map(occupy));

    const second = await start();
    expect(ports).not.toContain(port(second.databaseUrl));
    expect(ports).not.toContain(port(second.redisUrl));
    await second.stop();
    for (const other of others) other.close();
  });
});

async function start(inFolder = folder): Promise<EmbeddedServices> {
  const services = await startEmbedded({ folder: inFolder, log: () => {}, redis: { programFolder: SHARED } });
  homes.add(inFolder).add(services.home);
  started.push(services);
  return services;
}

interface User {
  child: ChildProcess;
  urls: Urls;
}

/** Another process that uses the services. */
async function forkUser(): Promise<User> {
  const child = await forkProgram();
  return { child, urls: (await message(child, 'urls')) as Urls };
}

async function forkProgram(inFolder = folder): Promise<ChildProcess> {
  const child = fork(await userProgram(), [inFolder, SHARED], { stdio: 'inherit', execArgv: [] });
  children.push(child);
  return child;
}

/** The next message of this kind the process sends, or the next that says just this. */
function message(child: ChildProcess, kind: string, wanted?: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.on('message', ([actual, content]: [string, unknown]) => {
      if (actual === kind && (wanted === undefined || content === wanted)) resolve(content);
    });
    child.once('exit', () => reject(new Error(`the process ended before it sent ${kind}`)));
  });
}

let compiled: Promise<string> | undefined;

/** This folder as JavaScript, with a program that starts the services and stops them when it is told to. */
function userProgram(): Promise<string> {
  return (compiled ??= compile(join(SHARED, `spec-program-${process.pid}`)));
}

async function compile(to: string): Promise<string> {
  await mkdir(to, { recursive: true });
  const sources = (await readdir(import.meta.dirname)).filter((name) => !name.endsWith('.spec.ts'));
  for (const name of sources) {
    const { code } = await transformFile(join(import.meta.dirname, name), {
      configFile: false,
      swcrc: false,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    });
    await writeFile(join(to, name.replace(/ts$/, 'js')), code);
  }
  const program = join(to, 'user.mjs');
  await writeFile(
    program,
    `import { startEmbedded } from './services.js';
    const [folder, programFolder] = process.argv.slice(2);
    const log = (line) => process.send(['log', line]);
    const { stop, ...urls } = await startEmbedded({ folder, log, redis: { programFolder } });
    process.on('message', () => stop().then(() => process.disconnect()));
    process.send(['urls', urls]);`,
  );
  return program;
}

async function stop({ child }: User): Promise<void> {
  child.send('stop');
  await once(child, 'exit');
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function urlsOf({ stop: _, ...urls }: EmbeddedServices): Urls {
  return urls;
}

async function isUp(services: Urls): Promise<boolean[]> {
  const ports = [port(services.databaseUrl), port(services.redisUrl)];
  return (await Promise.all(ports.map(isFree))).map((free) => !free);
}

function port(url: string): number {
  return Number(new URL(url).port);
}

async function redis(services: Urls, command: string): Promise<string> {
  return askRedis(port(services.redisUrl), new URL(services.redisUrl).password, command);
}

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function pidIn({ home }: Urls, file: string): Promise<number> {
  return parseInt(await readFile(join(home, file), 'utf8'));
}

async function occupy(taken: number): Promise<Server> {
  const server = createServer().listen(taken, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
