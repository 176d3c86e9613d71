import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../support/until.js';
import { audit, type Finding } from './audit.js';
import { Client } from './client.js';
import { type Fault, FAULTS } from './faults.js';
import { below } from './feedback.js';
import { Installation, SUBSCRIPTIONS } from './installation.js';
import { Subscriber } from './subscriber.js';

/** Pause between one recovery and the next fault, in milliseconds, at most. */
const PAUSE_MS = 2_000;
/** One in so many faults comes together with another. */
const TOGETHER_ONE_IN = 4;
/** What was under way must go on within this time after a fault, in milliseconds. */
const RECOVERY_TIMEOUT_MS = 120_000;

export interface Recovery {
  faults: string[];
  /** The longest time in which no response was accepted. */
  silenceMs: number;
  /** Until all that was due to be told when the fault struck had been told. */
  takeOverMs: number;
}

export interface ChaosReport {
  seconds: number;
  accepted: number;
  statuses: Record<string, number>;
  webhooks: { received: number; refused: number };
  recoveries: Recovery[];
  findings: Finding[];
  /** Where services and logs were kept, when a claim does not hold. */
  evidence: string | null;
}

/** Feeds a whole Heed while breaking it again and again for so many seconds, then counts what came of it. */
export async function chaos(seconds: number, log: (line: string) => void): Promise<ChaosReport> {
  const subscribers = await Promise.all(SUBSCRIPTIONS.map(() => Subscriber.start()));
  const installation = await Installation.start();
  let holds = false;
  try {
    const { secrets, ...furniture } = await installation.furnish(subscribers.map(({ url }) => url));
    subscribers.forEach((subscriber, index) => (subscriber.secret = secrets[index]!));
    const client = new Client(installation.address, installation.tenant.apiKey);
    client.start();
    const recoveries = await breakThings(installation, client, Date.now() + seconds * 1_000, log);
    await client.stop();
    log('The client has stopped; waiting until all is told');
    const findings = [
      survivors(installation),
      ...(await audit({ installation, client, subscribers, ...furniture })),
    ];
    holds = findings.every(({ violations }) => violations.length === 0);
    return {
      seconds,
      accepted: client.accepted.length,
      statuses: client.statuses,
      webhooks: { received: sum(subscribers, 'received'), refused: sum(subscribers, 'refused') },
      recoveries,
      findings,
      evidence: holds ? null : installation.services.folder,
    };
  } finally {
    await installation.close(!holds);
    for (const subscriber of subscribers) subscriber.close();
  }
}

/** Every fault once at least, in a random order, and on until the time is up. */
async function breakThings(
  installation: Installation,
  client: Client,
  end: number,
  log: (line: string) => void,
): Promise<Recovery[]> {
  const recoveries: Recovery[] = [];
  const due = shuffled(FAULTS);
  while (due.length > 0 || Date.now() < end) {
    await sleep(below(PAUSE_MS));
    const faults = [due.pop() ?? anyOf(FAULTS)];
    if (below(TOGETHER_ONE_IN) === 0) faults.push(anyOf(FAULTS.filter((fault) => fault !== faults[0])));
    const recovery = await strike(faults, installation, client);
    recoveries.push(recovery);
    const { silenceMs, takeOverMs } = recovery;
    log(
      `${recovery.faults.join(' and ')}: silent for ${silenceMs} ms, all taken over after ${takeOverMs} ms`,
    );
  }
  return recoveries;
}

async function strike(faults: Fault[], installation: Installation, client: Client): Promise<Recovery> {
  const [latest] = await installation.query<{ id: string }>('select coalesce(max(id), 0) as id from outbox');
  const start = Date.now();
  const isTold = async () => {
    const [row] = await installation.query<{ untold: number }>(
      `select count(*)::int as untold from outbox
        where id <= $1 and (state = 'enqueued' or (state = 'pending' and available_at <= now()))`,
      [latest!.id],
    );
    return row!.untold === 0;
  };
  const takenOver = until(
    `all is told that was due at "${faults.map(({ name }) => name).join(' and ')}"`,
    () => isTold().catch(() => false),
    RECOVERY_TIMEOUT_MS,
  ).then(() => Date.now() - start);
  await Promise.all([...faults.map((fault) => fault.strike(installation)), takenOver]);
  const takeOverMs = await takenOver;
  return {
    faults: faults.map(({ name }) => name).sort(),
    silenceMs: client.longestSilenceSince(start),
    takeOverMs,
  };
}

/** Whatever was broken, only what was killed may have ended: the others must have come through by themselves. */
function survivors({ processes }: Installation): Finding {
  const violations = processes
    .filter(({ crashes }) => crashes > 0)
    .map(({ label, crashes }) => `${label} ended by itself ${crashes} times`);
  return { claim: 'no process ends because something else did', checked: processes.length, violations };
}

function sum(subscribers: Subscriber[], field: 'received' | 'refused'): number {
  return subscribers.reduce((total, subscriber) => total + subscriber[field], 0);
}

function anyOf<T>(items: T[]): T {
  return items[below(items.length)]!;
}

function shuffled<T>(items: T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
