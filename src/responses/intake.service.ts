import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Database } from '../platform/database/database.js';
import { Unavailable } from '../platform/errors.js';
import { asDatabaseProblem } from '../platform/http/database-problem.js';
import type { Response } from './response.entity.js';
import { type IncomingResponse, type Outcome, ResponsesService } from './responses.service.js';

/** Responses that share one transaction at most. */
const BATCH_LIMIT = 100;
/** Transactions of one sender under way at a time; what arrives meanwhile shares the next one. */
const BATCHES_UNDER_WAY = 1;

interface Waiting {
  incoming: IncomingResponse;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
}

interface Line {
  waiting: Waiting[];
  underWay: number;
}

/**
 * Lets responses that arrive at the same moment share a transaction, as a database's group commit does:
 * alone, one is taken in at once; in a burst, those that would queue for a connection travel together.
 * Each caller hears of its own response, after the commit.
 */
@Injectable()
export class IntakeService {
  private readonly lines = new Map<string, Line>();

  constructor(
    private readonly database: Database,
    private readonly responses: ResponsesService,
  ) {}

  async receive(tenantId: string, actor: Actor, incoming: IncomingResponse): Promise<Response> {
    const outcome = await new Promise<Outcome>((resolve, reject) => {
      const key = `${tenantId} ${actor.id}`;
      const line = this.lines.get(key) ?? { waiting: [], underWay: 0 };
      this.lines.set(key, line);
      line.waiting.push({ incoming, resolve, reject });
      void this.advance(key, line, tenantId, actor);
    });
    if ('error' in outcome) throw outcome.error;
    return outcome.response;
  }

  private async advance(key: string, line: Line, tenantId: string, actor: Actor): Promise<void> {
    while (line.waiting.length > 0 && line.underWay < BATCHES_UNDER_WAY) {
      line.underWay++;
      await this.take(line.waiting.splice(0, BATCH_LIMIT), tenantId, actor);
      line.underWay--;
    }
    if (line.underWay === 0 && line.waiting.length === 0) this.lines.delete(key);
  }

  /** Never throws: every one waiting is told. */
  private async take(batch: Waiting[], tenantId: string, actor: Actor): Promise<void> {
    try {
      const incoming = batch.map((one) => one.incoming);
      const outcomes = await this.database.inTenant(tenantId, () => this.responses.receive(incoming), {
        actor,
      });
      for (const [i, one] of batch.entries()) one.resolve(outcomes[i]!);
    } catch (error) {
      // While the database is out of reach nobody knows whether it kept them: another try could keep them twice.
      if (batch.length === 1 || asDatabaseProblem(error) instanceof Unavailable) {
        for (const one of batch) one.reject(error);
        return;
      }
      // Nothing was kept; taken one by one, only the one at fault fails.
      for (const one of batch) await this.take([one], tenantId, actor);
    }
  }
}
