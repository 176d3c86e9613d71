import fc from 'fast-check';
import { conditions, facts as anyFacts } from '../../test/arbitraries/conditions.js';
import { NO_ANALYSIS } from '../analysis/analysis-facts.js';
import type { Condition } from './condition.js';
import type { Facts } from './facts.js';
import { ASSIGNMENTS, DEFAULT_MINUTES, MAX_BECAUSE, PRIORITIES, route, type Rule } from './route.js';

const detractor: Facts = {
  score: 2,
  category: 'detractor',
  survey: 'relationship',
  channel: 'email',
  language: 'en',
  verbatim: 'The invoice was wrong and support never called back.',
  analysis: NO_ANALYSIS,
  answers: {},
  contact: null,
  account: null,
  properties: {},
};

function rule(name: string, departmentIds: string[], changes: Partial<Rule> = {}): Rule {
  return {
    id: `rule-${name}`,
    name,
    enabled: true,
    condition: { always: true },
    departmentIds,
    priority: 'normal',
    assignment: 'round_robin',
    stop: false,
    ...changes,
  };
}

const mentionsInvoice: Condition = { field: 'verbatim', op: 'contains_any', value: ['invoice'] };
const departmentsOf = (rules: Rule[], facts = detractor) =>
  route(rules, facts, 'fallback').targets.map(({ departmentId }) => departmentId);

