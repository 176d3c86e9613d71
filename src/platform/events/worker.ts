import { InjectQueue } from '@nestjs/bull';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Queue } from 'bull';
import type { Config } from '../../config.js';
import { CONFIG } from '../config.module.js';
import { type Delivery, Dispatcher } from './dispatcher.js';
import { INSIDE, OUTSIDE } from './queues.js';

/** Work that waits on the world mostly waits, so many of it may run at once beside each inside job. */
const OUTSIDE_PER_INSIDE = 10;

/** Takes jobs from the queues and has them delivered. Bull stops taking new ones and ends the rest on shutdown. */
@Injectable()
export class Worker implements OnApplicationBootstrap {
  private readonly logger = new Logger(Worker.name);

  constructor(
    private readonly dispatcher: Dispatcher,
    @Inject(CONFIG) private readonly config: Config,
    @InjectQueue(INSIDE) private readonly inside: Queue<Delivery>,
    @InjectQueue(OUTSIDE) private readonly outside: Queue<Delivery>,
  ) {}

  onApplicationBootstrap(): void {
    const { workerConcurrency } = this.config;
    this.take(this.inside, workerConcurrency);
    this.take(this.outside, workerConcurrency * OUTSIDE_PER_INSIDE);
  }

  private take(queue: Queue<Delivery>, concurrency: number): void {
    queue.on('error', (error: Error) => this.logger.warn({ message: `Redis: ${error.message}` }));
    queue.on('failed', (_job, error: Error) =>
      this.logger.warn({ message: `A job failed: ${error.message}`, err: error }),
    );
    queue
      .process(concurrency, (job) => this.dispatcher.deliver(job.data))
      .catch((error: Error) => this.logger.error({ message: `Queue ${queue.name} stopped`, err: error }));
  }
}
