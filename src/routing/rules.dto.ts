import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
} from 'class-validator';
import { Omittable } from '../platform/http/omittable.js';
import { OPERATORS } from '../platform/conditions/condition.js';
import type { Condition } from './condition.js';
import { FIELD_NAMES } from './facts.js';
import { type Assignment, ASSIGNMENTS, PRIORITIES, type Priority } from './route.js';
import type { RuleDraft } from './rule-draft.js';
import type { RoutingRule } from './rule.entity.js';
import { MAX_RULES } from './rules.service.js';

const NAME_LENGTH = 200;
/** Departments one rule can bring in; more of them at once help nobody. */
const MAX_DEPARTMENTS = 20;
/** A year. */
const MAX_MINUTES = 365 * 24 * 60;

const CONDITION_SCHEMA = {
  type: 'object',
  additionalProperties: true,
  description: [
    'One comparison `{ field, op, value }`, or `{ all: […] }`, `{ any: […] }`, `{ not: … }` of conditions, or `{ always: true }`.',
    `Fields: ${FIELD_NAMES.join(', ')}.`,
    `Operators, as far as they make sense for the field: ${OPERATORS.open.join(', ')}.`,
    'Keywords of `contains_…` are whole words or phrases in any letter case; `refund*` also finds `refunded`.',
  ].join('\n'),
  example: {
    all: [
      { field: 'category', op: 'eq', value: 'detractor' },
      { field: 'verbatim', op: 'contains_any', value: ['invoice', 'refund*'] },
    ],
  },
} as const;

export class DraftRule implements RuleDraft {
  @IsString()
  @Length(1, NAME_LENGTH)
  name: string;

  @IsObject()
  @Transform(({ obj }) => (obj as { condition?: unknown }).condition) // as it came: its reader refuses what it does not know
  @ApiProperty(CONDITION_SCHEMA)
  condition: Record<string, unknown>;

  /** Who acts on a response that matches, each with a task of its own. May be empty, to place nothing and only `stop`. */
  @IsArray()
  @ArrayMaxSize(MAX_DEPARTMENTS)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  departmentIds: string[];

  /** Whether responses are held against it. Yes, when left out. */
  @Omittable()
  @IsBoolean()
  enabled?: boolean;

  /** `normal`, when left out. */
  @Omittable()
  @IsIn(PRIORITIES)
  priority?: Priority;

  /** Who gets the task: members in turn (when left out), the owner of the account, or nobody yet. */
  @Omittable()
  @IsIn(ASSIGNMENTS)
  assignment?: Assignment;

  /** Minutes from the opening of a task until someone must have acknowledged it. By priority, when left out. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_MINUTES)
  acknowledgeMinutes?: number | null;

  /** Minutes from the opening of a task until it must be resolved. By priority, when left out. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_MINUTES)
  resolveMinutes?: number | null;

  /** Whether the rules after it are not asked about a response it matches. No, when left out. */
  @Omittable()
  @IsBoolean()
  stop?: boolean;
}

export class CreateRule extends DraftRule {
  /** Its place among the rules, from 1; the rules from there on move down. The end, when left out. */
  @Omittable()
  @IsInt()
  @Min(1)
  @Max(MAX_RULES)
  position?: number;
}

export class ChangeRule extends PartialType(DraftRule, { skipNullProperties: false }) {}

export class ArrangeRules {
  /** Every rule exactly once, in the order they are to be asked. */
  @IsArray()
  @ArrayMaxSize(MAX_RULES)
  @IsUUID('all', { each: true })
  ruleIds: string[];
}

export class RuleView {
  id: string;
  /** Its place among the rules, from 1. */
  position: number;
  name: string;
  enabled: boolean;
  @ApiProperty(CONDITION_SCHEMA)
  condition: Condition;
  departmentIds: string[];
  priority: Priority;
  assignment: Assignment;
  /** Null: by priority. */
  acknowledgeMinutes: number | null;
  /** Null: by priority. */
  resolveMinutes: number | null;
  stop: boolean;
  createdAt: Date;
  changedAt: Date;
  version: number;
}

export class RulesView {
  /** In the order they are asked. */
  items: RuleView[];
}

export function viewRule(rule: RoutingRule): RuleView {
  const { id, position, name, enabled, condition, departmentIds, priority, assignment } = rule;
  const { acknowledgeMinutes, resolveMinutes, stop, createdAt, changedAt, version } = rule;
  return {
    id,
    position,
    name,
    enabled,
    condition,
    departmentIds,
    priority,
    assignment,
    acknowledgeMinutes,
    resolveMinutes,
    stop,
    createdAt,
    changedAt,
    version,
  };
}
