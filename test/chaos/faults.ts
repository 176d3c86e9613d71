import { setTimeout as sleep } from 'node:timers/promises';
import type { HeedProcess } from '../support/processes.js';
import { below } from './feedback.js';
import type { Installation } from './installation.js';

/** How long a process stays away, in milliseconds: as long as the launcher of `npm start` leaves it. */
const AWAY_MS = 1_000;

export interface Fault {
  name: string;
  /** Breaks something, and ends when whatever was broken is there again. */
  strike(installation: Installation): Promise<void>;
}

export const FAULTS: Fault[] = [
  { name: 'kill -9 the API', strike: ({ api }) => killAndRestart(api) },
  { name: 'kill -9 a worker', strike: ({ workers }) => killAndRestart(workers[below(workers.length)]!) },
  { name: 'empty Redis', strike: ({ services }) => services.emptyRedis() },
  { name: 'crash PostgreSQL', strike: ({ services }) => services.crashPostgres() },
];

async function killAndRestart(process: HeedProcess): Promise<void> {
  await process.kill();
  for (;;) {
    await sleep(AWAY_MS);
    // It may meet a database that is away as well, and say so and end.
    const isUp = await process.start().then(
      () => true,
      () => false,
    );
    if (isUp) return;
  }
}
