const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * Every clock of the system and how often it strikes. A clock sweeps what is due by then, so a strike
 * that comes late or twice does no harm and there is never anything to cancel.
 */
export const SCHEDULE = {
  /** Gives lost outbox rows back to the relay. */
  'outbox.release_lost': { everyMs: 5 * SECOND_MS, perTenant: false },
  /** Forgets idempotency keys past their time. */
  'idempotency.forget': { everyMs: HOUR_MS, perTenant: true },
  /** Forgets uploads that stopped arriving, and gives up local imports whose process is gone. */
  'import.sweep_stalled': { everyMs: HOUR_MS, perTenant: true },
  /** Opens and closes waves, and plans the next ones. */
  'campaign.advance': { everyMs: 30 * SECOND_MS, perTenant: true },
  /** Forgets events long past that asked people. */
  'campaign.forget_events': { everyMs: HOUR_MS, perTenant: true },
  /** Finds mails whose sender died while it handed them over. */
  'delivery.mark_uncertain': { everyMs: MINUTE_MS, perTenant: true },
  /** Makes responses of answers that were given but never sent. */
  'answering.settle_sheets': { everyMs: MINUTE_MS, perTenant: true },
  /** Lets answers to anonymous waves out, where enough have come in. */
  'answering.open_ballot_boxes': { everyMs: 24 * HOUR_MS, perTenant: true },
  /** Teaches a new version of the analyser what the one before had learned from corrections. */
  'analysis.learn': { everyMs: HOUR_MS, perTenant: true },
  /** Forgets what external models said long ago. */
  'external_model.forget_answers': { everyMs: HOUR_MS, perTenant: true },
} as const;

export type ClockName = keyof typeof SCHEDULE;

export const CLOCK_METHODS = Symbol('clock methods');

export interface ClockMethod {
  clock: ClockName;
  method: string;
}

/** Runs a method at each strike of a declared clock; for a `perTenant` clock once in every tenant's transaction. */
export function OnClock(clock: ClockName) {
  return (
    target: object,
    method: string,
    _descriptor: TypedPropertyDescriptor<() => Promise<void>>,
  ): void => {
    const constructor = target.constructor as { [CLOCK_METHODS]?: ClockMethod[] };
    (constructor[CLOCK_METHODS] ??= []).push({ clock, method });
  };
}
