import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Clock } from '../clock.js';
import { Metrics } from '../metrics.js';
import { Dispatcher } from './dispatcher.js';
import { Events } from './events.js';
import { Handlers } from './handlers.js';
import { Holds } from './holds.js';
import { Outbox } from './outbox.js';

/** Recording facts and telling handlers of them: what every process can do without Redis. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Clock, Handlers, Events, Outbox, Holds, Dispatcher, Metrics],
  exports: [Clock, Handlers, Events, Outbox, Dispatcher, Metrics],
})
export class EventsModule {}
