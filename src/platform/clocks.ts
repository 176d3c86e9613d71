import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Database } from './database/database.js';
import { TenantDirectory } from './database/tenant-directory.js';
import { CLOCK_METHODS, type ClockMethod, type ClockName, SCHEDULE } from './schedule.js';

/** How often the worker looks for a clock that is due, in milliseconds. */
const LOOK_MS = 1_000;
/** A runner that has not been heard of for this long is taken for dead, in seconds. */
const LEASE_SECONDS = 30;
/** How often a runner lets the others know that it still runs, in milliseconds. */
const RENEWAL_MS = 10_000;

/** Strikes the declared clocks, each by one process at a time however many workers run. */
@Injectable()
export class Clocks implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Clocks.name);
  private readonly methods = new Map<ClockName, () => Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly directory: TenantDirectory,
    private readonly discovery: DiscoveryService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.discover();
    await this.database.withoutTenant((client) =>
      client.query('insert into clock (name) select unnest($1::text[]) on conflict do nothing', [
        Object.keys(SCHEDULE),
      ]),
    );
    this.timer = setInterval(() => {
      this.turn = this.turn.then(() => this.strikeDue());
    }, LOOK_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }

  private discover(): void {
    for (const { instance } of this.discovery.getProviders()) {
      const type = (instance as object | null)?.constructor as
        { [CLOCK_METHODS]?: ClockMethod[] } | undefined;
      for (const { clock, method } of type?.[CLOCK_METHODS] ?? []) {
        if (this.methods.has(clock)) throw new Error(`Two methods run on the clock ${clock}.`);
        this.methods.set(clock, () => (instance as Record<string, () => Promise<void>>)[method]!());
      }
    }
    const silent = Object.keys(SCHEDULE).filter((clock) => !this.methods.has(clock as ClockName));
    if (silent.length > 0) throw new Error(`Nothing runs on the clocks ${silent.join(', ')}.`);
  }

  private async strikeDue(): Promise<void> {
    for (const clock of this.methods.keys()) {
      try {
        if (await this.claim(clock)) await this.strike(clock);
      } catch (error) {
        this.warn(clock, error as Error);
      }
    }
  }

  private claim(clock: ClockName): Promise<boolean> {
    return this.database.withoutTenant(async (client) => {
      const { rowCount } = await client.query(
        `update clock set due_at = now() + make_interval(secs => $2), busy_until = now() + make_interval(secs => $3)
          where name = $1 and due_at <= now() and (busy_until is null or busy_until <= now())`,
        [clock, SCHEDULE[clock].everyMs / 1_000, LEASE_SECONDS],
      );
      return rowCount === 1;
    });
  }

  private async strike(clock: ClockName): Promise<void> {
    const run = this.methods.get(clock)!;
    const renewal = setInterval(() => void this.renew(clock), RENEWAL_MS);
    try {
      if (!SCHEDULE[clock].perTenant) return await run();
      for await (const tenantId of this.directory.tenantIds()) {
        // One tenant's trouble must not keep the clock from those after it.
        await this.database
          .inTenant(tenantId, run)
          .catch((error: Error) => this.warn(clock, error, { tenantId }));
      }
    } finally {
      clearInterval(renewal);
      await this.hold(clock, 0);
    }
  }

  private async renew(clock: ClockName): Promise<void> {
    await this.hold(clock, LEASE_SECONDS).catch(() => undefined); // the next one may get through
  }

  private warn(clock: ClockName, error: Error, about: { tenantId?: string } = {}): void {
    this.logger.warn({ ...about, message: `The clock ${clock} failed: ${error.message}`, err: error });
  }

  /** Keeps the clock from striking anywhere for so many seconds from now. */
  private async hold(clock: ClockName, seconds: number): Promise<void> {
    await this.database.withoutTenant((client) =>
      client.query('update clock set busy_until = now() + make_interval(secs => $2) where name = $1', [
        clock,
        seconds,
      ]),
    );
  }
}
