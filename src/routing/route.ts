import type { Condition } from './condition.js';
import { evaluate } from './evaluate.js';
import type { Facts } from './facts.js';

/** From least to most pressing. */
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Who in the department gets the task: its members in turn, the member who owns the account, or nobody yet. */
export const ASSIGNMENTS = ['round_robin', 'account_owner', 'none'] as const;
export type Assignment = (typeof ASSIGNMENTS)[number];

export interface Rule {
  id: string;
  name: string;
  enabled: boolean;
  condition: Condition;
  departmentIds: string[];
  priority: Priority;
  assignment: Assignment;
  acknowledgeMinutes?: number | null;
  resolveMinutes?: number | null;
  /** When this rule matches, the rules after it are not asked. */
  stop: boolean;
}

/** One rule's reasons for a target; the fallback has no rule. */
export interface Because {
  ruleId: string | null;
  ruleName: string;
  reasons: string[];
}

/** What one department is to do about a response. */
export interface Target {
  departmentId: string;
  priority: Priority;
  assignment: Assignment;
  acknowledgeMinutes: number;
  resolveMinutes: number;
  because: Because[];
}

export interface Decision {
  outcome: 'matched' | 'fallback' | 'none';
  targets: Target[];
}

/** Minutes a task may take when its rule does not say; counted from the opening of the task. */
export const DEFAULT_MINUTES: Readonly<Record<Priority, { acknowledge: number; resolve: number }>> = {
  low: { acknowledge: 2 * 24 * 60, resolve: 14 * 24 * 60 },
  normal: { acknowledge: 24 * 60, resolve: 7 * 24 * 60 },
  high: { acknowledge: 4 * 60, resolve: 2 * 24 * 60 },
  urgent: { acknowledge: 60, resolve: 24 * 60 },
};

/** Of one target: how many of the rules that name its department are kept as its reasons, the first ones. */
export const MAX_BECAUSE = 20;

/** Name given in the reasons when no rule placed a detractor. */
export const FALLBACK_NAME = 'Fallback department';
/** Name given in the reasons when none did, but a theme that was blamed has a department of its own. */
export const THEME_NAME = 'Department of the theme';

/** By the key of a theme the department that acts on what is said of it. */
export type ThemeDepartments = ReadonlyMap<string, string>;

const NO_DEPARTMENTS: ThemeDepartments = new Map();

/**
 * Decides which departments act on a response: one target per department, in the order the rules name them. Every
 * matching rule contributes, up to one that stops. A detractor no rule gave a department to goes to those of the themes
 * it blames, else to the fallback department, so that none is left without a loop; anyone else no rule speaks of opens
 * none. Never throws.
 */
export function route(
  rules: readonly Rule[],
  facts: Facts,
  fallbackDepartmentId: string,
  themeDepartments = NO_DEPARTMENTS,
): Decision {
  const targets = new Map<string, Target>();
  for (const rule of rules) {
    if (!rule.enabled) continue;
    const { matched, because } = evaluate(rule.condition, facts);
    if (!matched) continue;
    for (const departmentId of new Set(rule.departmentIds)) {
      const named = targetFor(departmentId, rule, { ruleId: rule.id, ruleName: rule.name, reasons: because });
      const earlier = targets.get(departmentId);
      targets.set(departmentId, earlier ? merged(earlier, named) : named);
    }
    if (rule.stop) break;
  }
  if (targets.size > 0) return { outcome: 'matched', targets: [...targets.values()] };
  if (facts.category !== 'detractor') return { outcome: 'none', targets: [] };
  const concerned = blamedTargets(facts.analysis.blamed, themeDepartments);
  if (concerned.length > 0) return { outcome: 'fallback', targets: concerned };
  const because = { ruleId: null, ruleName: FALLBACK_NAME, reasons: UNPLACED };
  return { outcome: 'fallback', targets: [targetFor(fallbackDepartmentId, FALLBACK_TERMS, because)] };
}

/** One target for each department whose themes are blamed. */
function blamedTargets(blamed: readonly string[], departments: ThemeDepartments): Target[] {
  const themes = new Map<string, string[]>();
  for (const key of blamed) {
    const departmentId = departments.get(key);
    if (departmentId) themes.set(departmentId, [...(themes.get(departmentId) ?? []), key]);
  }
  return [...themes].map(([departmentId, keys]) => {
    const reasons = [...UNPLACED, `it blames ${keys.slice(0, MAX_NAMED_THEMES).join(', ')}`];
    return targetFor(departmentId, FALLBACK_TERMS, { ruleId: null, ruleName: THEME_NAME, reasons });
  });
}

type Terms = Pick<Rule, 'priority' | 'assignment' | 'acknowledgeMinutes' | 'resolveMinutes'>;

const FALLBACK_TERMS: Terms = { priority: 'normal', assignment: 'round_robin' };
const UNPLACED = ['category is detractor', 'no rule gave it to a department'];
/** In one reason. */
const MAX_NAMED_THEMES = 5;

function targetFor(departmentId: string, terms: Terms, because: Because): Target {
  const { priority, assignment } = terms;
  const usual = DEFAULT_MINUTES[priority];
  const resolveMinutes = terms.resolveMinutes ?? usual.resolve;
  // Nothing is resolved before it is acknowledged, so a short time to resolve shortens both.
  const acknowledgeMinutes = Math.min(terms.acknowledgeMinutes ?? usual.acknowledge, resolveMinutes);
  return { departmentId, priority, assignment, acknowledgeMinutes, resolveMinutes, because: [because] };
}

/** The more demanding of two terms; the first rule that assigns someone decides who. */
function merged(earlier: Target, later: Target): Target {
  const isMorePressing = PRIORITIES.indexOf(later.priority) > PRIORITIES.indexOf(earlier.priority);
  return {
    departmentId: earlier.departmentId,
    priority: isMorePressing ? later.priority : earlier.priority,
    assignment: earlier.assignment === 'none' ? later.assignment : earlier.assignment,
    acknowledgeMinutes: Math.min(earlier.acknowledgeMinutes, later.acknowledgeMinutes),
    resolveMinutes: Math.min(earlier.resolveMinutes, later.resolveMinutes),
    because: [...earlier.because, ...later.because].slice(0, MAX_BECAUSE),
  };
}
