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
const WAITING_JOBS_LIMIT = 200;
/** How often an idle relay looks, in milliseconds. */
const IDLE_POLL_MS = 40;
/** How long the relay rests after Redis or Postgres failed it, in milliseconds. */
const FAILURE_PAUSE_MS = 500;
/** How long handing jobs to Redis may take before they count as not handed over, in milliseconds. */
const HAND_OVER_TIMEOUT_MS = 5_000;

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
    const [insideJobs, outsideJobs] = await Promise.all([waiting(this.inside), waiting(this.outside)]);
    if (Math.max(insideJobs, outsideJobs) >= WAITING_JOBS_LIMIT) return 0;
    return this.outbox.handOver(CLAIM_LIMIT, (rows) => this.carry(rows));
  }

  private async carry(rows: DueRow[]): Promise<void> {
    const { inside, outside } = groupIntoDeliveries(rows);
    const plannedAt = new Map(rows.map((row) => [row.id, row.plannedAt]));
    const added = [add(this.inside, inside, plannedAt), add(this.outside, outside, plannedAt)];
    await within(HAND_OVER_TIMEOUT_MS, Promise.all(added));
  }

  /** A Redis without our mark is new or was emptied: whatever it carried is taken up again at once. */
  private async noticeLostCarrier(): Promise<void> {
    const wasAway = this.carrierWasAway;
    const marked = await within(HAND_OVER_TIMEOUT_MS, this.inside.client.setnx(`${KEY_PREFIX}:carrier`, '1'));
    if (marked === 0 && !wasAway) return;
    await this.outbox.releaseEnqueuedFor(0);
    if (wasAway) this.carrierWasAway = false;
  }
}

function waiting(queue: Queue): Promise<number> {
  return within(HAND_OVER_TIMEOUT_MS, queue.getWaitingCount());
}

async function add(
  queue: Queue<Delivery>,
  deliveries: Delivery[],
  plannedAt: Map<string, string>,
): Promise<void> {
  if (deliveries.length === 0) return;
  await queue.addBulk(
    deliveries.map((data) => ({ data, opts: { jobId: jobId(data, plannedAt) } satisfies JobOptions })),
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
