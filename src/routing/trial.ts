import type { Decision } from './route.js';

/** Decisions shown one by one; enough to see whether the rules do what was meant. */
export const MAX_EXAMPLES = 50;

export interface TriedResponse {
  responseId: string;
  decision: Decision;
}

export interface Trial {
  /** How many responses the rules were tried on. */
  responses: number;
  outcomes: Record<Decision['outcome'], number>;
  /** How many responses each department would receive, most first. */
  departments: { departmentId: string; responses: number }[];
  /** The first responses that would go to a department, with the reasons. */
  examples: TriedResponse[];
}

/** Sums up what rules would decide, given the decisions in the order in which examples are wanted. */
export function summed(tried: TriedResponse[]): Trial {
  const outcomes = { matched: 0, fallback: 0, none: 0 };
  const departments = new Map<string, number>();
  for (const { decision } of tried) {
    outcomes[decision.outcome]++;
    for (const { departmentId } of decision.targets) {
      departments.set(departmentId, (departments.get(departmentId) ?? 0) + 1);
    }
  }
  return {
    responses: tried.length,
    outcomes,
    departments: [...departments]
      .map(([departmentId, responses]) => ({ departmentId, responses }))
      .sort((a, b) => b.responses - a.responses),
    examples: tried.filter(({ decision }) => decision.targets.length > 0).slice(0, MAX_EXAMPLES),
  };
}
