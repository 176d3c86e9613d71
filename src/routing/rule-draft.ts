import type { Problem } from '../platform/errors.js';
import { pointerTo } from '../platform/reading.js';
import { readCondition, type Condition } from './condition.js';
import type { Assignment, Priority, Rule } from './route.js';

/** A rule as someone wrote it, of the right shape; what is left out takes its usual value. */
export interface RuleDraft {
  name: string;
  condition: unknown;
  departmentIds: string[];
  enabled?: boolean;
  priority?: Priority;
  assignment?: Assignment;
  acknowledgeMinutes?: number | null;
  resolveMinutes?: number | null;
  stop?: boolean;
}

/** Of a condition written as JSON: every rule is asked about every response, so together they must stay small. */
export const MAX_CONDITION_CHARS = 20_000;

/**
 * What is wrong with the meaning of a draft, or of some changes to a rule: a condition that cannot be read, a
 * department the tenant does not have. `at` is the JSON pointer of the draft inside the body it came in.
 */
export function draftProblems(
  { condition, departmentIds = [] }: Partial<RuleDraft>,
  knownDepartmentIds: ReadonlySet<string>,
  at = '',
): Problem[] {
  const unknown = [...departmentIds.entries()].filter(([, id]) => !knownDepartmentIds.has(id));
  return [
    ...(condition === undefined ? [] : conditionProblems(condition, `${at}/condition`)),
    ...unknown.map(([index]) => ({
      pointer: pointerTo(`${at}/departmentIds`, index),
      detail: 'is not a department of this tenant',
    })),
  ];
}

function conditionProblems(condition: unknown, at: string): Problem[] {
  const reading = readCondition(condition, at);
  if (!reading.ok) return reading.problems;
  const { length } = JSON.stringify(condition);
  if (length <= MAX_CONDITION_CHARS) return [];
  return [{ pointer: at, detail: `has ${length} characters; at most ${MAX_CONDITION_CHARS} are accepted` }];
}

/** The rule a draft without problems stands for. */
export function ruleOf(id: string, draft: RuleDraft): Rule {
  return {
    id,
    name: draft.name,
    enabled: draft.enabled ?? true,
    condition: draft.condition as Condition,
    departmentIds: draft.departmentIds,
    priority: draft.priority ?? 'normal',
    assignment: draft.assignment ?? 'round_robin',
    acknowledgeMinutes: draft.acknowledgeMinutes ?? null,
    resolveMinutes: draft.resolveMinutes ?? null,
    stop: draft.stop ?? false,
  };
}
