import { createHash } from 'node:crypto';
import { InjectQueue } from '@nestjs/bull';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { JobOptions, Queue } from 'bull';
import type { Delivery } from './dispatcher.js';
import { type DueRow, Outbox } from './outbox.js';
import { groupIntoDeliveries } from './grouping.js';
import { INSIDE, KEY_PREFIX, OUTSIDE } from './queues.js';

/** Rows taken from the outbox at a time. */
const CLAIM_LIMIT = 1_000;
/** Jobs that may wait in a queue before the relay holds back: what waits in Postgres cannot be lost. */
export const WAITING_JOBS_LIMIT = 200;
/** How often an idle relay looks, in milliseconds. */
const IDLE_POLL_MS = 40;
/** How long the relay rests after Redis or Postgres failed it, in milliseconds. */
const FAILURE_PAUSE_MS = 500;
/** How long handing jobs to Redis may take before they count as not handed over, in milliseconds. */
const HAND_OVER_TIMEOUT_MS = 5_000;

/** Says to every relay that somebody has taken up what an earlier, emptied Redis had lost. */
const CARRIER_MARK = `${KEY_PREFIX}:carrier`;

/** Carries outbox rows to the Bull queues. Any number of relays may run beside each other. */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Relay.name);
  private running: Promise<void> | undefined;
  private stopping = false;
  /** Redis may have come back without the last it was told; it writes to disk once a second. */
  private carrierWasAway = false;

  constructor(
    private readonly outbox: Outbox,
    @InjectQueue(INSIDE) private readonly inside: Queue<Delivery>,
    @InjectQueue(OUTSIDE) private readonly outside: Queue<Delivery>,
  ) {}

  onApplicationBootstrap(): void {
    this.inside.client.on('close', () => (this.carrierWasAway = true));
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const pauseMs = await this.turn().then(
        (carried) => (carried > 0 ? 0 : IDLE_POLL_MS),
        (error: Error) => {
          this.logger.warn({ message: `The relay rests: ${error.message}`, err: error });
          return FAILURE_PAUSE_MS;
        },
      );
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  /** Carries what is due, once. Returns how many rows. */
  private async turn(): Promise<number> {
    await this.noticeLostCarrier();
    return (await this.feed(this.inside, false)) + (await this.feed(this.outside, true));
  }

  /** Each queue is filled by itself, so that a world slow to answer does not hold up what happens inside. */
  private async feed(queue: Queue<Delivery>, outside: boolean): Promise<number> {
    const room = WAITING_JOBS_LIMIT - (await within(HAND_OVER_TIMEOUT_MS, queue.getWaitingCount()));
    if (room <= 0) return 0;
    const limit = outside ? room : CLAIM_LIMIT; // outside, each row is a job
    return this.outbox.handOver(outside, limit, (rows) => within(HAND_OVER_TIMEOUT_MS, add(queue, rows)));
  }

  /**
   * A Redis without our mark is new or was emptied: whatever it carried is taken up again at once. It is marked only
   * after that, so that a failure of Postgres in between leaves it to the next turn.
   */
  private async noticeLostCarrier(): Promise<void> {
    const wasAway = this.carrierWasAway;
    const isMarked = (await within(HAND_OVER_TIMEOUT_MS, this.inside.client.exists(CARRIER_MARK))) === 1;
    if (isMarked && !wasAway) return;
    await this.outbox.releaseEnqueuedFor(0);
    await within(HAND_OVER_TIMEOUT_MS, this.inside.client.set(CARRIER_MARK, '1'));
    if (wasAway) this.carrierWasAway = false;
  }
}

async function add(queue: Queue<Delivery>, rows: DueRow[]): Promise<void> {
  const { inside, outside } = groupIntoDeliveries(rows);
  const plannedAt = new Map(rows.map((row) => [row.id, row.plannedAt]));
  await queue.addBulk(
    [...inside, ...outside].map((data) => {
      const opts: JobOptions = { jobId: jobId(data, plannedAt) };
      return { data, opts };
    }),
  );
}

/**
 * The same rows handed over twice are one job for as long as the first is not finished. Rows planned anew make
 * another one, even while the job that failed with them is still on its way out.
 */
function jobId({ handler, outboxIds }: Delivery, plannedAt: Map<string, string>): string {
  const rows = outboxIds.map((id) => `${id}@${plannedAt.get(id)}`).join();
  return `${handler}-${createHash('sha256').update(rows).digest('base64url')}`;
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Redis did not answer within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
