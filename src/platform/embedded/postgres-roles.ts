import pg from 'pg';
import type { Credentials } from './credentials.js';
import { LOOPBACK } from './free-port.js';
import { SUPERUSER } from './postgres.js';

export const DATABASE = 'heed';
export const OWNER_ROLE = 'heed_owner';
export const APP_ROLE = 'heed_app';

/** What a server answers, or not, while it starts, recovers or stops: `cannot_connect_now`, `admin_shutdown`. */
const IN_TRANSITION = ['57P03', '57P01', 'ECONNREFUSED', 'ECONNRESET'];

/** Makes the database and its two roles, or puts right what an earlier, interrupted start left out. */
export async function ensureRoles(port: number, credentials: Credentials): Promise<void> {
  await asSuperuser(port, 'postgres', credentials, async (client) => {
    await ensureRole(client, OWNER_ROLE, credentials.owner);
    await ensureRole(client, APP_ROLE, credentials.app);
    if (await isMissing(client, 'select from pg_database where datname = $1', DATABASE)) {
      await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`);
    }
  });
  await asSuperuser(port, DATABASE, credentials, async (client) => {
    await client.query('revoke create on schema public from public');
    await client.query(`grant usage, create on schema public to ${OWNER_ROLE}`);
    await client.query(`grant usage on schema public to ${APP_ROLE}`);
  });
}

/** Whether the error says no more than that the server is on its way up or down. */
export function isInTransition(error: unknown): boolean {
  const { code, message } = error as { code?: string; message: string };
  return code === undefined ? message.startsWith('Connection terminated') : IN_TRANSITION.includes(code);
}

export function databaseUrl(port: number, role: string, password: string): string {
  return `postgres://${role}:${password}@${LOOPBACK}:${port}/${DATABASE}`;
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  if (await isMissing(client, 'select from pg_roles where rolname = $1', role)) {
    await client.query(`create role ${role}`);
  }
  const attributes = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication';
  await client.query(`alter role ${role} ${attributes} password ${client.escapeLiteral(password)}`);
}

async function isMissing(client: pg.Client, query: string, name: string): Promise<boolean> {
  return (await client.query(query, [name])).rowCount === 0;
}

async function asSuperuser(
  port: number,
  database: string,
  { superuser }: Credentials,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ host: LOOPBACK, port, database, user: SUPERUSER, password: superuser });
  client.on('error', () => undefined); // it also rejects the query under way
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
