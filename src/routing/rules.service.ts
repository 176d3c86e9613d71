import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { currentTransaction } from '../platform/database/tenant-transaction.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { Events } from '../platform/events/events.js';
import { assertVersion } from '../platform/http/if-match.js';
import { newId } from '../platform/ids.js';
import { DepartmentsService } from '../tenants/departments.service.js';
import { draftProblems, type RuleDraft, ruleOf } from './rule-draft.js';
import { RoutingRule } from './rule.entity.js';
import { OrderIncomplete, TooManyRules } from './routing.errors.js';
import {
  RoutingRuleChanged,
  RoutingRuleCreated,
  RoutingRuleDeleted,
  RoutingRulesOrdered,
} from './routing.events.js';
import { RulesQueries } from './rules.queries.js';

/** Of one tenant: every one of them is asked about every response. */
export const MAX_RULES = 500;

@Injectable()
export class RulesService {
  constructor(
    private readonly database: Database,
    private readonly queries: RulesQueries,
    private readonly departments: DepartmentsService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** All rules, in the order they are asked. */
  async all(): Promise<RoutingRule[]> {
    return this.withDepartments(await this.rows.find({}, { order: { position: 'ASC' } }));
  }

  async get(id: string): Promise<RoutingRule> {
    const rule = await this.rows.findOne({ id });
    if (!rule) throw NotFound.of('routing_rule', id);
    await this.withDepartments([rule]);
    return rule;
  }

  /** Adds a rule at a place, counted from 1, moving the ones from there on down; at the end when none is given. */
  async create(draft: RuleDraft, position = Infinity): Promise<RoutingRule> {
    await this.assertSound(draft);
    await this.queries.lockOrder();
    const count = await this.rows.count();
    if (count >= MAX_RULES) throw new TooManyRules(MAX_RULES);
    const place = Math.min(position, count + 1);
    await this.queries.makeRoomAt(place);
    const rule = RoutingRule.create(ruleOf(newId(), draft), place, this.clock.now());
    await this.rows.insert(rule);
    await this.queries.setDepartments(rule.id, rule.departmentIds);
    this.events.record(new RoutingRuleCreated(rule.id));
    return rule;
  }

  async change(id: string, changes: Partial<RuleDraft>, version?: number): Promise<RoutingRule> {
    await this.assertSound(changes);
    const rule = await this.lock(id, version);
    await this.withDepartments([rule]);
    rule.change(changes, this.clock.now());
    if (changes.departmentIds) await this.queries.setDepartments(id, changes.departmentIds);
    this.events.record(new RoutingRuleChanged(id));
    return this.rows.save(rule);
  }

  async delete(id: string, version?: number): Promise<void> {
    await this.queries.lockOrder();
    const rule = await this.lock(id, version);
    await this.rows.delete({ id });
    await this.queries.closeGapAt(rule.position);
    this.events.record(new RoutingRuleDeleted(id));
  }

  /** Puts the rules into a new order, in which each is named exactly once. */
  async arrange(ruleIds: string[]): Promise<RoutingRule[]> {
    await this.queries.lockOrder();
    const present = (await this.rows.find()).map(({ id }) => id);
    const named = new Set(ruleIds);
    if (ruleIds.length !== present.length || !present.every((id) => named.has(id)))
      throw new OrderIncomplete();
    await this.queries.arrange(ruleIds);
    this.events.record(new RoutingRulesOrdered(currentTransaction().tenantId, ruleIds));
    return this.all();
  }

  private get rows() {
    return this.database.repository(RoutingRule);
  }

  private async lock(id: string, version: number | undefined): Promise<RoutingRule> {
    const rule = await this.rows.lockOne({ id });
    if (!rule) throw NotFound.of('routing_rule', id);
    assertVersion('routing_rule', rule, version);
    return rule;
  }

  private async assertSound(draft: Partial<RuleDraft>): Promise<void> {
    const known = new Set((await this.departments.all()).map(({ id }) => id));
    const problems = draftProblems(draft, known);
    if (problems.length > 0) throw Invalid.because(problems);
  }

  private async withDepartments(rules: RoutingRule[]): Promise<RoutingRule[]> {
    const departmentIds = await this.queries.departmentIds(rules.map(({ id }) => id));
    for (const rule of rules) rule.departmentIds = departmentIds.get(rule.id) ?? [];
    return rules;
  }
}
