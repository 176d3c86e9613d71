import { Injectable } from '@nestjs/common';
import { Any } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Events } from '../platform/events/events.js';
import { newId } from '../platform/ids.js';
import { RoutingDecision } from './decision.entity.js';
import { FactsService } from './facts.service.js';
import type { RoutableResponse } from './response-facts.js';
import { type Decision, route } from './route.js';
import { NotRouted } from './routing.errors.js';
import { ResponseRouted } from './routing.events.js';
import { RuleSetsService } from './rule-sets.service.js';

/** A decision as it was kept. */
export interface StoredDecision extends Decision {
  id: string;
  responseId: string;
  decidedAt: Date;
}

type NewDecision = Decision & { responseId: string };

/** Decides which departments act on a response, and keeps why. Where some are to act, that stands. */
@Injectable()
export class RoutingService {
  constructor(
    private readonly database: Database,
    private readonly ruleSets: RuleSetsService,
    private readonly facts: FactsService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Decides for each response nobody acts on yet: because it is new, or because nobody was to act on the answers its
   * writer corrected since. The others keep their decision, for their loop is under way.
   */
  async decide(responses: RoutableResponse[]): Promise<void> {
    const { rules, fallbackDepartmentId, themeDepartments } = await this.ruleSets.inForce();
    const facts = await this.facts.of(responses);
    const decisions = responses.map(({ id }, index) => ({
      responseId: id,
      ...route(rules, facts[index]!, fallbackDepartmentId, themeDepartments),
    }));
    for (const { responseId, outcome, targets } of await this.keep(decisions)) {
      const departmentIds = targets.map(({ departmentId }) => departmentId);
      this.events.record(new ResponseRouted(responseId, outcome, departmentIds));
    }
  }

  decisionsOf(responseIds: string[]): Promise<StoredDecision[]> {
    return this.database.repository(RoutingDecision).find({ responseId: Any(responseIds) });
  }

  async decisionOf(responseId: string): Promise<StoredDecision> {
    const [decision] = await this.decisionsOf([responseId]);
    if (!decision) throw new NotRouted(responseId);
    return decision;
  }

  /** Returns those that were not known before. */
  private async keep(decisions: NewDecision[]): Promise<NewDecision[]> {
    const kept = await this.database.query<{ responseId: string }>(
      `insert into routing_decision (tenant_id, id, response_id, outcome, targets, decided_at)
       select $1, d.*, $6::timestamptz from unnest($2::uuid[], $3::uuid[], $4::text[], $5::jsonb[]) d
       on conflict (tenant_id, response_id) do update
          set outcome = excluded.outcome, targets = excluded.targets, decided_at = excluded.decided_at
        where routing_decision.outcome = 'none' and excluded.outcome <> 'none'
       returning response_id as "responseId"`,
      [
        decisions.map(() => newId()),
        decisions.map(({ responseId }) => responseId),
        decisions.map(({ outcome }) => outcome),
        decisions.map(({ targets }) => JSON.stringify(targets)),
        this.clock.now(),
      ],
    );
    const news = new Set(kept.map(({ responseId }) => responseId));
    return decisions.filter(({ responseId }) => news.has(responseId));
  }
}
