const DAY_MS = 86_400_000;

/** How long an endpoint may fail without a single success before it is switched off: longer than a holiday weekend. */
export const SUSTAINED_FAILURE_MS = 5 * DAY_MS;

/** And how often, so that a quiet endpoint is not judged by the retries of one or two deliveries. */
export const SUSTAINED_FAILURE_ATTEMPTS = 20;

/** How an endpoint has fared since its last success. */
export interface FailureRun {
  /** When the first attempt since then failed; null when none has. */
  failingSince: Date | null;
  /** Attempts that failed since then. */
  failures: number;
}

/** Whether an endpoint has failed for so long and so often that it is to be switched off. */
export function isSustained({ failingSince, failures }: FailureRun, now: Date): boolean {
  if (!failingSince || failures < SUSTAINED_FAILURE_ATTEMPTS) return false;
  return now.getTime() - failingSince.getTime() >= SUSTAINED_FAILURE_MS;
}
