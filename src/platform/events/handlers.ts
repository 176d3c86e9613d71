import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { declarationOf, type FactClass, publishedFacts, type Recorded } from './event.js';
import { EVERY_PUBLISHED_FACT, type Handler, type Subscription, SUBSCRIPTIONS } from './on.js';

export interface RegisteredHandler {
  /** `TasksReactions.openLoops`: kept in the outbox, so renaming one needs a migration of waiting rows. */
  name: string;
  outside: boolean;
  retryDelaysMs: number[];
  onlyWhere: string | null;
  run: Handler<never>;
}

/** Which handlers want which events; built once at start, which fails on a doubled or undeclared one. */
@Injectable()
export class Handlers implements OnModuleInit {
  private readonly byName = new Map<string, RegisteredHandler>();
  private readonly byFact = new Map<FactClass, RegisteredHandler[]>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      const type = (instance as object | null)?.constructor as {
        [SUBSCRIPTIONS]?: Subscription[];
        name: string;
      };
      for (const subscription of type?.[SUBSCRIPTIONS] ?? []) {
        this.register(type.name, instance as Record<string, Handler<never>>, subscription);
      }
    }
  }

  named(name: string): RegisteredHandler | undefined {
    return this.byName.get(name);
  }

  /** SQL that says whether the handler named by `column` is to be told of events recorded now; the tenant is `$1`. */
  toldWhere(column: string): string {
    const bound = [...this.byName.values()].filter(({ onlyWhere }) => onlyWhere !== null);
    const cases = bound.map(({ name, onlyWhere }) => `when '${name}' then ${onlyWhere}`);
    return cases.length === 0 ? 'true' : `case ${column} ${cases.join(' ')} else true end`;
  }

  wanting(fact: FactClass): RegisteredHandler[] {
    return this.byFact.get(fact) ?? [];
  }

  private register(
    owner: string,
    instance: Record<string, Handler<never>>,
    subscription: Subscription,
  ): void {
    const { method, outside, retryDelaysMs, onlyWhere, facts } = subscription;
    const name = `${owner}.${method}`;
    if (this.byName.has(name)) throw new Error(`Two handlers are called ${name}.`);
    const run = (events: Recorded<never>[]) => instance[method]!(events);
    const handler = { name, outside, retryDelaysMs, onlyWhere, run };
    this.byName.set(name, handler);
    for (const fact of facts === EVERY_PUBLISHED_FACT ? publishedFacts().map(({ fact }) => fact) : facts) {
      declarationOf(fact);
      this.byFact.set(fact, [...this.wanting(fact), handler]);
    }
  }
}
