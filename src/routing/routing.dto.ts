import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsObject, Max, Min, ValidateNested } from 'class-validator';
import { Omittable } from '../platform/http/omittable.js';
import type { Assignment, Because, Decision, Priority, Target } from './route.js';
import type { StoredDecision } from './routing.service.js';
import { DraftRule } from './rules.dto.js';
import { MAX_RULES } from './rules.service.js';
import type { Trial, TriedResponse } from './trial.js';

/** Of one trial, which is answered while the caller waits. */
const MAX_TRIED_RESPONSES = 500;

export class TryRules {
  /** The rules to try, in order, as if they were all there are. The rules in force, when left out. */
  @Omittable()
  @IsArray()
  @ArrayMaxSize(MAX_RULES)
  @IsObject({ each: true }) // for ValidateNested an empty list is an object too
  @ValidateNested({ each: true })
  @Type(() => DraftRule)
  rules?: DraftRule[];

  /** How many of the latest responses to try them on; 200, when left out. */
  @Omittable()
  @IsInt()
  @Min(1)
  @Max(MAX_TRIED_RESPONSES)
  limit?: number;
}

export class BecauseView implements Because {
  /** Null for the fallback; `draft-1`, `draft-2`, … for the rules of a trial. */
  ruleId: string | null;
  /** As it was called then. */
  ruleName: string;
  reasons: string[];
}

export class TargetView implements Target {
  departmentId: string;
  priority: Priority;
  assignment: Assignment;
  acknowledgeMinutes: number;
  resolveMinutes: number;
  because: BecauseView[];
}

export class RoutingDecisionView {
  id: string;
  responseId: string;
  /** `matched`: rules placed it; `fallback`: a detractor no rule placed; `none`: nobody needs to act. */
  outcome: Decision['outcome'];
  targets: TargetView[];
  decidedAt: Date;
}

export class TrialOutcomesView {
  matched: number;
  fallback: number;
  none: number;
}

export class TrialDepartmentView {
  departmentId: string;
  /** How many of the responses it would receive. */
  responses: number;
}

export class TrialExampleView {
  responseId: string;
  outcome: Decision['outcome'];
  targets: TargetView[];
}

export class TrialView {
  /** How many responses the rules were tried on. */
  responses: number;
  outcomes: TrialOutcomesView;
  /** Most responses first. */
  departments: TrialDepartmentView[];
  /** The latest responses that would go to a department, with the reasons. */
  examples: TrialExampleView[];
}

export function viewDecision(decision: StoredDecision): RoutingDecisionView {
  const { id, responseId, outcome, targets, decidedAt } = decision;
  return { id, responseId, outcome, targets, decidedAt };
}

export function viewTrial({ examples, ...counts }: Trial): TrialView {
  return { ...counts, examples: examples.map(viewExample) };
}

function viewExample({ responseId, decision }: TriedResponse): TrialExampleView {
  return { responseId, ...decision };
}
