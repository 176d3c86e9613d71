import type { FactClass, Recorded } from './event.js';

/** How long after each failed attempt the next one follows, in milliseconds; after the last comes rest. */
export const DEFAULT_RETRY_DELAYS_MS = [1_000, 5_000, 30_000, 120_000, 600_000, 1_800_000, 7_200_000];

interface OnOptions {
  /** The work talks to the world, so it runs without a transaction, on a queue of its own. */
  outside?: boolean;
  retryDelaysMs?: number[];
  /**
   * A condition in SQL, with the tenant as `$1`, asked in the transaction that records the events: where it does not
   * hold, the handler has nothing to do with them and is never told.
   */
  onlyWhere?: string;
}

export interface Subscription extends Omit<Required<OnOptions>, 'onlyWhere'> {
  facts: FactClass[] | typeof EVERY_PUBLISHED_FACT;
  method: string;
  onlyWhere: string | null;
}

/** Subscribes to each fact of any module that is published; known only when all modules are loaded. */
export const EVERY_PUBLISHED_FACT = Symbol('every published fact');

export const SUBSCRIPTIONS = Symbol('subscriptions');

/** What a subscribed method looks like: it receives all events of one job, oldest first. */
export type Handler<T extends object> = (events: Recorded<T>[]) => Promise<void>;

/**
 * Subscribes a method of a reactions class to one or more events. The method receives a batch of one
 * tenant's events inside that tenant's transaction: at least once delivered, exactly once effective.
 * With `outside` it runs without a transaction, one event at a time, and must carry the event's id to
 * the outside so that a repeat can be recognised there.
 */
export function On(facts: FactClass | FactClass[] | typeof EVERY_PUBLISHED_FACT, options: OnOptions = {}) {
  return (target: object, method: string, _descriptor: TypedPropertyDescriptor<Handler<never>>): void => {
    const constructor = target.constructor as { [SUBSCRIPTIONS]?: Subscription[] };
    (constructor[SUBSCRIPTIONS] ??= []).push({
      facts: typeof facts === 'function' ? [facts] : facts,
      method,
      outside: options.outside ?? false,
      retryDelaysMs: options.retryDelaysMs ?? DEFAULT_RETRY_DELAYS_MS,
      onlyWhere: options.onlyWhere ?? null,
    });
  };
}

/** Thrown by a handler to be called again at a time of its own choosing; does not count as a failure. */
export class CallAgain extends Error {
  constructor(readonly at: Date) {
    super(`Call again at ${at.toISOString()}`);
  }
}
