import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Outbox } from './events/outbox.js';

/** Upper bounds of the request histogram's buckets, in seconds. */
const REQUEST_BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What Prometheus reads at `/metrics`. Labels never name a tenant or a person. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'heed_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_BUCKETS_SECONDS,
    registers: [this.registry],
  });

  private readonly deliveries = new Counter({
    name: 'heed_event_deliveries_total',
    help: 'Events told to handlers, by outcome',
    labelNames: ['handler', 'outcome'],
    registers: [this.registry],
  });

  private readonly outboxRows = new Gauge({
    name: 'heed_outbox_rows',
    help: 'Events still to be told to handlers, by state',
    labelNames: ['state'],
    registers: [this.registry],
  });

  private readonly outboxAge = new Gauge({
    name: 'heed_outbox_oldest_seconds',
    help: 'Age of the oldest outbox row, by state',
    labelNames: ['state'],
    registers: [this.registry],
  });

  constructor(private readonly outbox: Outbox) {
    collectDefaultMetrics({ register: this.registry });
  }

  observeRequest(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  countDelivery(handler: string, outcome: 'told' | 'failed' | 'dead', count: number): void {
    this.deliveries.inc({ handler, outcome }, count);
  }

  async text(): Promise<string> {
    this.outboxRows.reset();
    this.outboxAge.reset();
    for (const { state, rows, oldestSeconds } of await this.outbox.depth()) {
      this.outboxRows.set({ state }, rows);
      this.outboxAge.set({ state }, oldestSeconds);
    }
    return this.registry.metrics();
  }
}
