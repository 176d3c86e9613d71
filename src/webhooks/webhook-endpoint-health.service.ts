import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { type NextStep, SLOW_DOWN_MS } from './retry-schedule.js';
import { type FailureRun, isSustained } from './sustained-failure.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';

/**
 * Follows how endpoints fare, and switches off those that are gone or have failed for too long. What it
 * counts is no change by the owner, so it leaves an endpoint's version alone.
 */
@Injectable()
export class WebhookEndpointHealthService {
  constructor(
    private readonly database: Database,
    private readonly endpoints: WebhookEndpointsService,
  ) {}

  /** Notes what followed from an attempt. */
  async note(endpointId: string, step: NextStep, now: Date): Promise<void> {
    if (step.kind === 'delivered') return this.noteSuccess(endpointId);
    const isOverloaded = step.kind === 'retry' && step.slowDown;
    const restUntil = isOverloaded ? new Date(now.getTime() + SLOW_DOWN_MS) : null;
    const run = await this.noteFailure(endpointId, now, restUntil);
    if (step.kind === 'switch_off') await this.endpoints.switchOff(endpointId, 'gone');
    else if (isSustained(run, now)) await this.endpoints.switchOff(endpointId, 'sustained_failure');
  }

  private async noteSuccess(endpointId: string): Promise<void> {
    await this.database.query(
      `update webhook_endpoint set failures = 0, failing_since = null
        where tenant_id = $1 and id = $2 and failures > 0`,
      [endpointId],
    );
  }

  private async noteFailure(endpointId: string, now: Date, restUntil: Date | null): Promise<FailureRun> {
    const [run] = await this.database.query<FailureRun>(
      `update webhook_endpoint
          set failures = failures + 1, failing_since = coalesce(failing_since, $3),
              rest_until = greatest(rest_until, $4::timestamptz)
        where tenant_id = $1 and id = $2
       returning failures, failing_since as "failingSince"`,
      [endpointId, now, restUntil],
    );
    return run!;
  }
}
