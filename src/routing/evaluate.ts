import { compare } from './compare.js';
import type { Condition } from './condition.js';
import type { Facts } from './facts.js';

/** Whether a condition matched, and the comparisons that decided it either way, as short sentences. */
export interface Evaluation {
  matched: boolean;
  because: string[];
}

/** Reasons are stored with every decision and read by people; ten say enough. */
export const MAX_REASONS = 10;

/** Decides a condition. Total: never throws, on any valid condition and any facts. */
export function evaluate(condition: Condition, facts: Facts): Evaluation {
  const { matched, because } = decide(condition, facts);
  return { matched, because: [...new Set(because)].slice(0, MAX_REASONS) };
}

function decide(condition: Condition, facts: Facts): Evaluation {
  if ('always' in condition) return { matched: true, because: ['it applies to every response'] };
  if ('not' in condition) return negated(decide(condition.not, facts));
  if ('all' in condition) return joined(condition.all, facts, false);
  if ('any' in condition) return joined(condition.any, facts, true);
  const { matched, reason } = compare(condition, facts);
  return { matched, because: [reason] };
}

/** What explains why something did not match explains why its negation did. */
function negated({ matched, because }: Evaluation): Evaluation {
  return { matched: !matched, because };
}

/** `any` is decided by the parts that match and `all` by those that do not; without such a part, all parts decide. */
function joined(parts: Condition[], facts: Facts, deciding: boolean): Evaluation {
  const evaluations = parts.map((part) => decide(part, facts));
  const decisive = evaluations.filter(({ matched }) => matched === deciding);
  const isDecided = decisive.length > 0;
  return {
    matched: isDecided ? deciding : !deciding,
    because: (isDecided ? decisive : evaluations).flatMap(({ because }) => because),
  };
}
