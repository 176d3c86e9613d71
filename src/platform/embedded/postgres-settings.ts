import { totalmem } from 'node:os';
import { LOOPBACK } from './free-port.js';

export type PostgresSettings = Record<string, string>;

const MiB = 1024 * 1024;

/** The share of memory given to PostgreSQL's own cache: an eighth, for the machine has other work to do. */
const CACHE_SHARE = 8;
const MIN_CACHE_MIB = 128;
const MAX_CACHE_MIB = 1024;

/** Everything that differs from PostgreSQL's defaults; those already make every commit durable. */
export function postgresSettings(port: number, extra: PostgresSettings = {}): PostgresSettings {
  const memoryMiB = availableMemory() / MiB;
  const cacheMiB = Math.min(Math.max(memoryMiB / CACHE_SHARE, MIN_CACHE_MIB), MAX_CACHE_MIB);
  return {
    port: String(port),
    listen_addresses: LOOPBACK,
    unix_socket_directories: '', // a socket's path has a length limit that a deep project folder exceeds
    max_connections: '200', // an API, a worker, the command line and a developer's tools, each with a pool
    shared_buffers: `${Math.floor(cacheMiB)}MB`,
    effective_cache_size: `${Math.floor(memoryMiB / 2)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB', // a bulk import would otherwise force checkpoint after checkpoint
    jit: 'off', // compiling costs more than it saves on queries of milliseconds
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off', // nothing rotates the log of an embedded server
    ...extra,
  };
}

/** One `name = 'value'` a line, as PostgreSQL's configuration files have it. */
export function renderSettings(settings: PostgresSettings): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('');
}

function availableMemory(): number {
  const limit = process.constrainedMemory(); // a container's, and 0 where there is none
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
