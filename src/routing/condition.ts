import {
  readCondition as readAny,
  type Comparison,
  type Condition,
} from '../platform/conditions/condition.js';
import type { Reading } from '../platform/reading.js';
import { RULE_FIELDS } from './facts.js';

export type { Comparison, Condition };

/** The condition of a rule read from outside; see there. */
export function readCondition(value: unknown, at = ''): Reading<{ condition: Condition }> {
  // No field of a response is a moment, so nothing of it is dated.
  return readAny(RULE_FIELDS, value, at) as Reading<{ condition: Condition }>;
}