describe('routing a response', () => {
  it('gives each department its own task, and says why', () => {
    const billing = rule('Billing', ['finance'], {
      condition: mentionsInvoice,
      priority: 'high',
      assignment: 'account_owner',
    });
    const unhappy = rule('Unhappy', ['support'], { condition: { field: 'score', op: 'lte', value: 6 } });
    expect(route([billing, unhappy], detractor, 'fallback')).toEqual({
      outcome: 'matched',
      targets: [
        {
          departmentId: 'finance',
          priority: 'high',
          assignment: 'account_owner',
          acknowledgeMinutes: 240,
          resolveMinutes: 2880,
          because: [
            { ruleId: 'rule-Billing', ruleName: 'Billing', reasons: ['verbatim mentions “invoice”'] },
          ],
        },
        {
          departmentId: 'support',
          priority: 'normal',
          assignment: 'round_robin',
          acknowledgeMinutes: 1440,
          resolveMinutes: 10080,
          because: [{ ruleId: 'rule-Unhappy', ruleName: 'Unhappy', reasons: ['score 2 is at most 6'] }],
        },
      ],
    });
  });

  it('asks no rule after one that stops, but keeps all its departments', () => {
    const rules = [rule('first', ['a', 'b'], { stop: true }), rule('second', ['c'])];
    expect(departmentsOf(rules)).toEqual(['a', 'b']);
  });

  it('goes on after a stopping rule that does not match or is switched off', () => {
    const promoters = rule('promoters', ['a'], {
      condition: { field: 'category', op: 'eq', value: 'promoter' },
      stop: true,
    });
    const off = rule('off', ['b'], { enabled: false, stop: true });
    expect(departmentsOf([promoters, off, rule('third', ['c'])])).toEqual(['c']);
  });

  it('opens one task where several rules name a department: most pressing, shortest times, every reason', () => {
    const calm = rule('calm', ['support', 'support'], {
      priority: 'low',
      assignment: 'none',
      resolveMinutes: 600,
    });
    const urgent = rule('urgent', ['support'], { priority: 'urgent', assignment: 'account_owner' });
    const [target, ...others] = route(
      [calm, urgent, rule('later', ['support'])],
      detractor,
      'fallback',
    ).targets;
    expect(others).toEqual([]);
    expect(target).toMatchObject({
      priority: 'urgent',
      assignment: 'account_owner',
      acknowledgeMinutes: 60,
      resolveMinutes: 600,
    });
    expect(target!.because.map(({ ruleName }) => ruleName)).toEqual(['calm', 'urgent', 'later']);
  });

  it('keeps the reasons of the first rules when very many name a department, and the terms of all', () => {
    const many = Array.from({ length: MAX_BECAUSE + 5 }, (_, index) => rule(`${index + 1}`, ['support']));
    const [target] = route(
      [...many, rule('last', ['support'], { priority: 'urgent' })],
      detractor,
      'fallback',
    ).targets;
    expect(target).toMatchObject({ priority: 'urgent' });
    expect(target!.because.at(-1)).toMatchObject({ ruleName: `${MAX_BECAUSE}` });
    expect(target!.because).toHaveLength(MAX_BECAUSE);
  });

  it('never leaves more time to acknowledge than to resolve', () => {
    const [target] = route([rule('quick', ['a'], { resolveMinutes: 30 })], detractor, 'fallback').targets;
    expect(target).toMatchObject({ acknowledgeMinutes: 30, resolveMinutes: 30 });
  });

  it('sends a detractor no rule speaks of to the fallback department', () => {
    expect(route([], detractor, 'care')).toEqual({
      outcome: 'fallback',
      targets: [
        {
          departmentId: 'care',
          priority: 'normal',
          assignment: 'round_robin',
          acknowledgeMinutes: 1440,
          resolveMinutes: 10080,
          because: [
            {
              ruleId: null,
              ruleName: 'Fallback department',
              reasons: ['category is detractor', 'no rule gave it to a department'],
            },
          ],
        },
      ],
    });
    expect(departmentsOf([rule('nowhere', [], { stop: true })])).toEqual(['fallback']);
  });

  it('sends it to the departments of the themes it blames instead, where these have some', () => {
    const analysis = {
      ...NO_ANALYSIS,
      praised: ['support'],
      blamed: ['pricing', 'billing', 'weather', 'website'],
    };
    const departments = new Map([
      ['support', 'care'],
      ['pricing', 'finance'],
      ['billing', 'finance'],
      ['website', 'web'],
    ]);
    const { outcome, targets } = route([], { ...detractor, analysis }, 'care', departments);
    expect(outcome).toBe('fallback');
    expect(targets.map(({ departmentId, because }) => [departmentId, because])).toEqual(
      [
        ['finance', 'it blames pricing, billing'],
        ['web', 'it blames website'],
      ].map(([departmentId, why]) => [
        departmentId,
        [
          {
            ruleId: null,
            ruleName: 'Department of the theme',
            reasons: ['category is detractor', 'no rule gave it to a department', why],
          },
        ],
      ]),
    );
    const ruled = route([rule('a', ['product'])], { ...detractor, analysis }, 'care', departments);
    expect(ruled.targets.map(({ departmentId }) => departmentId)).toEqual(['product']);
  });

  it.each(['passive', 'promoter', null] as const)('opens no loop for a %s no rule speaks of', (category) => {
    expect(route([], { ...detractor, category }, 'care')).toEqual({ outcome: 'none', targets: [] });
  });

  it('opens a loop for a promoter a rule speaks of', () => {
    expect(departmentsOf([rule('thank', ['marketing'])], { ...detractor, category: 'promoter' })).toEqual([
      'marketing',
    ]);
  });

  it('gives more pressing tasks less time', () => {
    for (const [index, priority] of PRIORITIES.slice(1).entries()) {
      const calmer = DEFAULT_MINUTES[PRIORITIES[index]!];
      expect(DEFAULT_MINUTES[priority].acknowledge).toBeLessThan(calmer.acknowledge);
      expect(DEFAULT_MINUTES[priority].resolve).toBeLessThan(calmer.resolve);
    }
  });
});

describe('whatever the rules and the facts', () => {
  const minutes = fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined });
  const anyRule: fc.Arbitrary<Rule> = fc.record({
    id: fc.uuid(),
    name: fc.string(),
    enabled: fc.boolean(),
    condition: conditions,
    departmentIds: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
    priority: fc.constantFrom(...PRIORITIES),
    assignment: fc.constantFrom(...ASSIGNMENTS),
    acknowledgeMinutes: minutes,
    resolveMinutes: minutes,
    stop: fc.boolean(),
  });

  it('a detractor always reaches a department, and no department is asked twice or without a reason', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 6 }), anyFacts, (rules, given) => {
        const { outcome, targets } = route(rules, given, 'fallback');
        if (given.category === 'detractor') expect(targets.length).toBeGreaterThan(0);
        expect(outcome === 'none').toBe(targets.length === 0);
        expect(new Set(targets.map(({ departmentId }) => departmentId)).size).toBe(targets.length);
        for (const target of targets) {
          expect(target.acknowledgeMinutes).toBeLessThanOrEqual(target.resolveMinutes);
          expect(target.because.every(({ reasons }) => reasons.length > 0)).toBe(true);
        }
      }),
    );
  });
});
