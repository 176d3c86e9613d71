import { Module } from '@nestjs/common';
import { DeliveryModule } from './delivery.module.js';
import { SendLoop } from './send-loop.service.js';

/** What only the worker process runs: the loop that sends. */
@Module({ imports: [DeliveryModule], providers: [SendLoop] })
export class DeliveryWorkerModule {}
