import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ResponsesService } from '../responses/responses.service.js';
import { FactsService } from './facts.service.js';
import { route } from './route.js';
import type { RuleDraft } from './rule-draft.js';
import { RuleSetsService } from './rule-sets.service.js';
import { summed, type Trial, type TriedResponse } from './trial.js';

const USUAL_RESPONSES = 200;

/** Tries rules on past responses before they go live. */
@Injectable()
export class TrialService {
  constructor(
    private readonly ruleSets: RuleSetsService,
    private readonly responses: ResponsesService,
    private readonly facts: FactsService,
  ) {}

  /** What the drafts, or else the rules in force, would decide on the latest responses. Changes nothing. */
  async run(drafts: RuleDraft[] | undefined, limit = USUAL_RESPONSES): Promise<Trial> {
    const { rules, fallbackDepartmentId, themeDepartments } = await (drafts
      ? this.ruleSets.ofDrafts(drafts)
      : this.ruleSets.inForce());
    const responses = await this.responses.latest(limit);
    const facts = await this.facts.of(responses);
    const tried: TriedResponse[] = [];
    for (const [index, { id }] of responses.entries()) {
      tried.push({
        responseId: id,
        decision: route(rules, facts[index]!, fallbackDepartmentId, themeDepartments),
      });
      await setImmediate(); // many rules on many long texts must not hold up other requests
    }
    return summed(tried);
  }
}
