import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Config } from '../config.js';
import { CONFIG } from '../platform/config.module.js';
import { TenantDirectory } from '../platform/database/tenant-directory.js';
import { type Courier, Couriers } from './courier.service.js';

/** How long to rest when nothing is due for anybody, in milliseconds. */
const REST_MS = 5_000;

/** Keeps couriers going from tenant to tenant while the worker runs. */
@Injectable()
export class SendLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SendLoop.name);
  private readonly stopping = new AbortController();
  private couriers: Courier[] = [];
  private rounds: Promise<void>[] = [];

  constructor(
    private readonly directory: TenantDirectory,
    private readonly maker: Couriers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.couriers = Array.from({ length: this.config.mailSenders }, () => this.maker.make());
    this.rounds = this.couriers.map((courier) => this.run(courier));
  }

  /** The message under way is ended: cut short, nobody would know whether it arrived. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    for (const courier of this.couriers) courier.stop();
    await Promise.all(this.rounds);
  }

  private async run(courier: Courier): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const hasSent = await this.round(courier);
      if (hasSent) continue;
      courier.rest();
      await this.pause();
    }
    courier.rest();
  }

  /** One lot of each tenant that has something due: none waits for another's millions. */
  private async round(courier: Courier): Promise<boolean> {
    let hasSent = false;
    try {
      for await (const tenantId of this.directory.tenantIds()) {
        if (this.stopping.signal.aborted) return hasSent;
        if (await this.serve(courier, tenantId)) hasSent = true;
      }
    } catch (error) {
      this.logger.warn({ message: `The round of mails failed: ${(error as Error).message}`, err: error });
      return false;
    }
    return hasSent;
  }

  /** One tenant's trouble must not keep the others' mails. */
  private async serve(courier: Courier, tenantId: string): Promise<boolean> {
    try {
      return await courier.serve(tenantId);
    } catch (error) {
      this.logger.warn({ tenantId, message: `Mails failed: ${(error as Error).message}`, err: error });
      return false;
    }
  }

  private async pause(): Promise<void> {
    await sleep(REST_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
