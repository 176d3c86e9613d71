import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { Config } from '../../config.js';
import { CONFIG } from '../config.module.js';
import { Clocks } from '../clocks.js';
import { INSIDE, OUTSIDE, QUEUE_OPTIONS } from './queues.js';
import { Relay } from './relay.js';
import { OutboxSweep } from './outbox-sweep.js';
import { Worker } from './worker.js';

/** What only the worker process runs: the relay, the Bull processors and the clocks. */
@Module({
  imports: [
    DiscoveryModule,
    BullModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({ url: config.redisUrl, ...QUEUE_OPTIONS }),
    }),
    BullModule.registerQueue({ name: INSIDE }, { name: OUTSIDE }),
  ],
  providers: [Relay, Worker, Clocks, OutboxSweep],
})
export class WorkerModule {}
